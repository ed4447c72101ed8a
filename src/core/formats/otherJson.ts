import { ProfileError } from '../error.ts';
import { JsonCursor } from './jsonCursor.ts';

const chooseHeap = 'choose a heap profile';
const cpuProfile = ['a V8 CPU profile', 'save a sampling heap profile (`.heapprofile`) instead'] as const;
const snapshot = [
  'a full V8 heap snapshot, not a sampled profile',
  'compare two in DevTools, or save a sampling heap profile, `node --heap-prof`',
] as const;

/** Keys of which one is enough, wherever it stands. */
const telling: Readonly<Record<string, readonly [is: string, advice: string]>> = {
  dhatFileVersion: ['a profile of DHAT', 'open it with Valgrind’s `dh_view.html`'],
  traceEvents: ['a trace of Chrome', `open it in DevTools or Perfetto, or ${chooseHeap}`],
  resourceProfiles: [
    'an OpenTelemetry (OTLP) profile as JSON',
    'have the collector export pprof, or save from the program itself',
  ],
  resource_profiles: [
    'an OpenTelemetry (OTLP) profile as JSON',
    'have the collector export pprof, or save from the program itself',
  ],
  flamebearer: ['a flame graph of Pyroscope', 'export it as pprof instead'],
  root_frame: ['a profile of pyinstrument', `it has times and no memory: ${chooseHeap}`],
  alloc_samples: ['a profile of Scalene', 'open it with `scalene view FILE`'],
  javascriptHeap: ['a diagnostic report of Node.js', 'save a heap profile, `node --heap-prof`'],
  jemalloc: ['the statistics of jemalloc', 'write a profile with `mallctl("prof.dump", …)`'],
  snapshot,
  cpuProfile,
};

/** As far as keys are looked for: what a file is stands before its bulk, or in the bulk's first item. */
const looked = 1 << 20;

/**
 * What a JSON file is and what to do with it, by its keys, which have no order; undefined where nothing tells, and
 * where it may be a V8 heap profile.
 */
export function otherJson(bytes: Uint8Array): readonly [is: string, advice: string] | undefined {
  const json = new JsonCursor(bytes.subarray(0, looked));
  const keys = new Set<string>();
  try {
    if (json.kind() === 'array') return isTrace(json) ? telling['traceEvents'] : undefined;
    json.enter('object');
    for (let key = json.key(true); key !== undefined; key = json.key(false)) {
      keys.add(key);
      if (key === 'head') return undefined;
      if (Object.hasOwn(telling, key)) return telling[key];
      if (key === '$schema' && json.kind() === 'string') {
        if (json.string().includes('speedscope')) keys.add('shared').add('profiles');
      } else if (key === 'nodes' && json.kind() === 'array') {
        json.enter('array');
        if (json.item(true)) return json.kind() === 'object' ? cpuProfile : snapshot;
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
function byKeys(keys: ReadonlySet<string>): readonly [is: string, advice: string] | undefined {
  const has = (...all: readonly string[]): boolean => all.every(key => keys.has(key));
  if (has('nodes')) return has('startTime') || has('timeDeltas') ? cpuProfile : snapshot;
  if (has('shared', 'profiles')) {
    return ['a profile of speedscope', 'save it as pprof instead'];
  }
  if (has('meta', 'threads') || has('meta', 'libs')) {
    return ['a profile of the Firefox Profiler', `open it on profiler.firefox.com, or ${chooseHeap}`];
  }
  if (has('type', 'address') || has('type', 'root')) {
    return ['a full heap dump of Ruby (`ObjectSpace.dump_all`)', 'look at it with `heapy read FILE`'];
  }
  return undefined;
}
