import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import type { Heed } from '../heed.ts';
import { hasMark, localNamed, markedIn, unwrapped } from './container.ts';
import type { Match, Role } from './facts.ts';
import { around, type Local, localOf, spanOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { isLocal, lineOf, roleAt, type Use, wordsIn } from './uses.ts';

/** Whether a kind of container has its things by keys. */
export function isMap(kind: string): boolean {
  return /map|object|cache/i.test(kind);
}

/**
 * The container out of which what gains was got, as what one of its keys has: `map` of `map.get(key)`, and of a local name for that;
 * null for any other. By a method alone, since what is written without one may be a number, and one of lists, since other objects
 * than maps have an `update` or `set` as well.
 */
export function holdingOf(source: Source, node: Node, match: Match): Node | null {
  const kinds = source.facts.roles.get(node.id)?.find(each => each.match === match)?.kinds ?? [];
  if (!match.nodes.has('called') || kinds.some(isMap)) return null;
  const at = unwrapped(source, node);
  const local = localNamed(source, at);
  // Who gets it back only makes what the key was missing.
  if (local !== undefined && isReturned(source, local)) return null;
  for (const { nodes } of source.facts.marks.get('holding') ?? []) {
    const [holding, inner] = [nodes.get('holding'), nodes.get('inner')];
    if (holding === undefined || inner === undefined) continue;
    const isIt = local === undefined ? inner.id === at.id : isSame(local, localNamed(source, inner));
    if (isIt) return holding;
  }
  return null;
}

/**
 * Whether the container has the key already: a loop goes through its keys, or what is looked up by brackets was asked for. What is put
 * there takes the place of what was.
 */
export function hasKey(source: Source, fn: Declaration, match: Match): boolean {
  return hasAsked(source, fn, match) || isGoneThrough(source, match);
}

/**
 * Whether the function has asked before if the container has a key, and gone on, or found that it has it: to look that up by brackets
 * makes none then. What is else done in the branch that depends on the answer may well make it.
 */
function hasAsked(source: Source, fn: Declaration, { nodes, set }: Match): boolean {
  const added = nodes.get('added');
  if (set['look'] === undefined || added === undefined) return false;
  const branches = markedIn(source, 'branch').map(spanOf);
  return (source.facts.marks.get('found') ?? []).some(question => {
    const found = question.nodes.get('found');
    if (found?.text !== added.text || lineOf(found) < fn.line || found.endIndex > added.startIndex)
      return false;
    const branch = around(branches, found.startIndex);
    if (branch === undefined || added.startIndex >= branch.end) return true;
    return question.nodes.get('found.key')?.text === nodes.get('key')?.text && isThen(source, found, added);
  });
}

/** Whether code runs where the answer to a question is yes. */
function isThen({ facts }: Source, question: Node, code: Node): boolean {
  return (facts.marks.get('then') ?? []).some(({ nodes }) => {
    const [asks, then] = [nodes.get('asks'), nodes.get('then')];
    if (asks === undefined || then === undefined) return false;
    const isAsked = asks.startIndex <= question.startIndex && question.endIndex <= asks.endIndex;
    return isAsked && then.startIndex <= code.startIndex && code.endIndex <= then.endIndex;
  });
}

/** Whether a key is one that a loop goes through in the same container. */
function isGoneThrough({ facts }: Source, { nodes }: Match): boolean {
  const [added, key] = [nodes.get('added'), nodes.get('key')];
  if (added === undefined || key === undefined) return false;
  return (facts.marks.get('each') ?? []).some(({ nodes: loop, set }) => {
    const each = loop.get('each');
    if (each === undefined || loop.get('each.of')?.text !== added.text) return false;
    const isIt = key.text === `${each.text}${set['by'] ?? ''}`;
    return isIt && localOf(facts, each.text, key.startIndex)?.node.id === each.id;
  });
}

/**
 * What is done to a container where the gain is that of what its keys have: to get what a key has and take from that is to take
 * from it, and to ask how much that is may be a limit.
 */
export function takenWithin(use: Use): Use {
  const { source, node } = use;
  for (const { nodes } of source.facts.marks.get('holding') ?? []) {
    if (nodes.get('holding')?.id !== node.id) continue;
    const inner = nodes.get('inner');
    const role = nodes.has('taken') ? 'removed' : inner && limitsTo(source, inner);
    if (role !== undefined) return { ...use, role };
  }
  return use;
}

/** What is done to an expression or, where it is declared, to a local name that may keep it from growing; undefined for nothing. */
function limitsTo(source: Source, inner: Node): Role | undefined {
  const local = localNamed(source, inner);
  const names =
    local !== undefined
      ? [...wordsIn(source, inner.text, local.start, local.end)].filter(each => isLocal(source, each, local))
      : [inner];
  const done = names.map(each => roleAt(source, each, '').role);
  if (done.some(role => role === 'removed' || role === 'emptied')) return 'removed';
  return done.includes('measured') ? 'measured' : undefined;
}

function isReturned(source: Source, local: Local): boolean {
  return markedIn(source, 'returned').some(each => isSame(local, localNamed(source, each)));
}

/** Whether two names are the same local's, which may be given another value in between. */
function isSame(one: Local, other: Local | undefined): boolean {
  return one.node.text === other?.node.text && one.start === other.start && one.end === other.end;
}

/** True for a constant key, and for one of which there are as many as the program's text has. */
export async function isFew(
  code: PackageCode,
  source: Source,
  key: Node | undefined,
  heed: Heed,
): Promise<boolean> {
  if (key === undefined) return false;
  const isConstant = /string|literal|number|integer|float|true|false|none|nil|null/.test(key.type);
  if (isConstant && !/interpolation|substitution/.test(key.toString())) return true;
  const local = localNamed(source, key)?.node;
  if ([key, local].some(node => node !== undefined && hasMark({ source, node }, 'few'))) return true;
  if (local !== undefined || key.namedChildCount > 0) return false;
  const sources = (await code.sourcesWith(key.text, source, heed)) ?? [];
  return sources.some(each => markedIn(each, 'constant').some(({ text }) => text === key.text));
}
