import * as v from 'valibot';
import type { Substitution } from '../core/source/substitution.ts';
import { settings } from '../manifest.ts';

const onOff = v.fallback(v.boolean(), true);
const folder = v.fallback(v.string(), '');
/** Core knows its range and what it is when not given. */
const limit = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger())), undefined);

const noRule: Substitution = { from: '', to: '' };
const isRule = ({ from, to }: Substitution): boolean => from !== '' && to !== '';

/** `{ from: to }`; a pair that is none is left out. */
const sourceMap = v.pipe(
  v.fallback(v.record(v.string(), v.fallback(v.string(), '')), {}),
  v.transform(pairs =>
    Object.entries(pairs)
      .map(([from, to]): Substitution => ({ from, to }))
      .filter(isRule),
  ),
);

/** The debugger's `substitutePath`, whose `from` is the local side and `to` the remote one. */
const delveConfig = v.pipe(
  v.fallback(
    v.object({
      substitutePath: v.array(v.fallback(v.object({ from: v.string(), to: v.string() }), noRule)),
    }),
    { substitutePath: [] },
  ),
  v.transform(({ substitutePath }) =>
    substitutePath.map(({ from, to }): Substitution => ({ from: to, to: from })).filter(isRule),
  ),
);

/** A folder in the workspace: it may not lead out of it. */
const captureFolder = v.fallback(
  v.pipe(v.string(), v.regex(/^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:]+$/)),
  'heap-profiles',
);
const within = (least: number, most: number, usual: number) =>
  v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most)), usual);

/** What each setting has to be, ours and the Go extension's: its type, and its check. What does not fit counts as not set. */
export const settingShapes = {
  [settings.annotations]: onOff,
  [settings.codeLens]: onOff,
  [settings.sourceMap]: sourceMap,
  [settings.goroot]: folder,
  [settings.gomodcache]: folder,
  [settings.inflatedMiB]: limit,
  [settings.textMiB]: limit,
  [settings.jsonMiB]: limit,
  [settings.samples]: limit,
  [settings.frames]: limit,
  [settings.labels]: limit,
  [settings.strings]: limit,
  [settings.locations]: limit,
  [settings.captureFolder]: captureFolder,
  [settings.collectGarbage]: onOff,
  [settings.metricsAddress]: v.fallback(v.string(), ''),
  [settings.requestCounter]: v.fallback(v.string(), 'http_requests_total'),
  [settings.captureMiB]: within(1, 1024, 64),
  [settings.captureSeconds]: within(1, 3600, 60),
  [settings.offerComparison]: onOff,
  'go.delveConfig': delveConfig,
  'go.goroot': folder,
  'go.gopath': folder,
};
export type SettingName = keyof typeof settingShapes;
export type SettingValue<S extends SettingName> = v.InferOutput<(typeof settingShapes)[S]>;
