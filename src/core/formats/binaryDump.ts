import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { type Limits, textLimits } from './limits.ts';
import { wrongKind } from './otherKinds.ts';
import { ProfileBuilder } from './profileBuilder.ts';

/** Words before the first record: 0, 3, 0, the period, 0. */
const headerWords = 5;
const periodWord = 3;

/**
 * Reads what php-memprof and google-pprof's `--raw` write behind their symbols: the binary format of gperftools' CPU
 * profiles, words of 64 bits, each record a count, a depth and as many addresses, leaf first. Their counts are bytes in
 * use, and the period, which a CPU profile has in microseconds, is 0 or 1. Throws `ProfileError`: `wrongKind`,
 * `truncated`, `malformed` or `overLimit`.
 */
export function readBinaryDump(dump: Uint8Array, limits: Limits): Profile {
  const view = new DataView(dump.buffer, dump.byteOffset, dump.byteLength);
  const count = Math.floor(dump.length / 8);
  const word = (i: number): bigint => {
    if (i >= count) throw new ProfileError('truncated', l10n.t('the data ends inside a record'));
    return view.getBigUint64(8 * i, true);
  };
  if (word(0) !== 0n || word(1) !== 3n) throw new ProfileError('malformed', l10n.t('its header is not 0, 3'));
  const period = word(periodWord);
  if (period > 1n) throw wrongKind(l10n.t('a CPU profile'), l10n.t('choose a heap profile'));
  const builder = new ProfileBuilder(textLimits(limits));
  // google-pprof leaves out the record that says that there are no more: 0, 1, 0.
  for (let at = headerWords; period === 0n || 8 * at !== dump.length; ) {
    const bytes = word(at);
    const depth = word(at + 1);
    const from = at + 2;
    if (bytes === 0n && depth === 1n && word(from) === 0n) break;
    if (depth > BigInt(count - from))
      throw new ProfileError('truncated', l10n.t('the data ends inside a stack'));
    at = from + Number(depth);
    const stack: number[] = [];
    for (let i = from; i < at; i++) stack.push(builder.location(word(i), undefined));
    builder.sample(stack, [Number(bytes)]);
  }
  return builder.build({
    format: 'binaryDump',
    sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
    periodType: { type: 'space', unit: 'bytes' },
  });
}
