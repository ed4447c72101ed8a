import * as l10n from '@vscode/l10n';
import type { ViewOptions } from '../answers/looks.ts';
import { shown } from '../shown.ts';
import { filterFields } from '../stacks/filterFields.ts';
import { codeSpan } from './codeSpan.ts';

/** What makes numbers other than those of the whole profiles, as sentences of Markdown; none where nothing does. */
export function partLines({
  filter,
  normalize,
}: Pick<ViewOptions, 'filter' | 'normalize'>): readonly string[] {
  const on = filterFields.filter(field => filter[field] !== '');
  const filters = on.map(field => `${words[field] ?? field} ${codeSpan(shown(filter[field]))}`).join(', ');
  return [
    ...(filters === '' ? [] : [l10n.t`Only what pprof’s filters leave is counted: ${filters}.`]),
    ...(normalize ? [l10n.t`Current is scaled to the base’s total.`] : []),
  ];
}

const words: Readonly<Record<string, string>> = {
  showFrom: 'show from',
  tagFocus: 'tag focus',
  tagIgnore: 'tag ignore',
};
