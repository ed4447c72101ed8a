import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import type { Profile, SampleType } from '../../profile.ts';
import { defaultLimits, type Limits, textLimits } from '../limits.ts';
import { ProfileBuilder } from '../profileBuilder.ts';
import { assignMappings } from './assignMappings.ts';
import { GoSamples } from './goSamples.ts';
import { isMemoryMapStart, readMemoryMap } from './procMaps.ts';
import { TextLines } from './textLines.ts';
import { parseAddresses, parseCount } from './textNumbers.ts';

const headerLine = /^(\S{1,64}) profile: total \d+$/;
const sampleLine = /^(\d+) @((?: 0x[0-9a-f]+)+)$/;

/** Whether a first line is that of a text that `readGoCounts` reads. */
export function isGoCounts(first: string): boolean {
  return headerLine.test(first);
}

/**
 * Reads the texts in which Go counts stacks, with `debug=1`: goroutines, leaked ones, created threads, and whatever a program counts
 * by a `pprof.NewProfile` of its own, after which its sample type is called (google/pprof's `parseGoCount`, legacy_profile.go).
 * The `#` lines under a sample name its frames. Throws `ProfileError`: `malformed` or `tooLarge`.
 */
export function readGoCounts(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  const lines = new TextLines(bytes, limits);
  lines.next();
  const [, name] = headerLine.exec(lines.line) ?? [];
  if (name === undefined)
    throw new ProfileError('unrecognized', l10n.t('not a text in which Go counts stacks'));
  const counted: SampleType = { type: name, unit: 'count' };
  const builder = new ProfileBuilder(textLimits(limits));
  const samples = new GoSamples(builder);
  while (lines.next() && !isMemoryMapStart(lines.line)) {
    const { line } = lines;
    if (line.startsWith('#')) samples.comment(line);
    else if (line !== '') {
      const [, count = '', addresses] = sampleLine.exec(line) ?? [];
      if (addresses === undefined) throw lines.malformed(l10n.t('not a sample: "count @ addresses"'));
      samples.add({
        values: [parseCount(count, lines)],
        objectSize: 0,
        addresses: parseAddresses(addresses, lines),
      });
    }
  }
  samples.flush();
  const assigned = assignMappings(readMemoryMap(lines), builder.addresses);
  return builder.build({
    format: 'goText',
    sampleTypes: [counted],
    periodType: counted,
    period: 1,
    ...assigned,
  });
}
