/**
 * What memory alone allows: `node test/bench/limit.ts [M|L|XL]`. Opens a pair in this process, and holds the time of each
 * step against a copy (`memcpy`) of as many bytes as the columns have that it makes, measured in turns with it.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { DiffSession } from '../../src/engine/session.ts';
import { firstView } from './children/engine.ts';
import { median } from './median.ts';
import { generatedPair, sizes } from './profiles/pair.ts';

const rounds = 5;
const size = sizes.find(each => each === process.argv[2]) ?? 'L';
const { base, current } = generatedPair(size);
const raws = [base, current].map(({ path }) => new Uint8Array(gunzipSync(readFileSync(path))));

interface Step {
  readonly name: string;
  readonly ms: number;
  /** Of all columns that it makes; 0 unless they are counted. */
  readonly bytes: number;
}

/** Decodes the pair and asks a session what a panel asks for first, and then for a filter. */
function steps(made: () => number): readonly Step[] {
  const taken: Step[] = [];
  const step = <Result>(name: string, run: () => Result): Result => {
    const [started, before] = [performance.now(), made()];
    const result = run();
    taken.push({ name, ms: performance.now() - started, bytes: made() - before });
    return result;
  };
  const profiles = step('decode both', () => raws.map(raw => readProfile(raw)));
  const named = profiles.map((profile, i) => ({ name: String(i), profile }));
  const session = step('session', () => new DiffSession(named, 'asGiven'));
  const options = firstView(session.info());
  step('first view', () => session.view({ options, root: null }));
  const filter = { ...noFilter, hide: 'storage' };
  step('hide', () => session.view({ options: { ...options, filter }, root: null }));
  return taken;
}

/** The same with the bytes of all columns that are made, but for slices, which takes longer. */
function counted(): readonly Step[] {
  let bytes = 0;
  const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
  const watched = Object.entries(kinds).map(([name, kind]) => [
    name,
    new Proxy(kind, {
      construct(target, args: readonly unknown[]) {
        const column: ArrayBufferView = Reflect.construct(target, args);
        // A view of what is there is no column of its own.
        if (!(args[0] instanceof ArrayBuffer)) bytes += column.byteLength;
        return column;
      },
    }),
  ]);
  Object.assign(globalThis, Object.fromEntries(watched));
  try {
    return steps(() => bytes);
  } finally {
    Object.assign(globalThis, kinds);
  }
}

function copyMs(bytes: number): number {
  const from = new Uint8Array(bytes).fill(1);
  const to = new Uint8Array(bytes).fill(2);
  const started = performance.now();
  to.set(from);
  return performance.now() - started;
}

const bytes = counted();
const timed = Array.from({ length: rounds }, () =>
  steps(() => 0).map(({ ms }, i) => ({ ms, copy: copyMs(bytes[i]?.bytes ?? 0) })),
);
const text = (value: number): string => value.toFixed(0).padStart(6);
console.log(`${size}, medians of ${rounds}, milliseconds`);
for (const [i, { name, bytes: made }] of bytes.entries()) {
  const of = (what: 'ms' | 'copy'): number => median(timed.map(round => round[i]?.[what] ?? 0));
  console.log(
    `${name.padEnd(12)} ${text(of('ms'))}; ${text(made / 1e6)} MB of columns: copied in ${text(of('copy'))}`,
  );
}
