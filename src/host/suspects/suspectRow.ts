import * as l10n from '@vscode/l10n';
import type { Suspect } from '../../core/answers/requests.ts';
import { baseName, siteName } from '../../core/displayName.ts';
import { formatDelta, formatPercent, formatValue } from '../../core/format.ts';
import { isAside } from '../../core/known/aside.ts';
import { formatRetained } from '../../core/measures/retainedText.ts';
import { fileAndLine, type Place } from '../../core/names/place.ts';
import { type Shown, shownName } from '../../core/shown.ts';
import { commands } from '../../manifest.ts';
import { say } from '../say/say.ts';
import type { Row } from '../say/treeRow.ts';

/** A suspect as a row, whose click goes to its line, of a library's to the reader's own that calls it. Values are in `unit`. */
export function suspectRow(suspect: Suspect, unit: string): Row {
  const { name, file, line, startLine, own, net, share, flat, retained, recognised } = suspect;
  const grown = `▲ ${formatDelta(net, unit)}`;
  const target: Place = own ?? { name, file, line, startLine };
  const at = fileAndLine(baseName(target.file), target.line);
  const known = knownText(suspect);
  // What is said first is still there in a narrow side bar.
  const parts = [grown, ...(known === null ? [] : [known]), formatPercent(share), ...(at === '' ? [] : [at])];
  return {
    label: siteName(name),
    description: say`${parts.join(' · ')}`,
    tooltip: [
      shownName(name),
      say(l10n.t('{0}, {1} of growth'), grown, formatPercent(share)),
      say`${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
      ...(retained === null ? [] : [say`${formatRetained(retained, true)}`]),
      ...(recognised === null ? [] : [say`${recognised.fixed ?? recognised.because}`]),
      file === ''
        ? say(l10n.t('The profile does not say where its source is.'))
        : say`${fileAndLine(file, line)}`,
      ...(own === null
        ? []
        : [
            say(
              l10n.t('called from your {0}'),
              `${shownName(own.name)} (${fileAndLine(own.file, own.line)})`,
            ),
          ]),
    ],
    icon: isAside(suspect) ? 'eye-closed' : known === null ? 'flame' : 'history',
    command: commands.openPlace,
    args: [target],
  };
}

/** What the team's file of known leaks makes of it; null for nothing. */
function knownText(suspect: Suspect): Shown | null {
  if (suspect.recognised === null) return null;
  return isAside(suspect) ? say(l10n.t('known leak')) : say(l10n.t('is back'));
}
