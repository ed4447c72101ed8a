import * as l10n from '@vscode/l10n';
import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import type { Heed } from '../heed.ts';
import { classAround, markedIn } from './container.ts';
import type { Match } from './facts.ts';
import type { Site } from './gain.ts';
import type { Hint } from './hint.ts';
import { hasType, isOnce } from './lifetime.ts';
import { localOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { functionAround, functionAt, isLocal, isMarked, lineOf, roleAt, type Use, wordsIn } from './uses.ts';
import { filled, lineIn } from './words.ts';

/** What a pattern says for sure of a call on the site's line, or of all the code that its captures `leak.in` and `leak.too` have. */
export function leakAt(code: PackageCode, site: Site): Hint | null {
  const { source, line } = site;
  for (const match of source.facts.marks.get('leak') ?? []) {
    const leak = match.nodes.get('leak');
    const within = match.nodes.get('leak.in');
    const isNear = [within, match.nodes.get('leak.too')].some(
      each => each !== undefined && lineOf(each) <= line && line <= each.endPosition.row + 1,
    );
    if (leak === undefined || !(isNear || isAtLine(source, leak, line))) continue;
    if (!isOwnMethod(source, match.nodes.get('leak.method'))) continue;
    if (isMadeOnce(source, leak) || isMarked(source, 'guarded', leak)) continue;
    if (isHarmless(code, site, leak, match)) continue;
    return told(site, match, linesOf(source, isNear ? line : lineOf(leak), leak, within));
  }
  return null;
}

/** What a pattern says for sure of the goroutines that run the site's function, wherever in its package they are started. */
export async function leakOfRuns(code: PackageCode, site: Site, heed: Heed): Promise<Hint | null> {
  const { source, fn, line } = site;
  if (!sendsToParameter(site)) return null;
  const starters = (await code.sourcesWith(fn.name, source, heed)) ?? [];
  const named = starters.flatMap(({ outline }) =>
    outline.declarations.filter(({ name }) => name === fn.name),
  );
  // Which of several methods is started, names do not tell.
  if (named.length > 1) return null;
  for (const starter of starters) {
    for (const match of starter.facts.marks.get('leak.by') ?? []) {
      const by = match.nodes.get('leak.by');
      if (by?.text !== fn.name || isOnce(starter, by)) continue;
      const within = match.nodes.get('leak.in') ?? by;
      return told(site, match, [{ file: source.file, line }, lineIn(starter, by), lineIn(starter, within)]);
    }
  }
  return null;
}

/** True of a function that waits until somebody receives what it sends to a channel that it was given. */
function sendsToParameter({ source, fn }: Site): boolean {
  return (source.facts.marks.get('sends') ?? []).some(match => {
    const channel = match.nodes.get('sends');
    if (channel === undefined || functionAt(source, lineOf(channel)) !== fn) return false;
    return localOf(source.facts, channel.text, channel.startIndex)?.type.startsWith('chan') === true;
  });
}

/** The line that was asked for, and where else the leak comes from. */
function linesOf({ file }: Source, asked: number, leak: Node, within: Node | undefined): Hint['lines'] {
  const lines = [asked, lineOf(leak), within === undefined ? asked : lineOf(within)];
  return [...new Set(lines)].map(line => ({ file, line }));
}

/**
 * A local that has to be given back and is not, or a piece of it that is kept, made on the site's line: neither given
 * back nor handed on in its function.
 */
export function resourceAt(code: PackageCode, site: Site): Hint | null {
  const { source, line, fn } = site;
  // A program's own main makes what it makes once.
  if (fn.name === 'main') return null;
  for (const match of source.facts.marks.get('resource') ?? []) {
    const resource = match.nodes.get('resource');
    const { rule, when } = match.set;
    if (resource === undefined || rule === undefined || !isAtLine(source, resource, line)) continue;
    if (isHarmless(code, site, resource, match) || isGivenBack(source, match)) continue;
    const uses = usesOfLocal(source, resource, kindOf(match));
    const kept = uses.find(({ role }) => role === 'kept');
    const isFree = uses.some(({ role }) => role === 'removed');
    const isKept = kept === undefined ? isOnlyRead(uses) : !isFree;
    if (!isKept || (kept === undefined && when === 'kept')) continue;
    const lines = [resource, ...(kept === undefined ? [] : [kept.name])].map(each => lineIn(source, each));
    return told(site, match, lines, kept?.match);
  }
  return null;
}

/** True for what is given back with what it is of, unless that is a local of the function that is not given back itself. */
function isGivenBack(source: Source, match: Match): boolean {
  const of = match.nodes.get('resource.of');
  const local = of && localOf(source.facts, of.text, of.startIndex);
  if (of === undefined) return false;
  return ![...unreleased(source, kindOf(match))].some(({ name }) => name.id === local?.node.id);
}

/** What a pattern's own sentence says. */
function told({ source, fn }: Site, match: Match, lines: Hint['lines'], kept?: Match | null): Hint {
  const { rule, text } = match.set;
  return { rule: rule ?? '', text: filled(l10n.t(text ?? ''), source, fn, match, kept), lines, next: null };
}

/** True for code that runs once, and where what would undo it stands in some file of the package. */
function isHarmless(code: PackageCode, { source, fn }: Site, node: Node, match: Match): boolean {
  const undoing = filled(match.set['unless'], source, fn, match)
    .split(' ')
    .filter(each => each !== '');
  const isUndone = (file: string): boolean => undoing.some(each => code.text(file)?.includes(each) ?? false);
  return isOnce(source, node) || code.files(source.file).some(isUndone);
}

/** True for no name, and for that of a method of the class around, which keeps the object that it is one of. */
function isOwnMethod(source: Source, name: Node | undefined): boolean {
  if (name === undefined) return true;
  const own = markedIn(source, 'method.own').filter(({ text }) => text === name.text);
  return own.some(each => classAround(source, each) === classAround(source, name));
}

/** True in the constructor of a class of which a module keeps an object. */
function isMadeOnce(source: Source, node: Node): boolean {
  const owner = isMarked(source, 'constructor', node) ? classAround(source, node) : null;
  return owner !== null && hasType([source], 'keeper', owner);
}

/** True on the line, and in a function that begins there where profiles know that line alone. */
function isAtLine(source: Source, node: Node, line: number): boolean {
  const fn = functionAround(source, node);
  // A module runs once.
  if (source.facts.functions.length > 0 && fn === undefined) return false;
  return lineOf(node) === line || fn?.begins === line;
}

/** Locals of a kind that their function neither gives back nor hands on, with that function. */
export function* unreleased(
  source: Source,
  kind: string,
): Generator<{ readonly name: Node; readonly fn: Declaration }> {
  for (const match of source.facts.marks.get('resource') ?? []) {
    const name = match.nodes.get('resource');
    const fn = name && functionAt(source, lineOf(name));
    if (name === undefined || fn === undefined || fn === null || kindOf(match) !== kind) continue;
    if (name.text !== '_' && isOnlyRead(usesOfLocal(source, name, kind))) yield { name, fn };
  }
}

function kindOf({ set }: Match): string {
  return set['kind'] ?? '';
}

function isOnlyRead(uses: readonly Use[]): boolean {
  return uses.every(({ role }) => role === 'read');
}

function usesOfLocal(source: Source, name: Node, kind: string): readonly Use[] {
  const local = localOf(source.facts, name.text, name.startIndex);
  if (local === undefined) return [];
  return [...wordsIn(source, name.text, local.start, local.end)]
    .filter(each => each.id !== name.id && isLocal(source, each, local))
    .map(each => ({ ...roleAt(source, each, kind), source, name: each, line: lineOf(each) }));
}
