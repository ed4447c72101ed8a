import type { Look } from '../answers/look.ts';
import type { Frame, Node } from '../ids.ts';
import { flatOf } from '../measures/measure.ts';

/**
 * The merged tree as folded stacks, `main;serve;seen 12 324`, base before current: what FlameGraph's scripts take for
 * a diff. With one profile alone there is one number. Doubles: exact up to 2^53.
 */
export function reportFolded({ comparison, merged: { tree, frames }, measure }: Look): string {
  const lines: string[] = [];
  const path: string[] = [];
  const ends: Node[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    while (ends.length > 0 && node >= (ends.at(-1) as Node)) {
      ends.pop();
      path.pop();
    }
    const frame = tree.frame[node] as Frame;
    path.push(
      frameText(frames.name[frame] ?? '', frames.line[frame] as number, frames.granularity === 'lines'),
    );
    ends.push(tree.next[node] as Node);
    const base = flatOf(tree, measure.base, node);
    const current = flatOf(tree, measure.current, node);
    if (base === 0 && current === 0) continue;
    lines.push(`${path.join(';')} ${comparison.kind === 'alone' ? current : `${base} ${current}`}\n`);
  }
  return lines.sort().join('');
}

/** A frame on one line, without what separates frames. */
function frameText(name: string, line: number, withLine: boolean): string {
  const plain = name.replace(/[;\r\n]/g, ':');
  return withLine && line > 0 ? `${plain}:${line}` : plain;
}
