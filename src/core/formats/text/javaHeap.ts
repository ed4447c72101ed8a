import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import type { Profile, SampleType } from '../../profile.ts';
import { defaultLimits, type Limits, textLimits } from '../limits.ts';
import { wrongKind } from '../otherKinds.ts';
import { ProfileBuilder } from '../profileBuilder.ts';
import { allocatorFrames, keptRuntimeFrames } from './legacyFrames.ts';
import { TextLines } from './textLines.ts';
import { parseCount } from './textNumbers.ts';
import { unsample } from './unsample.ts';

const firstLine = '--- heapz 1 ---';
const attributeLine = /^([\w ]+)=([\w ]+)$/;
/** Bytes come before objects here, unlike in the other texts. */
const sampleLine = /^(\d+) +(\d+) +@ ([ x0-9a-f]*)$/;
const locationLine = /^0x([0-9a-f]+)\s+(\S.*)$/i;

/** The agent's sampling rate; the text does not say it. */
const javaRate = 512 * 1024;

/** Whether a first line is that of a Java heapz text. */
export function isJavaHeap(first: string): boolean {
  return first === firstLine;
}

/**
 * Reads a Java heapz text: attributes, samples, then a table of what the samples' addresses stand for. Throws
 * `ProfileError`: `malformed`, `tooLarge`, or `wrongKind` where the attributes say that it is not Java's.
 */
export function readJavaHeap(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  const lines = new TextLines(bytes, limits);
  const builder = new ProfileBuilder(textLimits(limits));
  lines.next();
  const unit = readAttributes(lines);
  const samples = readSamples(lines);
  const frames = readFrames(lines);
  for (const { addresses, values, objectSize } of samples) {
    const stack = addresses.map(address => locationOf(builder, address, frames.get(address)));
    builder.sample(stack, values, objectSize);
  }
  const sampleTypes: SampleType[] = [
    { type: 'inuse_objects', unit: 'count' },
    { type: 'inuse_space', unit },
  ];
  return builder.build({
    format: 'javaHeap',
    sampleTypes,
    periodType: { type: 'space', unit },
    period: javaRate,
    dropFrames: allocatorFrames,
    keepFrames: keptRuntimeFrames,
  });
}

/** Leaves `lines` on the first line that is none; the unit of the sizes is in `resolution`. */
function readAttributes(lines: TextLines): string {
  let unit: string | undefined;
  while (lines.next()) {
    if (lines.line === '') continue;
    const [, name, value = ''] = attributeLine.exec(lines.line) ?? [];
    if (name === undefined) break;
    switch (name.trim()) {
      case 'format':
        if (value.trim() !== 'java')
          throw wrongKind(l10n.t`a heapz text of format ${value.trim()}`, l10n.t('choose one of Java'));
        break;
      case 'resolution':
        unit = value.trim();
        break;
      default:
        throw lines.malformed(l10n.t`unknown attribute ${name.trim()}`);
    }
  }
  if (unit === undefined)
    throw new ProfileError('malformed', l10n.t('there is no resolution, so sizes have no unit'));
  return unit;
}

interface JavaSample {
  /** Hexadecimal digits without leading zeros. */
  readonly addresses: readonly string[];
  readonly values: readonly number[];
  readonly objectSize: number;
}

/** Starts with the line that `lines` is on, and leaves it on the first that is no sample. */
function readSamples(lines: TextLines): JavaSample[] {
  const samples: JavaSample[] = [];
  do {
    if (lines.line === '') continue;
    const match = sampleLine.exec(lines.line);
    if (match === null) break;
    const size = parseCount(match[1] ?? '', lines);
    const count = parseCount(match[2] ?? '', lines);
    if (count === 0) throw lines.malformed(l10n.t('a sample without objects'));
    const addresses = Array.from((match[3] ?? '').matchAll(/0x([0-9a-f]+)/g), ([, digits = '']) =>
      normalized(digits),
    );
    if (addresses.some(digits => digits.length > 16))
      throw lines.malformed(l10n.t('an address of more than 64 bits'));
    samples.push({
      addresses,
      values: unsample(count, size, javaRate),
      objectSize: Math.trunc(size / count),
    });
  } while (lines.next());
  return samples;
}

/** What an address stands for. */
interface JavaFrame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Addresses only link the two tables; they are kept for what the second does not name. */
function locationOf(builder: ProfileBuilder, address: string, frame: JavaFrame | undefined): number {
  if (frame === undefined) return builder.location(BigInt(`0x${address}`), undefined);
  const { name, file, line } = frame;
  return builder.location(0n, { function: builder.function(name, file, 0), line, column: 0 });
}

/** Starts with the line that `lines` is on. By address. */
function readFrames(lines: TextLines): Map<string, JavaFrame> {
  const frames = new Map<string, JavaFrame>();
  do {
    const [, digits, text = ''] = locationLine.exec(lines.line) ?? [];
    if (digits !== undefined) frames.set(normalized(digits), parseFrame(text));
  } while (lines.next());
  return frames;
}

/** Hexadecimal digits without leading zeros. */
function normalized(digits: string): string {
  return digits.toLowerCase().replace(/^0+(?=.)/, '');
}

/** `function (file:line)`, `function (library)`, generated code, or a state of the virtual machine such as `GC`. */
function parseFrame(text: string): JavaFrame {
  const open = text.lastIndexOf(' (');
  if (open < 0 || !text.endsWith(')')) {
    return { name: text.includes('generated stub/JIT') ? 'STUB' : text, file: '', line: 0 };
  }
  const name = text.slice(0, open).trimEnd();
  const inner = text.slice(open + 2, -1);
  const colon = inner.lastIndexOf(':');
  const number = colon > 0 ? inner.slice(colon + 1) : '';
  if (/^-?\d+$/.test(number)) return { name, file: inner.slice(0, colon), line: positive(Number(number)) };
  return { name, file: inner.slice(inner.lastIndexOf('/') + 1), line: 0 };
}

function positive(line: number): number {
  return line > 0 && line < 2 ** 31 ? line : 0;
}
