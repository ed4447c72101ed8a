import * as l10n from '@vscode/l10n';
import type { Profile } from '../../profile.ts';
import { defaultLimits, type Limits, textLimits } from '../limits.ts';
import { ProfileBuilder } from '../profileBuilder.ts';
import { assignMappings } from './assignMappings.ts';
import { allocatedAndInUse, bytesOfSpace } from './heapText.ts';
import { allocatorFrames, keptRuntimeFrames } from './legacyFrames.ts';
import { isMemoryMapStart, readMemoryMap } from './procMaps.ts';
import { TextLines } from './textLines.ts';
import { parseAddresses, parseCount } from './textNumbers.ts';
import { unsample } from './unsample.ts';

const headerLine = /^heap_v2\/(\d+)$/;
/** ClickHouse writes one for each sampled allocation, `f: age size …`; nothing in it is needed. */
const recordLine = /^[a-z]: /;
/** `t*` sums up a stack's threads (`t0`, `t1`, …), which follow. */
const countsLine = /^t(\*|\d+): *(\d+): *(\d+) *\[ *(\d+): *(\d+) *\]/;

/** Whether a first line is jemalloc's. */
export function isJemalloc(first: string): boolean {
  return headerLine.test(first);
}

/**
 * Reads jemalloc's `heap_v2` dump: for each stack a line `@ addresses`, then its objects and bytes, in use and (with
 * `prof_accum`) allocated, summed over threads. Each stack's sum is unsampled by its average size, as jeprof does.
 * Throws `ProfileError`: `malformed` or `tooLarge`.
 */
export function readJemalloc(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  const lines = new TextLines(bytes, limits);
  lines.next();
  const rate = parseCount(headerLine.exec(lines.line)?.[1] ?? '0', lines);
  const builder = new ProfileBuilder(textLimits(limits));
  let hasAllocations = false;
  /** The stack that waits for its sum; the sum before the first stack is the whole program's. */
  let stack: readonly number[] | undefined;
  while (lines.next() && !isMemoryMapStart(lines.line)) {
    const { line } = lines;
    if (line.startsWith('@')) {
      if (stack !== undefined) throw lines.malformed(l10n.t('the stack before it has no counts'));
      stack = parseAddresses(line, lines).map(address => builder.location(address, undefined));
      continue;
    }
    const counts = countsLine.exec(line);
    if (counts === null) {
      if (line === '' || line.startsWith('#') || recordLine.test(line)) continue;
      throw lines.malformed(
        l10n.t('neither a stack ("@ addresses") nor its counts ("t*: count: bytes [count: bytes]")'),
      );
    }
    if (counts[1] !== '*') continue;
    const [count = 0, size = 0, allocatedCount = 0, allocatedSize = 0] = counts
      .slice(2)
      .map(text => parseCount(text, lines));
    if (stack === undefined) {
      hasAllocations = allocatedCount !== 0;
      continue;
    }
    if ((count === 0 && size !== 0) || (allocatedCount === 0 && allocatedSize !== 0)) {
      throw lines.malformed(l10n.t('no objects, but bytes'));
    }
    const inUse = unsample(count, size, rate);
    const allocated = hasAllocations ? unsample(allocatedCount, allocatedSize, rate) : [];
    const values = [...allocated, ...inUse];
    if (!values.every(Number.isFinite))
      throw lines.malformed(l10n.t('the sampling rate is too large for its values'));
    builder.sample(stack, values, count === 0 ? 0 : Math.trunc(size / count));
    stack = undefined;
  }
  const assigned = assignMappings(readMemoryMap(lines), builder.addresses);
  return builder.build({
    format: 'jemalloc',
    sampleTypes: hasAllocations ? allocatedAndInUse : allocatedAndInUse.slice(2),
    periodType: bytesOfSpace,
    period: rate,
    dropFrames: allocatorFrames,
    keepFrames: keptRuntimeFrames,
    ...assigned,
  });
}
