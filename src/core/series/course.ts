/** How a value went over the captures of one process: what a verdict is made from. All columns have one entry a capture. */
export interface Course {
  /** Hours since the first capture; null where times are not known. */
  readonly hours: readonly number[] | null;
  readonly values: readonly number[];
  /** The load had stopped before it. */
  readonly settled: readonly boolean[];
  /** Requests a second up to each capture, null where nobody has counted them. */
  readonly requests: readonly number[] | null;
  /** Standard error of values[to] − values[from], as sampling makes it; 0 where it is not known. */
  readonly standardError: (from: number, to: number) => number;
  /** How many captures are not a repetition of the one before. */
  readonly distinct: number;
  /** Sites that are judged beside this one; null for the whole. */
  readonly sites: number | null;
  readonly unit: string;
  /** What people count the first of these captures as: 1, or more after a restart. */
  readonly firstNumber: number;
}

/** Fewer captures make no trend. */
export const fewestCaptures = 4;
/** Of five lowest values every hundredth series rises by chance. */
const fewestValleys = 5;

/** Up to two standard errors a change is not told from chance, as of a pair. */
export function isWithinNoise(course: Course, from: number, to: number): boolean {
  return Math.abs(valueAt(course, to) - valueAt(course, from)) <= 2 * course.standardError(from, to);
}

export function valueAt({ values }: Course, at: number): number {
  return values[at] ?? 0;
}

/** The captures that trends are seen in: those under load, or, where the load has stopped often enough, those after it. */
export function trendCaptures({ settled, values }: Pick<Course, 'settled' | 'values'>): number[] {
  const all = values.map((_, at) => at);
  const after = all.filter(at => settled[at] === true);
  return after.length >= fewestCaptures ? after : all.filter(at => settled[at] !== true);
}

/**
 * The floor of values that fall and rise again, as between collections: the lowest of each stretch from one fall to the
 * next. Where there are none, or too few to show a trend, all captures.
 */
export function floorOf(course: Course, captures: readonly number[]): readonly number[] {
  const valleys: number[] = [];
  let lowest: number | undefined;
  let before: number | undefined;
  for (const at of captures) {
    const fell = before !== undefined && valueAt(course, at) < valueAt(course, before);
    if (fell && lowest !== undefined && before !== lowest) {
      valleys.push(lowest);
      lowest = undefined;
    }
    if (lowest === undefined || valueAt(course, at) < valueAt(course, lowest)) lowest = at;
    before = at;
  }
  if (lowest !== undefined) valleys.push(lowest);
  return valleys.length > fewestValleys && valleys.length < captures.length ? valleys : captures;
}
