import { frameName } from '../code/frameName.ts';
import { languageIn } from '../code/language.ts';
import { leastRetained, type StackHint, stackHint } from '../evidence/stackHint.ts';
import type { Heed } from '../heed.ts';
import { sentences } from '../sentences.ts';
import { type Addition, additionAt, type Site, siteOf, usedAs } from './gain.ts';
import { additionByCalled } from './handedOn.ts';
import type { Hint, HintInput, Subject } from './hint.ts';
import { onlyFilled } from './onlyFilled.ts';
import { type OpenConnections, openConnections } from './openConnections.ts';
import type { PackageCode } from './packageCode.ts';
import { removedElsewhere } from './removedElsewhere.ts';
import { leakAt, leakOfRuns, resourceAt } from './resources.ts';
import { lineOf } from './uses.ts';

/** Callers that are looked at for one that keeps what the site allocates. */
const mostCallers = 3;

/**
 * Why a site leaks, as far as its source tells for sure; null where it does not. To be asked of what grew beyond
 * noise alone. Throws what `heed` throws.
 */
export async function explainLeak(code: PackageCode, input: HintInput, heed: Heed): Promise<Hint | null> {
  const { kind, stack, retained } = input;
  const byStack = stackHint(kind, stack, retained);
  const open = byStack && (await openConnections(code, stack, heed));
  const told = byStack && ofStack(byStack, open);
  if (open !== null) return told;
  if (retained !== null && retained < leastRetained)
    return told ?? explainCopied(code, input, retained, heed);
  const site = await siteOf(code, input.site, heed);
  const byPattern =
    site && (leakAt(code, site) ?? (await leakOfRuns(code, site, heed)) ?? resourceAt(code, site));
  if (byPattern !== null) return byPattern;
  // What the stack tells is said where the source does not say more.
  if (told !== null || kind !== 'memory') return told;
  const addition = await nearestAddition(code, input, heed);
  const gain = addition && (await usedAs(code, addition, input.references, heed));
  if (gain === null) return null;
  return (await onlyFilled(code, gain, input, heed)) ?? (await removedElsewhere(code, gain, input, heed));
}

/** What the stack tells; of connections also the calls that leave them open, where there are some. */
function ofStack({ rule, text }: StackHint, open: OpenConnections | null): Hint {
  return { rule, text: sentences(text, open?.text ?? ''), lines: open?.lines ?? [], next: null };
}

/**
 * The same of a map or a slice of Go that does nothing but grow: it is copied as it does, and what it is copied from is freed. Of
 * a map's tables, which double or (Go 1.24 on) split in two, half is still there; of a slice's arrays, which grow by a quarter,
 * a fifth.
 */
async function explainCopied(
  code: PackageCode,
  input: HintInput,
  retained: number,
  heed: Heed,
): Promise<Hint | null> {
  const site = await siteOf(code, input.site, heed);
  if (site?.source.parsed.grammar !== 'go') return null;
  const addition = await additionAt(code, site, heed);
  const least = leastCopied.get(addition?.container.kind ?? '');
  if (addition === null || least === undefined || retained < least) return null;
  const gain = await usedAs(code, addition, input.references, heed);
  return gain && onlyFilled(code, gain, input, heed);
}

/** By kind less than what growing alone keeps, by as much as sampling may be wrong. */
const leastCopied: ReadonlyMap<string, number> = new Map([
  ['map', 0.35],
  ['maps', 0.35],
  ['list', 0.15],
]);

/** What a site adds to, where a language server can be asked for all its references; null where it adds to nothing. */
export async function subjectOf(
  code: PackageCode,
  input: Pick<HintInput, 'site' | 'callers'>,
  heed: Heed,
): Promise<Subject | null> {
  const addition = await nearestAddition(code, input, heed);
  if (addition === null) return null;
  const { node, name, source } = addition.container;
  return { file: source.file, line: lineOf(node), column: node.startPosition.column, name };
}

/**
 * What the site adds to; where it adds to nothing, what a function does that it hands to what it makes, or the nearest caller
 * that gets what is made and adds it to something.
 */
async function nearestAddition(
  code: PackageCode,
  { site, callers }: Pick<HintInput, 'site' | 'callers'>,
  heed: Heed,
): Promise<Addition | null> {
  for (const place of [site, ...callers.slice(0, mostCallers)]) {
    const found = await siteOf(code, place, heed);
    if (found === null || (place !== site && !isOf(found, place))) continue;
    const addition = await additionAt(code, found, heed);
    if (addition !== null) return { ...addition, isHanded: place !== site };
    const handed = await additionByCalled(code, found, heed);
    if (handed !== null) return handed;
  }
  return null;
}

/** True where the function at the line is the frame's, as far as names tell: lines of a caller are not followed. */
function isOf({ source, fn }: Site, place: HintInput['site']): boolean {
  const frame = place && frameName(languageIn(source.parsed.grammar), place.name);
  return frame?.name === fn.name;
}
