/** How a line of the chart looks; dashes in CSS pixels, for whoever cannot tell the colours apart. */
export interface LineLook {
  readonly color: string;
  readonly dash: readonly number[];
}

/** The chart's colours, as the style sheet has them in this theme. */
export interface ChartTheme {
  readonly text: string;
  readonly grid: string;
  readonly cursor: string;
  readonly mark: string;
  readonly fix: string;
  readonly font: string;
  /** The first is the total's. */
  readonly lines: readonly LineLook[];
}

/** Of the total, five growers, three that were measured beside, after which they begin anew, and the limit. */
export const dashes: readonly (readonly number[])[] = [
  [],
  [],
  [6, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [1, 3],
  [12, 4],
  [8, 2, 2, 2, 2, 2],
  [3, 6],
];

/** Reads the colours where the chart is. */
export function chartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(name).trim() || style.color;
  return {
    text: color('--quiet'),
    grid: color('--series-grid'),
    cursor: color('--quiet'),
    mark: color('--series-mark'),
    fix: color('--series-line-3'),
    font: `${Math.round(Number.parseFloat(style.fontSize) * 0.92)}px ${style.fontFamily}`,
    lines: dashes.map((dash, i) => ({ color: color(`--series-line-${i}`), dash })),
  };
}
