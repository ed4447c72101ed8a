import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import { languageIn } from '../code/language.ts';
import type { Match } from './facts.ts';
import type { Addition, Gain } from './gain.ts';
import type { HintInput, HintLine } from './hint.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { lineOf } from './uses.ts';

/** An expression is cut after this many characters. */
const longestTitle = 60;

/** An expression on one line, cut where it is long. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}

/** A function as people write it: `(*dedupeCache).seen`, `Cache.put`, `Cache::put`, `newServer`. */
export function functionTitle({ parsed }: Source, { owner, name, line }: Declaration): string {
  if (name === '') return `function at line ${line}`;
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

/** What was kept of what was added, as a sentence with its space before it, or that this is not known. */
export function keptText(retained: number | null): string {
  if (retained === null) return ' How much of what is allocated here stays, these profiles do not tell.';
  return ` Of what was allocated here between the captures, ${Math.round(Math.min(1, retained) * 100)} % is still there.`;
}

/** Where something is added, from the site that allocates. */
export function whereOf({ isCaller, site: { source, fn } }: Addition): string {
  return isCaller ? `in \`${functionTitle(source, fn)}\`, which gets what is allocated here` : 'here';
}

/** How far a hint looked: a sentence. */
export function lookedAt(
  code: PackageCode,
  { site, container }: Gain,
  references: HintInput['references'],
): string {
  if (references !== null) {
    const files = new Set(references.map(({ file }) => file)).size;
    return `Looked at: all ${references.length} references that the language server knows, in ${counted(files, 'file')}.`;
  }
  const { facts, file } = site.source;
  if (isOfModule(container.life) && facts.package === '') return 'Looked at: this file.';
  const all = counted(code.files(file).length, 'file');
  return facts.package === ''
    ? `Looked at: this folder, ${all}.`
    : `Looked at: package ${facts.package}, ${all}.`;
}

function isOfModule(life: Gain['container']['life']): boolean {
  return life === 'variable' || life === 'local' || life === 'platform';
}

export function lineIn({ file }: Source, node: Node): HintLine {
  return { file, line: lineOf(node) };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
