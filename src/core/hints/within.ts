import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import { localNamed, markedIn, unwrapped } from './container.ts';
import type { Match, Role } from './facts.ts';
import { around, type Local, spanOf } from './locals.ts';
import type { Source } from './packageCode.ts';
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
 * Whether the function has asked before if the container has a key, and gone on: to look that up by brackets makes none then. What
 * is done in the branch that depends on the answer may well make it.
 */
export function hasAsked(source: Source, fn: Declaration, { nodes, set }: Match): boolean {
  const added = nodes.get('added');
  if (set['look'] === undefined || added === undefined) return false;
  const branches = markedIn(source, 'branch').map(spanOf);
  return markedIn(source, 'found').some(asked => {
    if (asked.text !== added.text || lineOf(asked) < fn.line || asked.endIndex > added.startIndex)
      return false;
    const branch = around(branches, asked.startIndex);
    return branch === undefined || added.startIndex >= branch.end;
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
