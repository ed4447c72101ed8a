import * as l10n from '@vscode/l10n';
import type { Growth } from '../../core/answers/growth.ts';
import { formatCount, formatDelta, formatPercent, formatSamples, formatValue } from '../../core/format.ts';
import { formatSureness, toldShare } from '../../core/measures/retainedText.ts';
import { type Shown, shown } from '../../core/shown.ts';
import { say, sayBeside } from '../say/say.ts';
import { calledOf, changeText, type Measured } from './noteText.ts';
import { ownText } from './valueTexts.ts';

/** `▲ +349.5 MiB allocated here · 95 % of growth`. */
export function headline(growth: Growth, measured: Measured): Shown {
  const change =
    growth.kind === 'flat'
      ? say(ownText[measured.kind](), changeText([growth], measured))
      : calledOf([growth], measured);
  if (growth.share <= 0) return change;
  const share = say(l10n.t('{0} of growth'), formatPercent(Math.min(1, growth.share)));
  return sayBeside([change, share], ' · ');
}

/** What is known of a line's growth, a sentence each. */
export function facts(
  { value, objects, retained, evidence }: Growth,
  { sampleType, unit }: Measured,
): Shown[] {
  const found = [say`${formatValue(value.base, unit)} → ${formatValue(value.current, unit)} (${sampleType})`];
  if (objects !== null && unit === 'bytes') {
    const [before, now] = [formatCount(objects.base), formatCount(objects.current)];
    found.push(
      objects.current > 0
        ? say(
            l10n.t('{0} → {1} objects, {2} on average'),
            before,
            now,
            formatValue(value.current / objects.current, unit),
          )
        : say(l10n.t('{0} → {1} objects'), before, now),
    );
  }
  if (retained !== null) {
    const there = say(
      l10n.t('{0} of the {1} allocated in between is still there'),
      formatPercent(toldShare(retained)),
      formatValue(retained.allocated, 'bytes'),
    );
    found.push(say`${there}${formatSureness(retained)}`);
  }
  if (evidence !== null) {
    const error = formatValue(evidence.standardError, unit);
    found.push(say(l10n.t('rests on {0}, ± {1}'), formatSamples(evidence.samples), error));
  }
  return found;
}

/** `+349.5 MiB`, the part of a caller. */
export function part(growth: Growth['callers'][number], { unit }: Measured): Shown {
  return shown(formatDelta(growth.value.current - growth.value.base, unit));
}
