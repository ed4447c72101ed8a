import * as v from 'valibot';
import { validateMessage } from '../../src/host/panel/validateMessage.ts';
import { panelState, savedFiles } from '../../src/panelState.ts';
import type { Random } from '../bench/profiles/random.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';
import { pick, someNumber, someString } from './chance.ts';
import type { Target } from './target.ts';

/** Messages and saved states of a page that is not ours: what is let through, or a `ValiError`. */
export function messages(): Target {
  return {
    run(random) {
      const value = someMessage(random);
      v.safeParse(savedFiles, value);
      v.safeParse(panelState, value);
      try {
        // What was let through is plain data, and passes again.
        validateMessage(structuredClone(validateMessage(value)));
        return 'let through';
      } catch (error) {
        if (!(error instanceof v.ValiError)) throw error;
        return 'refused';
      }
    },
    dispose() {},
  };
}

const place = { name: 'main.f', file: '/a/b.go', line: 7, startLine: 3 };
const sound: readonly object[] = [
  { type: 'ready' },
  { type: 'showCommit' },
  { type: 'copy', text: 'x' },
  { type: 'copyForAi' },
  { type: 'savePicture', format: 'png', data: 'iVBORw0KGgo=' },
  { type: 'drop', files: ['file:///a/heap.pb.gz', 'vscode-remote://b/heap.pb.gz'] },
  { type: 'copyLink', look: { options, width: 'both', tab: 'top', zoom: ['main.main'] } },
  { type: 'markKnown', site: { name: 'f', file: '' }, mark: 'known' },
  { type: 'remedy', remedy: 'reload' },
  { type: 'openSource', how: 'go', place },
  { type: 'locateSource', place },
  { type: 'save', format: 'csv', options },
  { type: 'request', id: 1, method: 'view', params: { options, root: null } },
  { type: 'request', id: 2, method: 'view', params: { options, root: { view: 1, node: 2 } } },
  { type: 'request', id: 3, method: 'details', params: { node: { view: 1, node: 2 } } },
  { type: 'request', id: 4, method: 'neighbours', params: { options, name: 'f', file: 'a.go' } },
  { type: 'request', id: 5, method: 'suspects', params: { options, by: 'site', limit: 20 } },
  { type: 'request', id: 6, method: 'swap', params: {} },
  { type: 'request', id: 7, method: 'spellings', params: { name: 'f', file: 'a.go' } },
  { version: 1, base: 'file:///a', current: 'file:///b', options, zoom: ['main'] },
];

function someMessage(random: Random): unknown {
  return random.percent(5) ? someValue(random, 3) : changed(pick(random, sound), random);
}

/** A copy with some of its values replaced, left out, or added. */
function changed(value: unknown, random: Random): unknown {
  if (random.percent(8)) return someValue(random, 2);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(each => changed(each, random));
  const entries = Object.entries(value)
    .filter(() => !random.percent(2))
    .map(([key, each]): [string, unknown] => [key, changed(each, random)]);
  if (random.percent(5)) entries.push([someString(random), someValue(random, 1)]);
  return Object.fromEntries(entries);
}

function someValue(random: Random, depth: number): unknown {
  switch (random.below(depth > 0 ? 11 : 9)) {
    case 0:
      return null;
    case 1:
      return undefined;
    case 2:
      return random.percent(50);
    case 3:
      return Number(BigInt.asIntN(64, someNumber(random)));
    case 4:
      return pick(random, [Number.NaN, Number.POSITIVE_INFINITY, -0, 0.5, -1, 1e300]);
    case 5:
      return someNumber(random);
    case 6:
      return new Uint8Array(random.below(9));
    case 7:
      return 'x'.repeat(random.below(20_000));
    case 8:
      return someString(random);
    case 9:
      return Array.from({ length: random.below(4) }, () => someValue(random, depth - 1));
    default:
      return { [someString(random)]: someValue(random, depth - 1), type: someValue(random, depth - 1) };
  }
}
