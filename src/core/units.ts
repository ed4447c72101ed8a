/** What a unit measures and how many of the smallest such unit (a byte, a nanosecond) it is. */
export interface Scale {
  readonly of: 'memory' | 'time';
  readonly factor: number;
}

const kibi = 1024;

const scales: ReadonlyMap<string, Scale> = new Map([
  ...units('memory', 1, 'b', 'byte'),
  ...units('memory', kibi, 'kb', 'kib', 'kbyte', 'kilobyte', 'kibibyte'),
  ...units('memory', kibi ** 2, 'mb', 'mib', 'mbyte', 'megabyte', 'mebibyte'),
  ...units('memory', kibi ** 3, 'gb', 'gib', 'gbyte', 'gigabyte', 'gibibyte'),
  ...units('memory', kibi ** 4, 'tb', 'tib', 'tbyte', 'terabyte', 'tebibyte'),
  ...units('memory', kibi ** 5, 'pb', 'pib', 'pbyte', 'petabyte', 'pebibyte'),
  ...units('time', 1, 'ns', 'nanosecond'),
  ...units('time', 1e3, 'us', '\u00b5s', '\u03bcs', 'microsecond'),
  ...units('time', 1e6, 'ms', 'millisecond'),
  ...units('time', 1e9, 's', 'sec', 'second'),
  ...units('time', 60e9, 'min', 'minute'),
  ...units('time', 3600e9, 'h', 'hr', 'hour'),
  ...units('time', 86400e9, 'd', 'day'),
]);

function units(of: Scale['of'], factor: number, ...names: string[]): [string, Scale][] {
  return names.map(name => [name, { of, factor }]);
}

/** What a unit measures, by any of the names that profiles give it; undefined for one that is not known. */
export function scaleOf(unit: string): Scale | undefined {
  const name = unit.toLowerCase();
  return scales.get(name) ?? scales.get(singular(name));
}

function singular(unit: string): string {
  return unit.endsWith('s') ? unit.slice(0, -1) : unit;
}

/** How many `to` one `from` is, undefined when they do not measure the same. Memory counts in powers of 1024, as in pprof. */
export function unitRatio(from: string, to: string): number | undefined {
  if (singular(from.toLowerCase()) === singular(to.toLowerCase())) return 1;
  const a = scaleOf(from);
  const b = scaleOf(to);
  return a === undefined || b === undefined || a.of !== b.of ? undefined : a.factor / b.factor;
}

/** The finer of two units, undefined when they do not measure the same. */
export function finerUnit(one: string, other: string): string | undefined {
  const ratio = unitRatio(one, other);
  return ratio === undefined ? undefined : ratio <= 1 ? one : other;
}
