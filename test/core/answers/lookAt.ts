import type { Look, TreeLook } from '../../../src/core/answers/look.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import type { Frame, Node } from '../../../src/core/ids.ts';
import { flatOf } from '../../../src/core/measures/measure.ts';
import type { Granularity } from '../../../src/core/names/granularity.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { type Filter, noFilter } from '../../../src/core/stacks/filterFields.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { type ProfileText, profileBytes, type SampleText } from '../../fixtures/buildProfile.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

export function profileOf(text: ProfileText): Profile {
  return readProfile(profileBytes(text));
}

/** Samples of one value each, written `main;handle;alloc 12`, outermost caller first. */
export function samplesOf(...lines: readonly string[]): SampleText[] {
  return lines.map(line => {
    const at = line.lastIndexOf(' ');
    return { stack: line.slice(0, at).split(';').filter(Boolean), values: [Number(line.slice(at + 1))] };
  });
}

/** Live bytes of one capture. */
export function heap(...lines: readonly string[]): Profile {
  return profileOf({ samples: samplesOf(...lines) });
}

export interface LookText {
  readonly sampleType?: string;
  readonly granularity?: Granularity;
  readonly normalize?: boolean;
  readonly filter?: Partial<Filter>;
  /** Files of the reader's own; none: what the profiles tell of it. */
  readonly own?: readonly string[];
}

/** One profile alone, or base and current, looked at. */
export function lookAt(profiles: readonly Profile[], { filter, own = [], ...options }: LookText = {}): Look {
  const looks = new Looks(profiles);
  looks.setOwn(own);
  return looks.at({ ...inuseSpace, ...options, filter: { ...noFilter, ...filter } });
}

/** The merged tree as text, a node a line, indented; with flat values where there are any. Siblings by name. */
export function dumpTree({ merged: { tree, frames }, measure }: TreeLook): string[] {
  const dump = (node: Node, indent: string): string[] => {
    const children: Node[] = [];
    const end = tree.next[node] as Node;
    for (let child = (node + 1) as Node; child < end; child = tree.next[child] as Node) children.push(child);
    const name = (of: Node): string => frames.name[tree.frame[of] as Frame] ?? '';
    children.sort((a, b) => (name(a) < name(b) ? -1 : 1));
    const base = flatOf(tree, measure.base, node);
    const current = flatOf(tree, measure.current, node);
    const value = base === 0 && current === 0 ? '' : ` ${base} → ${current}`;
    return [`${indent}${name(node)}${value}`, ...children.flatMap(child => dump(child, `${indent}  `))];
  };
  return dump(rootNode, '');
}

/** Number of the first node with that name, in the tree's order. */
export function nodeNamed({ merged: { tree, frames } }: TreeLook, name: string): Node {
  const node = tree.frame.findIndex(frame => frames.name[frame] === name);
  if (node < 0) throw new Error(`no node is called ${name}`);
  return node as Node;
}
