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

function split(path: string): string[] {
  return cleanSegments(path.split(/[/\\]/));
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[a-zA-Z]:[/\\])/.test(path);
}
