/**
 * What reading alone takes: `node test/bench/least.ts [M|L|XL]`. Looks once at each byte of both files, at each location of their
 * samples as the files have them, and at each of the distinct stacks in the order of the tree, and does nothing with them but
 * add them up: less than that no engine of this kind does. In one process that is warm, on one thread.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { internLines } from '../../src/core/names/lineTable.ts';
import { distinctLocations } from '../../src/core/stacks/distinctLocations.ts';
import { distinctStacks, wholeStacks } from '../../src/core/stacks/stacks.ts';
import { stackOrder } from '../../src/core/tree/stackOrder.ts';
import { median } from './median.ts';
import { generatedPair, sizes } from './profiles/pair.ts';

const rounds = 7;
const size = sizes.find(each => each === process.argv[2]) ?? 'L';
const { base, current } = generatedPair(size);
const raws = [base, current].map(({ path }) => new Uint8Array(gunzipSync(readFileSync(path))));
const profiles = raws.map(raw => readProfile(raw));
const lines = internLines(profiles);
const stacks = profiles.map((profile, i) => {
  const ofProfile = lines.locations[i];
  if (ofProfile === undefined) throw new Error('a profile has no lines');
  return wholeStacks(profile, ofProfile);
});
const locations = distinctLocations(stacks.map(each => each.lines));
const { distinct } = distinctStacks(stacks, locations);
const { order } = stackOrder(distinct, locations.count);

function added(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum = (sum + (numbers[i] as number)) | 0;
  return sum;
}

function addedInOrder(): number {
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    const stack = order[k] as number;
    const stop = distinct.start[stack + 1] as number;
    for (let at = distinct.start[stack] as number; at < stop; at++)
      sum = (sum + (distinct.locations[at] as number)) | 0;
  }
  return sum;
}

const reads = {
  'bytes of both files': () => raws.reduce((sum, raw) => sum + added(raw), 0),
  'locations of all samples': () => profiles.reduce((sum, { samples }) => sum + added(samples.stack), 0),
  'distinct stacks, as the tree has them': addedInOrder,
};
console.log(`${size}, medians of ${rounds}, milliseconds`);
for (const [what, read] of Object.entries(reads)) {
  let sum = 0;
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    sum += read();
    return performance.now() - started;
  });
  console.log(`${median(times).toFixed(1).padStart(7)} ${what} (${sum})`);
}
