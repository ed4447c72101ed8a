import * as l10n from '@vscode/l10n';
import type { SourceMaps } from './sourceMaps.ts';

/** Why a source map is not used, and a script that it is about. */
export interface ScriptNotice {
  readonly kind: 'otherScript' | 'noSourceMap';
  /** A sentence. */
  readonly text: string;
  readonly script: string;
}

/** One sentence a reason, however many scripts it is about. */
export function scriptNotices({
  changed,
  unreadable,
}: Pick<SourceMaps, 'changed' | 'unreadable'>): readonly ScriptNotice[] {
  const notices: ScriptNotice[] = [];
  const [other] = changed;
  if (other !== undefined) {
    const text =
      changed.length === 1
        ? l10n.t`${other} is not the script that was profiled, so that its source map is not used: build what ran, and compare again.`
        : l10n.t`${changed.length} scripts are not those that were profiled, ${other} among them, so that their source maps are not used: build what ran, and compare again.`;
    notices.push({ kind: 'otherScript', text, script: other });
  }
  const [broken] = unreadable;
  if (broken !== undefined) {
    const text =
      unreadable.length === 1
        ? l10n.t`The source map of ${broken} cannot be read.`
        : l10n.t`${unreadable.length} source maps cannot be read, that of ${broken} among them.`;
    notices.push({ kind: 'noSourceMap', text, script: broken });
  }
  return notices;
}
