import { cleanSegments } from './profilePath.ts';

/** A rule "what begins with `from` in a profile begins with `to` here". Whole segments only. */
export interface Substitution {
  readonly from: string;
  readonly to: string;
}

/** The path with the rule applied, absolute and clean; null when the rule is not about this path. */
export function substitute(rule: Substitution, path: string): string | null {
  const from = split(rule.from);
  const segments = split(path);
  const sameRoot = isAbsolute(rule.from) === isAbsolute(path);
  if (!sameRoot || from.length > segments.length || !isAbsolute(rule.to)) return null;
  const fold = /^[a-zA-Z]:$/.test(from[0] ?? '');
  const fits = from.every((segment, i) => {
    const other = segments[i] ?? '';
    return segment === other || (fold && segment.toLowerCase() === other.toLowerCase());
  });
  return fits ? `/${[...split(rule.to), ...segments.slice(from.length)].join('/')}` : null;
}

/**
 * The rule that one located file teaches: what differs once the longest common end is taken away. A file of
 * another name gives a rule for that one path.
 */
export function deriveSubstitution(profilePath: string, chosenPath: string): Substitution {
  const from = split(profilePath);
  const to = split(chosenPath);
  let common = 0;
  while (
    common < Math.min(from.length, to.length) &&
    from[from.length - 1 - common] === to[to.length - 1 - common]
  ) {
    common++;
  }
  const head = from.slice(0, from.length - common).join('/');
  return {
    from: isAbsolute(profilePath) ? `/${head}` : head,
    to: `/${to.slice(0, to.length - common).join('/')}`,
  };
}

/** Reads rules from settings, of which nothing is sure: `[{ from, to }]` or `{ from: to }`. */
export function readSubstitutions(setting: unknown): readonly Substitution[] {
  if (typeof setting !== 'object' || setting === null) return [];
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(setting)
    ? setting.map(each => [field(each, 'from'), field(each, 'to')] as const)
    : Object.entries(setting);
  return pairs.flatMap(([from, to]) =>
    typeof from === 'string' && typeof to === 'string' && from !== '' && to !== '' ? [{ from, to }] : [],
  );
}

/** The rules of the Go extension's `go.delveConfig`, whose `from` is the local side and `to` the remote one. */
export function readDelveSubstitutions(delveConfig: unknown): readonly Substitution[] {
  return readSubstitutions(field(delveConfig, 'substitutePath')).map(({ from, to }) => ({
    from: to,
    to: from,
  }));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function split(path: string): string[] {
  return cleanSegments(path.split(/[/\\]/));
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[a-zA-Z]:[/\\])/.test(path);
}
