import * as l10n from '@vscode/l10n';
import type { Headline } from '../answers/headline.ts';
import type { Notice } from '../answers/notices.ts';
import type { Piece } from '../answers/sentence.ts';
import type { Site } from '../answers/sites.ts';
import { baseName } from '../displayName.ts';
import { fileAndLine, type Place } from '../names/place.ts';
import { sentences } from '../sentences.ts';
import { shownName } from '../shown.ts';
import { codeSpan } from './codeSpan.ts';

/** The headline in one line of plain text: figure, what it is set against, and the sentence. */
export function headlineText({ figure, context, sentence }: Headline): string {
  const said = pieces(sentence, ({ name, file, line }) => {
    return file === '' ? shownName(name) : `${shownName(name)}, ${fileAndLine(baseName(file), line)}`;
  });
  return sentences(l10n.t`${figure}: ${context}.`, said);
}

/** The sentence as Markdown; every name and path is a code span. `pathOf` shortens a path that is not to stand whole. */
export function sentenceMarkdown(
  sentence: readonly Piece[],
  pathOf = (file: string): string => file,
): string {
  return pieces(sentence, place => placeMarkdown(place, pathOf));
}

/** A place as Markdown: `name` (`file:line`). */
export function placeMarkdown({ name, file, line }: Place, pathOf = (path: string): string => path): string {
  return file === '' ? codeSpan(name) : `${codeSpan(name)} (${codeSpan(fileAndLine(pathOf(file), line))})`;
}

/** What a site's stack tells of it, as an item of Markdown's lists; nothing where that is nothing. */
export function stackHintLines(site: Site | null): string[] {
  if (!site?.hint) return [];
  const askers = site.askers.map(each => placeMarkdown(each)).join(', ');
  const asked = askers === '' ? '' : l10n.t`Connections are asked for in ${askers}.`;
  return [`- ${l10n.t`From the stacks of the profiles: ${sentences(site.hint.text, asked)}`}`];
}

/** The same below a suspect of a list, unless it is said above already: of the site of the sentence, or of another suspect. */
export function suspectHintLines(suspects: readonly Site[], i: number, { site }: Headline): string[] {
  const [suspect = null] = suspects.slice(i, i + 1);
  const isSaid = [site, ...suspects.slice(0, i)].some(each => each?.hint?.text === suspect?.hint?.text);
  return isSaid ? [] : stackHintLines(suspect).map(line => `   ${line}`);
}

/** A notice as Markdown: what a stranger has written of it stands in code spans. */
export function noticeMarkdown({ text, names }: Notice): string {
  let rest = text;
  let written = '';
  for (const name of names) {
    const at = name === '' ? -1 : rest.indexOf(name);
    if (at < 0) continue;
    written += rest.slice(0, at) + codeSpan(name);
    rest = rest.slice(at + name.length);
  }
  return written + rest;
}

function pieces(sentence: readonly Piece[], place: (place: Place) => string): string {
  return sentence
    .map(piece => {
      if (typeof piece === 'string') return piece;
      return 'strong' in piece ? piece.strong : place(piece.place);
    })
    .join('');
}
