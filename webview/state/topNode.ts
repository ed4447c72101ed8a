import { frameOf, type Scene } from './scene.ts';

/**
 * The node to look at first: the one where the headline's site grew most, else where anything did; the
 * root when nothing grew.
 */
export function topNode(scene: Scene): number {
  const { top, tree } = scene.view;
  const { names } = scene;
  let best = 0;
  let bestIncrease = 0;
  let bestIsTop = false;
  tree.selfNode.forEach((node, k) => {
    const increase = tree.selfIncrease[k] ?? 0;
    if (increase <= 0 || scene.layout.tree.elided.has(node)) return;
    const frame = frameOf(scene, node);
    const isTop = names.name(frame) === top?.name && names.file(frame) === top.file;
    if (bestIsTop && !isTop) return;
    if (isTop === bestIsTop && increase <= bestIncrease) return;
    best = node;
    bestIncrease = increase;
    bestIsTop = isTop;
  });
  return best;
}
