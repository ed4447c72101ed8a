import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { JsonCursor } from './jsonCursor.ts';

/** What a file is, and what to do with it. */
type OtherJson = readonly [is: string, advice: string];

const cpuProfile = (): OtherJson => [
  l10n.t('a V8 CPU profile'),
  l10n.t('save a sampling heap profile (`.heapprofile`) instead'),
];
const snapshot = (): OtherJson => [
  l10n.t('a full V8 heap snapshot, not a sampled profile'),
  l10n.t('compare two in DevTools, or save a sampling heap profile, `node --heap-prof`'),
];

const openTelemetry = (): OtherJson => [
  l10n.t('an OpenTelemetry (OTLP) profile as JSON'),
  l10n.t('have the collector export pprof, or save from the program itself'),
];

/** Keys of which one is enough, wherever it stands. */
const telling: Readonly<Record<string, () => OtherJson>> = {
  dhatFileVersion: () => [l10n.t('a profile of DHAT'), l10n.t('open it with Valgrind’s `dh_view.html`')],
  traceEvents: () => [
    l10n.t('a trace of Chrome'),
    l10n.t('open it in DevTools or Perfetto, or choose a heap profile'),
  ],
  resourceProfiles: openTelemetry,
  resource_profiles: openTelemetry,
  flamebearer: () => [l10n.t('a flame graph of Pyroscope'), l10n.t('export it as pprof instead')],
  root_frame: () => [
    l10n.t('a profile of pyinstrument'),
    l10n.t('it has times and no memory: choose a heap profile'),
  ],
  alloc_samples: () => [l10n.t('a profile of Scalene'), l10n.t('open it with `scalene view FILE`')],
  javascriptHeap: () => [
    l10n.t('a diagnostic report of Node.js'),
    l10n.t('save a heap profile, `node --heap-prof`'),
  ],
  jemalloc: () => [
    l10n.t('the statistics of jemalloc'),
    l10n.t('write a profile with `mallctl("prof.dump", …)`'),
  ],
  snapshot,
  cpuProfile,
};

/** As far as keys are looked for: what a file is stands before its bulk, or in the bulk's first item. */
const looked = 1 << 20;

/**
 * What a JSON file is and what to do with it, by its keys, which have no order; undefined where nothing tells, and
 * where it may be a V8 heap profile.
 */
export function otherJson(bytes: Uint8Array): OtherJson | undefined {
  const json = new JsonCursor(bytes.subarray(0, looked));
  const keys = new Set<string>();
  try {
    if (json.kind() === 'array') return isTrace(json) ? telling['traceEvents']?.() : undefined;
    json.enter('object');
    for (let key = json.key(true); key !== undefined; key = json.key(false)) {
      keys.add(key);
      if (key === 'head') return undefined;
      if (Object.hasOwn(telling, key)) return telling[key]?.();
      if (key === '$schema' && json.kind() === 'string') {
        if (json.string().includes('speedscope')) keys.add('shared').add('profiles');
      } else if (key === 'nodes' && json.kind() === 'array') {
        json.enter('array');
        if (json.item(true)) return json.kind() === 'object' ? cpuProfile() : snapshot();
      } else json.skip();
    }
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
  }
  return byKeys(keys);
}

/** Whether a list holds events of Chrome, each with its phase. */
function isTrace(json: JsonCursor): boolean {
  json.enter('array');
  if (!json.item(true) || json.kind() !== 'object') return false;
  json.enter('object');
  for (let key = json.key(true); key !== undefined; key = json.key(false)) {
    if (key === 'ph') return true;
    json.skip();
  }
  return false;
}

/** What it takes two keys to tell. */
function byKeys(keys: ReadonlySet<string>): OtherJson | undefined {
  const has = (...all: readonly string[]): boolean => all.every(key => keys.has(key));
  if (has('nodes')) return has('startTime') || has('timeDeltas') ? cpuProfile() : snapshot();
  if (has('shared', 'profiles')) {
    return [l10n.t('a profile of speedscope'), l10n.t('save it as pprof instead')];
  }
  if (has('meta', 'threads') || has('meta', 'libs')) {
    return [
      l10n.t('a profile of the Firefox Profiler'),
      l10n.t('open it on profiler.firefox.com, or choose a heap profile'),
    ];
  }
  if (has('type', 'address') || has('type', 'root')) {
    return [
      l10n.t('a full heap dump of Ruby (`ObjectSpace.dump_all`)'),
      l10n.t('look at it with `heapy read FILE`'),
    ];
  }
  return undefined;
}
