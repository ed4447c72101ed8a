import type { Node } from 'web-tree-sitter';
import { localOf } from './locals.ts';
import type { Source } from './packageCode.ts';
import { isLocal, roleAt, type Use, wordsIn } from './uses.ts';

/**
 * What is done to a container where the gain is that of what its keys have: to get what a key has and take from that is to take
 * from it.
 */
export function takenWithin(use: Use): Use {
  const { source, node } = use;
  const isTaken = (source.facts.marks.get('holding') ?? []).some(({ nodes }) => {
    if (nodes.get('holding')?.id !== node.id) return false;
    const inner = nodes.get('inner');
    return nodes.has('taken') || (inner !== undefined && isTakenFrom(source, inner));
  });
  return isTaken ? { ...use, role: 'removed' } : use;
}

/** Whether something is taken from an expression or, where it is declared, from a local name. */
function isTakenFrom(source: Source, inner: Node): boolean {
  const local = localOf(source.facts, inner.text, inner.startIndex);
  const names =
    local !== undefined
      ? [...wordsIn(source, inner.text, local.start, local.end)].filter(each => isLocal(source, each, local))
      : [inner];
  return names.some(each => ['removed', 'emptied'].includes(roleAt(source, each, '').role));
}
