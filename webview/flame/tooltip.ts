import * as l10n from '@vscode/l10n';
import { baseName } from '../../src/core/displayName.ts';
import { flatOf } from '../../src/core/flame/flameTree.ts';
import { isWithinNoise, noiseBound } from '../../src/core/flame/strength.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import {
  elidedText,
  frameOf,
  growthLineOf,
  hasFlat,
  increaseShare,
  repeatsText,
  valueName,
} from '../state/scene.ts';
import { signOf } from './boxMark.ts';
import type { FlameInput } from './flameView.ts';
import type { NarrowRun } from './narrowRuns.ts';

const distance = 14;

/** Says at once what is under the pointer. Names are set as text, never as markup. */
export class Tooltip {
  readonly element: HTMLElement;
  #shown: { readonly input: FlameInput; readonly what: number | NarrowRun } | null = null;

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'tooltip';
    this.element.setAttribute('aria-hidden', 'true');
    this.hide();
  }

  get isShown(): boolean {
    return this.#shown !== null;
  }

  /** `what`: a node, or what is too narrow to be drawn. */
  show(input: FlameInput, what: number | NarrowRun, x: number, y: number): void {
    if (this.#shown?.input.scene !== input.scene || this.#shown.what !== what) {
      this.#shown = { input, what };
      const lines = typeof what === 'number' ? linesOf(input, what) : linesOfRun(input, what);
      this.element.replaceChildren(...lines.map(paragraph));
      this.element.hidden = false;
    }
    const { offsetWidth, offsetHeight } = this.element;
    const left = Math.min(x + distance, innerWidth - offsetWidth - 4);
    const below = y + distance + 4;
    const top = below + offsetHeight > innerHeight - 4 ? y - offsetHeight - distance : below;
    this.element.style.setProperty('left', `${Math.max(4, left)}px`);
    this.element.style.setProperty('top', `${Math.max(4, top)}px`);
  }

  hide(): void {
    this.#shown = null;
    this.element.hidden = true;
  }
}

function linesOf({ scene, alone }: FlameInput, node: number): readonly string[] {
  const { tree } = scene.layout;
  const { unit, increase, unfiltered } = scene.view;
  const base = tree.base[node] ?? 0;
  const current = tree.current[node] ?? 0;
  const flat = flatOf(tree, node);
  const elided = tree.elided.get(node);
  const frame = frameOf(scene, node);
  const file = scene.names.file(frame);
  const line = growthLineOf(scene, frame);
  const lines = [elided === undefined ? scene.names.shownName(frame) : elidedText(elided)];
  if (elided === undefined && file !== '')
    lines.push(line > 0 ? `${baseName(file)}:${line}` : baseName(file));
  const repeats = repeatsText(scene, node);
  if (repeats !== null) lines.push(repeats);
  if (alone) {
    const share = l10n.t`${formatPercent(current / unfiltered.current)} of the total`;
    lines.push(`${valueName(scene, node)} ${formatValue(current, unit)} · ${share}`);
    if (hasFlat(scene, node) && flat.current !== 0) lines.push(`flat ${formatValue(flat.current, unit)}`);
    return lines;
  }
  const change = (name: string, from: number, to: number): string =>
    `${name} ${formatValue(from, unit)} → ${formatValue(to, unit)}  ${signOf(from, to)} ${formatDelta(to - from, unit)}`;
  lines.push(change(valueName(scene, node), base, current));
  if (hasFlat(scene, node) && (flat.base !== 0 || flat.current !== 0))
    lines.push(change('flat', flat.base, flat.current));
  const grew = tree.increase[node] ?? 0;
  if (isWithinNoise(tree, node)) {
    const bound = noiseBound(tree, node);
    lines.push(
      Math.abs(current - base) <= bound
        ? l10n.t`hatched: within sampling noise (± ${formatValue(bound, unit)})`
        : l10n.t`hatched: neither the whole nor any site changed beyond sampling noise`,
    );
  }
  if (grew > 0 && increase > 0) lines.push(increaseShare(scene, grew));
  return lines;
}

function linesOfRun({ scene, alone }: FlameInput, { frames, base, current }: NarrowRun): readonly string[] {
  const { unit } = scene.view;
  const value = alone
    ? formatValue(current, unit)
    : `${formatValue(base, unit)} → ${formatValue(current, unit)}  ${signOf(base, current)} ${formatDelta(current - base, unit)}`;
  return [elidedText(frames), value, l10n.t`A click widens them`];
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
}
