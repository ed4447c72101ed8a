import type { Drift, FrameLine } from '../../core/code/drift.ts';
import { localName } from '../../core/displayName.ts';
import type { Shown } from '../../core/shown.ts';
import { say } from '../say/say.ts';

/** That a line could not be followed into a file, which is named or pointed at. */
export function unreadText(file: string, line: number): Shown {
  return say`${file} could not be read for what it declares (it may be too long): line ${line} is where the profile has it, and the source may have changed since.`;
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
      return say`Source has changed since this profile: ${localName(name)} is not in ${fileName} any more.`;
    case 'moved':
      if (drift.moved === null || drift.moved.from === drift.moved.to) return null;
      return drift.exact
        ? say`Source has changed since this profile: line ${drift.moved.from} → ${drift.moved.to}.`
        : say`Source has changed since this profile: ${localName(name)} stands elsewhere, and which of its lines was line ${line} is not known.`;
  }
}
