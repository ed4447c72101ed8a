import { frameOf, type Scene } from './scene.ts';

/**
 * The node to look at first: the one where the headline's site grew most, else where anything did; the
 * root when nothing grew.
 */
export function topNode(scene: Scene): number {
  const { tree } = scene.view;
  const isSite = siteTest(scene);
  let best = 0;
  let bestIncrease = 0;
  let bestIsSite = false;
  tree.selfNode.forEach((node, k) => {
    const increase = tree.selfIncrease[k] ?? 0;
    if (increase <= 0 || scene.layout.tree.elided.has(node)) return;
    const here = isSite(node);
    if (bestIsSite && !here) return;
    if (here === bestIsSite && increase <= bestIncrease) return;
    best = node;
    bestIncrease = increase;
    bestIsSite = here;
  });
  return bestIsSite ? best : (aboveAllocators(scene, isSite) ?? best);
}

function siteTest(scene: Scene): (node: number) => boolean {
  const { site } = scene.view.headline;
  const { names } = scene;
  return node => {
    const frame = frameOf(scene, node);
    return names.name(frame) === site?.name && names.file(frame) === site.file;
  };
}

/** Where a site calls an allocator nothing ends at it: its widest node. */
function aboveAllocators({ layout }: Scene, isSite: (node: number) => boolean): number | undefined {
  let widest: number | undefined;
  for (let node = 1; node < layout.tree.count; node++) {
    if (layout.tree.elided.has(node) || !isSite(node)) continue;
    if ((layout.weight[node] ?? 0) > (widest === undefined ? 0 : (layout.weight[widest] ?? 0))) widest = node;
  }
  return widest;
}
