import type { Growth } from '../../core/answers/growth.ts';
import { formatCount, formatDelta, formatPercent, formatSureness, formatValue } from '../../core/format.ts';
import { wordsOf } from '../../core/pair/valueWords.ts';
import { type Shown, shown } from '../../core/shown.ts';
import { say } from '../say/say.ts';
import { changeText, doneIn, type Measured } from './noteText.ts';

/** `▲ +349.5 MiB allocated here · 95 % of growth`. */
export function headline(growth: Growth, measured: Measured): Shown {
  const where =
    growth.kind === 'flat' ? wordsOf[measured.kind].here : `${doneIn([growth], measured)}, called here`;
  const share = growth.share > 0 ? ` · ${formatPercent(Math.min(1, growth.share))} of growth` : '';
  return say`${changeText([growth], measured)} ${where}${share}`;
}

/** What is known of a line's growth, a sentence each. */
export function facts(
  { value, objects, retained, evidence }: Growth,
  { sampleType, unit }: Measured,
): Shown[] {
  const found = [say`${formatValue(value.base, unit)} → ${formatValue(value.current, unit)} (${sampleType})`];
  if (objects !== null && unit === 'bytes') {
    const size =
      objects.current > 0 ? `, ${formatValue(value.current / objects.current, unit)} on average` : '';
    found.push(say`${formatCount(objects.base)} → ${formatCount(objects.current)} objects${size}`);
  }
  if (retained !== null) {
    const share = Math.max(0, Math.min(1, retained.share));
    found.push(
      say`${formatPercent(share)} of the ${formatValue(retained.allocated, 'bytes')} allocated in between is still there${formatSureness({ share, kept: retained.kept })}`,
    );
  }
  if (evidence !== null) {
    const samples = formatCount(evidence.samples);
    found.push(say`rests on about ${samples} samples, ± ${formatValue(evidence.standardError, unit)}`);
  }
  return found;
}

/** `+349.5 MiB`, the part of a caller. */
export function part(growth: Growth['callers'][number], { unit }: Measured): Shown {
  return shown(formatDelta(growth.value.current - growth.value.base, unit));
}
