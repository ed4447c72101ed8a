import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { assertNever } from '../../src/core/assertNever.ts';
import { baseName } from '../../src/core/displayName.ts';
import { trendOf } from '../../src/core/flame/flameTree.ts';
import { isWithinNoise } from '../../src/core/flame/strength.ts';
import { visitVisible } from '../../src/core/flame/visibleBoxes.ts';
import { windowOf } from '../../src/core/flame/zoom.ts';
import { formatPercent, formatValue } from '../../src/core/format.ts';
import { frameOf, growthLineOf, increaseShare, repeatsText, type Scene } from '../state/scene.ts';
import type { FlameInput } from './flameView.ts';

/** More would make assistive technology slow, and nobody walks so many. */
const mostItems = 500;
/** Boxes narrower than this share of the window are not worth a step. */
const narrowest = 1 / 200;

/** `tree` tells one tree of the page from another. */
export function itemId(tree: string, node: number): string {
  return `${tree}-${node}`;
}

/** The flame graph for those who do not see it: one item a box, in the order of the tree. */
export function treeItems(input: FlameInput, tree: string): TemplateResult {
  const { scene, selected } = input;
  const { depth } = scene.view.tree;
  return html`${repeat(
    itemNodes(input),
    node => node,
    node => html`<div
      role="treeitem"
      id=${itemId(tree, node)}
      data-node=${node}
      aria-level=${(depth[node] ?? 0) + 1}
      aria-selected=${node === selected ? 'true' : 'false'}
    >${itemName(scene, node, input.alone)}</div>`,
  )}`;
}

function itemNodes({ scene, zoomed, selected }: FlameInput): readonly number[] {
  const { layout } = scene;
  const window = windowOf(layout, zoomed);
  const nodes: number[] = [];
  visitVisible(
    layout,
    {
      ...window,
      firstRow: 0,
      lastRow: layout.tree.deepest,
      narrowest: (window.end - window.start) * narrowest,
    },
    { box: node => nodes.push(node), narrow: () => {} },
  );
  if (!nodes.includes(selected)) nodes.push(selected);
  if (nodes.length > mostItems) {
    nodes.sort((one, other) => (layout.weight[other] ?? 0) - (layout.weight[one] ?? 0));
    nodes.length = mostItems;
    if (!nodes.includes(selected)) nodes[mostItems - 1] = selected;
  }
  return nodes.sort((one, other) => one - other);
}

/** `main.(*dedupeCache).seen, grew 312.0 MiB, 98 % of the increase, dedupe.go line 31` */
export function itemName(scene: Scene, node: number, alone: boolean): string {
  const { tree } = scene.layout;
  const { unit, increase, unfiltered } = scene.view;
  const frame = frameOf(scene, node);
  const base = tree.base[node] ?? 0;
  const current = tree.current[node] ?? 0;
  const elided = tree.elided.get(node);
  const parts = [elided === undefined ? scene.names.shownName(frame) : smallFrames(elided)];
  const repeats = repeatsText(scene, node);
  if (repeats !== null) parts.push(repeats);
  if (alone)
    parts.push(
      formatValue(current, unit),
      l10n.t`${formatPercent(current / unfiltered.current)} of the total`,
    );
  else {
    parts.push(changeInWords(base, current, unit));
    if (isWithinNoise(tree, node)) parts.push(l10n.t`within sampling noise`);
    const grew = tree.increase[node] ?? 0;
    if (grew > 0 && increase > 0) parts.push(increaseShare(scene, grew));
  }
  const file = scene.names.file(frame);
  const line = growthLineOf(scene, frame);
  if (elided === undefined && file !== '') {
    parts.push(line > 0 ? l10n.t`${baseName(file)} line ${line}` : baseName(file));
  }
  return parts.join(', ');
}

function smallFrames(count: number): string {
  return count === 1 ? l10n.t`1 small frame` : l10n.t`${count} small frames`;
}

function changeInWords(base: number, current: number, unit: string): string {
  const size = formatValue(Math.abs(current - base), unit);
  const trend = trendOf(base, current);
  switch (trend) {
    case 'new':
      return l10n.t`new, grew ${size}`;
    case 'gone':
      return l10n.t`gone, shrank ${size}`;
    case 'grew':
      return l10n.t`grew ${size}`;
    case 'shrank':
      return l10n.t`shrank ${size}`;
    case 'unchanged':
      return l10n.t`unchanged`;
    default:
      return assertNever(trend);
  }
}
