import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { View } from '../../src/core/answers/requests.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { trendOf } from '../../src/core/flame/flameTree.ts';
import { type Palette, palettes } from '../../src/core/flame/palette.ts';
import { isWithinNoise, scaleEnd } from '../../src/core/flame/strength.ts';
import { formatCount, formatDelta, formatValue } from '../../src/core/format.ts';
import { shownName } from '../../src/core/shown.ts';
import type { WidthMode } from '../../src/protocol.ts';
import { dropdown } from '../controls.ts';
import type { AppState } from '../state/appState.ts';
import type { Around } from '../state/around.ts';
import { shortPackage } from '../state/frameNames.ts';
import type { Scene } from '../state/scene.ts';

/** Packages named beside their hues: those with the widest boxes. */
const mostPackages = 4;

function paletteName(palette: Palette): string {
  switch (palette) {
    case 'direction':
      return l10n.t`Direction`;
    case 'package':
      return l10n.t`Package`;
    case 'colourBlind':
      return l10n.t`Colour-blind`;
    case 'monochrome':
      return l10n.t`Monochrome`;
    default:
      return assertNever(palette);
  }
}

/** What the legend can ask for. */
export interface LegendActions {
  showAll(): void;
  setPalette(palette: Palette): void;
}

/** What colours and widths mean, what is not drawn, and the way back from a zoom. */
export function legend(
  scene: Scene,
  { width, zoom, zoomed, palette }: Pick<AppState, 'width' | 'zoom' | 'zoomed' | 'palette'>,
  alone: boolean,
  leftOut: number,
  actions: LegendActions,
): TemplateResult {
  const end = alone ? 0 : scaleEnd(scene.layout.tree, zoomed);
  const widths = [...leftOutText(leftOut), widthText(scene.view, width, alone)].join(' · ');
  return html`<div class="legend" title=${widths}><div class="key">
    ${colours([scene], zoomed, palette, alone, end, actions.setPalette)}
    ${
      zoom.length === 0
        ? nothing
        : html`<button class="link" @click=${actions.showAll}>${zoomedText(zoom.length)}</button>`
    }
    </div><span class="widths"><span>${widths}</span></span>
  </div>`;
}

/** The same for the callers and callees of a function. */
export function aroundLegend(
  { scenes, scaleEnd: end }: Around,
  palette: Palette,
  alone: boolean,
  setPalette: (palette: Palette) => void,
): TemplateResult {
  const both = [scenes.callees, scenes.callers] as const;
  return html`<div class="legend"><div class="key">${colours(both, 0, palette, alone, alone ? 0 : end, setPalette)}</div></div>`;
}

/** What colours mean in scenes that have one scale, which ends at a change. */
function colours(
  scenes: readonly [Scene, ...Scene[]],
  zoomed: number,
  palette: Palette,
  alone: boolean,
  end: number,
  setPalette: (palette: Palette) => void,
): TemplateResult {
  const [scene] = scenes;
  if (alone) return html`<span>${l10n.t`colour = package`}</span> ${packages(scene)}`;
  return html`${dropdown({
    label: l10n.t`Colours`,
    closed: text =>
      html`<span class="whole">${l10n.t`Colour: ${text}`}</span><span class="short">${text}</span>`,
    value: palette,
    choices: palettes.map(value => ({ value, text: paletteName(value) })),
    onChange: setPalette,
  })}
  ${end === 0 ? nothing : ends(scene, palette, end)} ${shapes(scenes, zoomed)}`;
}

/** Which change has which colour; the scale ends at the largest below the zoomed frame. */
function ends(scene: Scene, palette: Palette, end: number): TemplateResult {
  const { unit } = scene.view;
  if (palette === 'package') {
    return html`${packages(scene)}<span class="ends pale">${l10n.t`pale 0 … full ± ${formatValue(end, unit)}`}</span>`;
  }
  return html`<span class="ends">▼ ${formatDelta(-end, unit)}</span><span class="scale" aria-hidden="true"></span
    ><span class="ends">${formatDelta(end, unit)} ▲</span>`;
}

function packages(scene: Scene): readonly TemplateResult[] {
  return [...scene.hues()]
    .slice(0, mostPackages)
    .map(
      ([name, hue]) =>
        html`<span class="means package" title=${shownName(name)}><span class="swatch" .style=${`background: var(--flame-hue-${hue})`} aria-hidden="true"></span><span>${shortPackage(name)}</span></span>`,
    );
}

/** What stands for a colour where there is none, if there is any such box. */
function shapes(scenes: readonly Scene[], zoomed: number): TemplateResult {
  let noise = false;
  let gone = false;
  for (const { tree, weight } of scenes.map(({ layout }) => layout)) {
    for (let node = zoomed; node < (tree.end[zoomed] ?? 0) && !(noise && gone); node++) {
      if ((weight[node] ?? 0) === 0) continue;
      if (isWithinNoise(tree, node)) noise = true;
      else if (trendOf(tree.base[node] ?? 0, tree.current[node] ?? 0) === 'gone') gone = true;
    }
  }
  const key = (kind: string, text: string, why: string): TemplateResult =>
    html`<span class="means shape" title=${why}><span class=${`swatch ${kind}`} aria-hidden="true"></span><span>${text}</span></span>`;
  return html`${noise ? key('noise', l10n.t`within noise`, l10n.t`A change of at most two standard errors: sampling alone can make it.`) : nothing}
  ${gone ? key('gone', l10n.t`gone`, l10n.t`The current profile holds nothing of it.`) : nothing}`;
}

function zoomedText(levels: number): string {
  return levels === 1 ? l10n.t`Zoomed in 1 level · show all` : l10n.t`Zoomed in ${levels} levels · show all`;
}

function leftOutText(count: number): readonly string[] {
  if (count === 0) return [];
  return count === 1
    ? [l10n.t`1 frame narrower than a pixel not drawn`]
    : [l10n.t`${formatCount(count)} frames narrower than a pixel not drawn`];
}

function widthText({ unit, increase, decrease, total }: View, width: WidthMode, alone: boolean): string {
  switch (width) {
    case 'change':
      return l10n.t`width = increase + decrease · ${formatDelta(increase, unit)} · ${formatDelta(-decrease, unit)}`;
    case 'growth':
      return l10n.t`width = increase · ${formatDelta(increase, unit)}`;
    case 'both':
      return l10n.t`width = base + current · ${formatValue(total.base, unit)} · ${formatValue(total.current, unit)}`;
    case 'current':
      return alone
        ? l10n.t`width = cum · ${formatValue(total.current, unit)}`
        : l10n.t`width = current · ${formatValue(total.current, unit)}`;
    case 'base':
      return l10n.t`width = base · ${formatValue(total.base, unit)}`;
    default:
      return assertNever(width);
  }
}
