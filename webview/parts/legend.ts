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
import { shortPackage } from '../state/frameNames.ts';
import type { Scene } from '../state/scene.ts';

/** Packages named beside their hues: those with the widest boxes. */
const mostPackages = 4;

const paletteNames: Readonly<Record<Palette, string>> = {
  direction: 'Direction',
  package: 'Package',
  colourBlind: 'Colour-blind',
  monochrome: 'Monochrome',
};

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
  const left = `${formatCount(leftOut)} ${leftOut === 1 ? 'frame' : 'frames'} narrower than a pixel not drawn · `;
  const widths = `${leftOut === 0 ? '' : left}${widthText(scene.view, width, alone)}`;
  return html`<div class="legend">
    ${
      alone
        ? html`<span>colour = package</span> ${packages(scene)}`
        : html`${dropdown({
            label: 'Colours',
            prefix: 'Colour: ',
            value: palette,
            choices: palettes.map(value => ({ value, text: paletteNames[value] })),
            onChange: actions.setPalette,
          })}
          ${end === 0 ? nothing : ends(scene, palette, end)} ${shapes(scene, zoomed)}`
    }
    ${
      zoom.length === 0
        ? nothing
        : html`<button class="link" @click=${actions.showAll}>Zoomed in ${levels(zoom.length)} · show all</button>`
    }
    <span class="widths" title=${widths}>${widths}</span>
  </div>`;
}

/** Which change has which colour; the scale ends at the largest below the zoomed frame. */
function ends(scene: Scene, palette: Palette, end: number): TemplateResult {
  const { unit } = scene.view;
  if (palette === 'package') {
    return html`${packages(scene)}<span class="ends">pale 0 … full ± ${formatValue(end, unit)}</span>`;
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
function shapes({ layout: { tree, weight } }: Scene, zoomed: number): TemplateResult {
  let noise = false;
  let gone = false;
  for (let node = zoomed; node < (tree.end[zoomed] ?? 0) && !(noise && gone); node++) {
    if ((weight[node] ?? 0) === 0) continue;
    if (isWithinNoise(tree, node)) noise = true;
    else if (trendOf(tree.base[node] ?? 0, tree.current[node] ?? 0) === 'gone') gone = true;
  }
  const key = (kind: string, text: string, why: string): TemplateResult =>
    html`<span class="means shape" title=${why}><span class=${`swatch ${kind}`} aria-hidden="true"></span>${text}</span>`;
  return html`${noise ? key('noise', 'within noise', 'A change of at most two standard errors: sampling alone can make it.') : nothing}
  ${gone ? key('gone', 'gone', 'The current profile holds nothing of it.') : nothing}`;
}

function levels(count: number): string {
  return count === 1 ? '1 level' : `${count} levels`;
}

function widthText({ unit, increase, decrease, total }: View, width: WidthMode, alone: boolean): string {
  switch (width) {
    case 'change':
      return `width = increase + decrease · ${formatDelta(increase, unit)} · ${formatDelta(-decrease, unit)}`;
    case 'growth':
      return `width = increase · ${formatDelta(increase, unit)}`;
    case 'both':
      return `width = base + current · ${formatValue(total.base, unit)} · ${formatValue(total.current, unit)}`;
    case 'current':
      return `width = ${alone ? 'cum' : 'current'} · ${formatValue(total.current, unit)}`;
    case 'base':
      return `width = base · ${formatValue(total.base, unit)}`;
    default:
      return assertNever(width);
  }
}
