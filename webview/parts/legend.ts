import { html, nothing, type TemplateResult } from 'lit-html';
import type { View } from '../../src/core/answers/requests.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { formatCount, formatDelta, formatValue } from '../../src/core/format.ts';
import type { WidthMode } from '../../src/protocol.ts';

/** What colours and widths mean, what is not drawn, and the way back from a zoom. */
export function legend(
  view: View,
  width: WidthMode,
  alone: boolean,
  leftOut: number,
  zoom: readonly string[],
  showAll: () => void,
): TemplateResult {
  return html`<div class="legend">
    ${
      alone
        ? html`<span>colour = package</span>`
        : html`<span>▼ shrank</span><span class="scale" aria-hidden="true"></span><span>grew ▲</span>
          <span class="gone" aria-hidden="true"></span><span>gone</span>`
    }
    ${
      zoom.length === 0
        ? nothing
        : html`<button class="link" @click=${showAll}>Zoomed in ${levels(zoom.length)} · show all</button>`
    }
    <span class="widths"
      >${leftOut === 0 ? nothing : html`${formatCount(leftOut)} ${leftOut === 1 ? 'frame' : 'frames'} narrower than a pixel not drawn · `}${widthText(view, width, alone)}</span
    >
  </div>`;
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
    default:
      return assertNever(width);
  }
}
