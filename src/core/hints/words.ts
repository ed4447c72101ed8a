import * as l10n from '@vscode/l10n';
import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import { languageIn } from '../code/language.ts';
import { leastRetained } from '../evidence/stackHint.ts';
import { toldShare } from '../measures/retainedText.ts';
import { sentences } from '../sentences.ts';
import type { Match } from './facts.ts';
import { type Addition, type Gain, gainLines, isWhole } from './gain.ts';
import type { HintInput, HintLine } from './hint.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { isOfFile, lineOf } from './uses.ts';

/** An expression is cut after this many characters. */
const longestTitle = 60;

/** An expression on one line, cut where it is long. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}

/** A function as people write it: `(*dedupeCache).seen`, `Cache.put`, `Cache::put`, `newServer`, `new Cache`. */
export function functionTitle({ parsed }: Source, { owner, name, line }: Declaration): string {
  if (name === '' || name === '<clinit>') return l10n.t`function at line ${line}`;
  if (name === '<init>') return `new ${owner}`;
  if (owner === '') return name;
  const language = languageIn(parsed.grammar);
  if (language === 'go') return `(*${owner}).${name}`;
  return language === 'rust' || language === 'cpp' ? `${owner}::${name}` : `${owner}.${name}`;
}

/**
 * A pattern's sentence with the text of its captures, and the function's name, in place of `{capture}`; of
 * `addListener`, `{capture/add/remove}` makes `removeListener`.
 */
export function filled(
  text: string | null | undefined,
  source: Source,
  fn: Declaration,
  ...matches: readonly (Match | null | undefined)[]
): string {
  return (text ?? '').replace(/\{([\w.]+)(?:\/(\w+)\/(\w+))?\}/g, (_, name: string, old = '', by = '') => {
    if (name === 'function') return functionTitle(source, fn);
    return titleOf(
      matches.map(match => match?.nodes.get(name)?.text).find(each => each !== undefined) ?? '',
    ).replace(old, () => by);
  });
}

/** What was kept of what was added, as a sentence, or that this is not known. */
export function keptText(retained: number | null): string {
  if (retained === null)
    return l10n.t('How much of what is allocated here stays, these profiles do not tell.');
  const kept = l10n.t`Of what was allocated here between the captures, ${Math.round(toldShare({ share: retained }) * 100)} % is still there.`;
  if (retained >= leastRetained) return kept;
  return sentences(kept, l10n.t('What grows is copied as it does, and what it was copied from is freed.'));
}

/** Where something is added, from the site that allocates. */
export function whereOf(addition: Addition): string {
  const { isHanded, site } = addition;
  const { source, fn, line } = site;
  if (isHanded) return l10n.t`in \`${functionTitle(source, fn)}\`, which gets what is allocated here`;
  const [added, made] = gainLines(addition);
  return made === undefined || isWhole(site)
    ? l10n.t('here')
    : l10n.t`at line ${added?.line ?? line}, with what is allocated here`;
}

/** How far a hint looked: a sentence. */
export function lookedAt(
  code: PackageCode,
  { site, container }: Gain,
  references: HintInput['references'],
): string {
  if (references !== null) {
    const files = new Set(references.map(({ file }) => file)).size;
    return files === 1
      ? l10n.t`Looked at: all ${references.length} references that the language server knows, in 1 file.`
      : l10n.t`Looked at: all ${references.length} references that the language server knows, in ${files} files.`;
  }
  const { facts, file } = site.source;
  if (isOfFile(container)) return l10n.t('Looked at: this file.');
  const files = code.files(file);
  const all = files.length;
  const { package: name } = facts;
  if (files.some(each => each.startsWith('../')))
    return l10n.t`Looked at: this folder and its headers elsewhere, ${all} files.`;
  if (name === '')
    return all === 1
      ? l10n.t('Looked at: this folder, 1 file.')
      : l10n.t`Looked at: this folder, ${all} files.`;
  return all === 1
    ? l10n.t`Looked at: package ${name}, 1 file.`
    : l10n.t`Looked at: package ${name}, ${all} files.`;
}

export function lineIn({ file }: Source, node: Node): HintLine {
  return { file, line: lineOf(node) };
}
