import * as l10n from '@vscode/l10n';
import type { Drift, FrameLine } from '../../core/code/drift.ts';
import { localName } from '../../core/displayName.ts';
import type { Shown } from '../../core/shown.ts';
import { say } from '../say/say.ts';

/** That a line could not be followed into the file that is pointed at. */
export function unreadHere(line: number): Shown {
  return say(
    l10n.t(
      'This file could not be read for what it declares (it may be too long): line {0} is where the profile has it, and the source may have changed since.',
    ),
    line,
  );
}

function unreadText(file: string, line: number): Shown {
  return say(
    l10n.t(
      '{0} could not be read for what it declares (it may be too long): line {1} is where the profile has it, and the source may have changed since.',
    ),
    file,
    line,
  );
}

/** What has become of a frame's line, as a sentence; null when nothing has, as far as the profile tells. */
export function driftText(drift: Drift, { name, line }: FrameLine, fileName: string): Shown | null {
  switch (drift.status) {
    case 'same':
    case 'unknown':
      return null;
    case 'unread':
      return unreadText(fileName, line);
    case 'gone':
      return say(
        l10n.t('Source has changed since this profile: {0} is not in {1} any more.'),
        localName(name),
        fileName,
      );
    case 'moved':
      if (drift.moved === null || drift.moved.from === drift.moved.to) return null;
      return drift.exact
        ? say(
            l10n.t('Source has changed since this profile: line {0} → {1}.'),
            drift.moved.from,
            drift.moved.to,
          )
        : say(
            l10n.t(
              'Source has changed since this profile: {0} stands elsewhere, and which of its lines was line {1} is not known.',
            ),
            localName(name),
            line,
          );
  }
}
