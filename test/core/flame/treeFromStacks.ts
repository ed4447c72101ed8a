import type { TreeColumns } from '../../../src/core/answers/drawnTree.ts';

/** One stack, root first, with its own value on both sides. */
export interface Stack {
  readonly frames: readonly string[];
  readonly base: number;
  readonly current: number;
}

/** Reads `main;serve;decode 10 → 30`, one stack a line; empty lines are skipped. */
export function stacksFromText(text: string): readonly Stack[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const match = /^(.*?) (-?\d+) → (-?\d+)$/.exec(line);
      if (match === null) throw new Error(`not a stack: ${line}`);
      return { frames: (match[1] ?? '').split(';'), base: Number(match[2]), current: Number(match[3]) };
    });
}

/** The merged call tree of some stacks, as the engine sends it. `names[frame]`; frame 0 is the root, "all". */
export function treeFromStacks(stacks: readonly Stack[]): {
  readonly tree: TreeColumns;
  readonly names: readonly string[];
} {
  interface Node {
    readonly frame: number;
    readonly children: Map<string, Node>;
    base: number;
    current: number;
    own: boolean;
  }
  const names = ['all'];
  const frameOf = new Map<string, number>();
  const make = (frame: number): Node => ({
    frame,
    children: new Map(),
    base: 0,
    current: 0,
    own: false,
  });
  const root = make(0);
  for (const stack of stacks) {
    let node = root;
    for (const name of stack.frames) {
      let frame = frameOf.get(name);
      if (frame === undefined) {
        frame = names.push(name) - 1;
        frameOf.set(name, frame);
      }
      let child = node.children.get(name);
      if (child === undefined) {
        child = make(frame);
        node.children.set(name, child);
      }
      node = child;
    }
    node.base += stack.base;
    node.current += stack.current;
    node.own = true;
  }
  const frame: number[] = [];
  const depth: number[] = [];
  const self: (readonly [node: number, base: number, current: number])[] = [];
  const larger = (node: Node): number => {
    let base = node.base;
    let current = node.current;
    for (const child of node.children.values()) {
      base += child.base;
      current += child.current;
    }
    return Math.max(base, current);
  };
  const visit = (node: Node, level: number): void => {
    if (node.own) self.push([frame.length, node.base, node.current]);
    frame.push(node.frame);
    depth.push(level);
    const children = [...node.children.values()].sort((one, other) => larger(other) - larger(one));
    for (const child of children) visit(child, level + 1);
  };
  visit(root, 0);
  return {
    names,
    tree: {
      frame: Uint32Array.from(frame),
      depth: Uint16Array.from(depth),
      selfNode: Uint32Array.from(self, ([node]) => node),
      selfBase: Float64Array.from(self, ([, base]) => base),
      selfCurrent: Float64Array.from(self, ([, , current]) => current),
      selfIncrease: Float64Array.from(self, ([, base, current]) => Math.max(0, current - base)),
      selfVariance: new Float32Array(self.length),
      elidedNode: new Uint32Array(),
      elidedCount: new Uint32Array(),
    },
  };
}
