import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import type { Profile, SampleType } from '../../profile.ts';
import { defaultLimits, type Limits, textLimits } from '../limits.ts';
import { ProfileBuilder } from '../profileBuilder.ts';
import { assignMappings } from './assignMappings.ts';
import { type GoSample, GoSamples } from './goSamples.ts';
import { allocatorFrames, keptRuntimeFrames } from './legacyFrames.ts';
import { isMemoryMapStart, readMemoryMap } from './procMaps.ts';
import { TextLines } from './textLines.ts';
import { parseAddresses, parseCount } from './textNumbers.ts';
import { unsample } from './unsample.ts';

const headerLine =
  /heap profile: *(-?\d+): *(\d+) *\[ *(-?\d+): *(\d+) *\] *@ *(heap_v2|heapz_v2|heapprofile|heap|growthz?|fragmentationz?)(?:\/(\d+))?/;
/** Where Go's statistics begin, after the last sample. */
const goStatistics = '# runtime.MemStats';
const sampleLine = /^(-?\d+): *(-?\d+) *\[ *(-?\d+): *(\d+) *\] @(.*)$/;

export const bytesOfSpace: SampleType = { type: 'space', unit: 'bytes' };
const inUseOnly: readonly SampleType[] = [{ type: 'objects', unit: 'count' }, bytesOfSpace];
/** Allocations first, so that the last column, pprof's default, is what is in use. */
export const allocatedAndInUse: readonly SampleType[] = [
  { type: 'alloc_objects', unit: 'count' },
  { type: 'alloc_space', unit: 'bytes' },
  { type: 'inuse_objects', unit: 'count' },
  { type: 'inuse_space', unit: 'bytes' },
];

/** What the first line says about the samples. */
interface HeapHeader {
  readonly isGo: boolean;
  /** Bytes between two samples, 1 when everything was recorded. */
  readonly rate: number;
  readonly hasAllocations: boolean;
}

/** Whether a first line is that of a text that `readHeapText` reads. */
export function isHeapText(first: string): boolean {
  return headerLine.test(first);
}

/**
 * Reads the texts that start with `heap profile:`: gperftools' and tcmalloc's, and Go's with `debug=1`. There the
 * `#` lines under a sample name its frames; they are taken as the stack (Go leaves out of them the runtime's frames
 * that do the allocating, as it does in its profile.proto). What stands behind Go's statistics is another file's.
 * Throws `ProfileError`: `malformed` or `tooLarge`.
 */
export function readHeapText(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  const lines = new TextLines(bytes, limits);
  lines.next();
  const header = parseHeader(lines);
  const builder = new ProfileBuilder(textLimits(limits));
  const samples = new GoSamples(builder);
  let isOver = false;
  while (lines.next() && !isMemoryMapStart(lines.line)) {
    const { line } = lines;
    if (line.startsWith('#')) {
      samples.comment(line);
      isOver ||= header.isGo && line === goStatistics;
    } else if (line !== '') {
      if (isOver) break;
      samples.add(parseSample(lines, header));
    }
  }
  samples.flush();
  const assigned = assignMappings(readMemoryMap(lines), builder.addresses);
  return builder.build({
    format: header.isGo ? 'goText' : 'gperftools',
    sampleTypes: header.hasAllocations ? allocatedAndInUse : inUseOnly,
    periodType: bytesOfSpace,
    period: header.rate,
    dropFrames: allocatorFrames,
    keepFrames: keptRuntimeFrames,
    ...assigned,
  });
}

function parseHeader(lines: TextLines): HeapHeader {
  const match = headerLine.exec(lines.line);
  if (match === null) throw new ProfileError('unrecognized', l10n.t('not a heap profile text'));
  const [, inUseCount, inUseSize, allocatedCount, allocatedSize, kind = '', rateText = '0'] = match;
  const rate = parseCount(rateText, lines);
  const isSampled = kind.startsWith('heap') && kind !== 'heapprofile';
  return {
    isGo: kind === 'heap',
    // Go writes twice its rate.
    rate: isSampled ? Math.trunc(kind === 'heap' ? rate / 2 : rate) : 1,
    hasAllocations:
      kind.startsWith('heap') &&
      ((allocatedCount !== inUseCount && allocatedCount !== '0') ||
        (allocatedSize !== inUseSize && allocatedSize !== '0')),
  };
}

function parseSample(lines: TextLines, { hasAllocations, rate }: HeapHeader): GoSample {
  const match = sampleLine.exec(lines.line);
  if (match === null)
    throw lines.malformed(l10n.t('not a sample: "count: bytes [count: bytes] @ addresses"'));
  const [, inUseCount = '', inUseSize = '', allocatedCount = '', allocatedSize = '', addresses = ''] = match;
  const values: number[] = [];
  let objectSize = 0;
  const add = (count: number, sizeText: string): void => {
    const size = parseCount(sizeText, lines);
    if (count !== 0) objectSize = Math.max(0, Math.trunc(size / count));
    // With HEAP_PROFILE_MMAP, what is left of a region that was unmapped in parts has bytes, and 0 or −1 objects.
    const isRemnant = rate <= 1 && count <= 0 && size > 0;
    if (count === 0 && size !== 0 && !isRemnant) throw lines.malformed(l10n.t`no objects, but ${size} bytes`);
    values.push(...(isRemnant ? [0, size] : unsample(count, size, rate)));
  };
  if (hasAllocations) add(unwrapped(parseCount(allocatedCount, lines)), allocatedSize);
  add(parseCount(inUseCount, lines), inUseSize);
  if (!values.every(Number.isFinite))
    throw lines.malformed(l10n.t('the sampling rate is too large for its values'));
  return { values, objectSize, addresses: parseAddresses(addresses, lines) };
}

/** gperftools counts allocations in 32 bits: after 2^31 of them the number it writes is negative. */
function unwrapped(count: number): number {
  return count < 0 && count >= -(2 ** 31) ? count + 2 ** 32 : count;
}
