import type { Node } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import { type Container, hasMark, markedIn, typeName } from './container.ts';
import type { Gain } from './gain.ts';
import { type Span, spanOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { functionAround, functionAt, lineOf } from './uses.ts';

/** Types by whose name their objects live long. */
const longLived =
  /cache|registry|store|pool|memo|manager|hub|broker|tracker|repository|dedup|session|server|service|daemon/i;

/** Functions by whose name what they make lives long. */
const factory = /^(?:create|make|build|new|open|connect|memoize|memo)/;

/**
 * True for code that runs once, or as often as the program's text says: not for what is called back later from there.
 */
export function isOnce(source: Source, node: Node): boolean {
  const { functions } = source.facts;
  const ran = new Set(markedIn(source, 'ran').map(({ text }) => text));
  const at = spanOf(node);
  const around = markedIn(source, 'once')
    .map(spanOf)
    .filter(each => holds(each, at));
  const fn = functionAt(source, lineOf(node));
  const called =
    fn !== null && ran.has(fn.name)
      ? functions.length === 0
        ? spanOf(source.parsed.root)
        : functions.find(({ begins }) => begins === fn.line)
      : undefined;
  if (called !== undefined && holds(called, at)) around.push(called);
  const later = ['escaping', 'recurring', 'later']
    .flatMap(mark => markedIn(source, mark))
    .map(spanOf)
    .filter(each => holds(each, at));
  return around.some(outer => !later.some(inner => inner.start > outer.start && holds(outer, inner)));
}

/** True when the code shows that the container lives as long as the process, or what was kept shows it. */
export async function isLongLived(
  code: PackageCode,
  { container, site, expression }: Gain,
  retained: number | null,
  heed: Heed,
): Promise<boolean> {
  if (container.life === 'local') return isKept(code, container, expression, retained, heed);
  if (container.life !== 'field' || (retained !== null && !hasMark(container, 'brief'))) return true;
  const sources = (await code.sourcesWith(container.owner, site.source, heed)) ?? [];
  const holders = sources.flatMap(({ facts }) => facts.marks.get('held') ?? []);
  return (
    longLived.test(container.owner) ||
    hasType(sources, 'keeper', container.owner) ||
    holders.some(
      ({ nodes }) =>
        typeName(nodes.get('held')?.text ?? '') === container.owner &&
        longLived.test(nodes.get('holder')?.text ?? ''),
    )
  );
}

/** True when a mark is on a name or a value of a type. */
export function hasType(sources: readonly Source[], mark: string, name: string): boolean {
  return sources.some(source => markedIn(source, mark).some(({ text }) => typeName(text) === name));
}

/**
 * True for a local of a function around a whole module, and for one that a function adds to which outlives the call
 * where it was made, when the profile or the module's code shows that it is kept.
 */
async function isKept(
  code: PackageCode,
  { source, node }: Container,
  expression: Node,
  retained: number | null,
  heed: Heed,
): Promise<boolean> {
  const maker = functionAround(source, node);
  if (maker === undefined) return false;
  if (markedIn(source, 'wrapper').some(each => isSame(spanOf(each), maker))) return true;
  const isKeeping = (span: Span): boolean =>
    holds(maker, span) && !isSame(maker, span) && holds(span, spanOf(expression));
  if (retained !== null && markedIn(source, 'recurring').some(each => isKeeping(spanOf(each)))) return true;
  const returned = new Set(
    markedIn(source, 'returned').flatMap(each => (holds(maker, spanOf(each)) ? each.text : [])),
  );
  const escaping = [
    ...markedIn(source, 'escaping'),
    ...(source.facts.marks.get('named') ?? []).flatMap(({ nodes }) =>
      returned.has(nodes.get('named')?.text ?? '') ? (nodes.get('named.value') ?? []) : [],
    ),
  ];
  if (!escaping.some(each => isKeeping(spanOf(each)))) return false;
  const fn = functionAt(source, lineOf(node));
  if (retained !== null && factory.test(fn?.name ?? '')) return true;
  const sources = fn === null ? null : await code.sourcesWith(fn.name, source, heed);
  return fn !== null && hasType(sources ?? [], 'keeper', fn.name);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
