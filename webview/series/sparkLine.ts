import { html, type TemplateResult } from 'lit-html';

/** Of the picture, in its own units. */
const width = 100;
const height = 24;

/** How a value went over the captures: steps from zero, every capture as wide as the others. What it says stands beside it. */
export function sparkLine(values: readonly number[]): TemplateResult {
  return html`<svg class="spark" viewBox=${`0 -1 ${width} ${height + 2}`} preserveAspectRatio="none" aria-hidden="true">
    <polyline points=${sparkPoints(values)} vector-effect="non-scaling-stroke" />
  </svg>`;
}

/** The corners of the steps, `x,y x,y …`. */
export function sparkPoints(values: readonly number[]): string {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const range = high - low || 1;
  const step = width / Math.max(1, values.length);
  return values
    .flatMap((value, i) => {
      const y = height - ((value - low) / range) * height;
      return [i * step, (i + 1) * step].map(x => `${x.toFixed(1)},${y.toFixed(1)}`);
    })
    .join(' ');
}
