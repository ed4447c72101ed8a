/** How strongly a line changed, from 1 (a little) to 4 (half as much as the line that changed most, or more). */
export type Heat = 1 | 2 | 3 | 4;

export const heats: readonly Heat[] = [1, 2, 3, 4];

/** The heat of a change beside the largest of the diff. A step is about a factor of five. */
export function heatOf(change: number, largest: number): Heat {
  const part = Math.abs(change) / largest;
  if (part >= 0.5) return 4;
  if (part >= 0.1) return 3;
  return part >= 0.02 ? 2 : 1;
}
