import * as l10n from '@vscode/l10n';
import type { Heed } from '../heed.ts';
import { sentences } from '../sentences.ts';
import { type Called, callersOf } from './called.ts';
import { type Gain, gainLines, isBounded } from './gain.ts';
import type { Hint, HintInput } from './hint.ts';
import { isLongLived } from './lifetime.ts';
import type { PackageCode } from './packageCode.ts';
import { functionAt, lineOf, type Use, wordsIn } from './uses.ts';
import { functionTitle, keptText, lineIn, titleOf, whereOf } from './words.ts';

/** Where a removal keeps up, less than this of what was put in is still there. */
const leastKept = 0.7;

/** How far up from a removal the functions that call it are followed. */
const mostSteps = 3;

/** More functions than this that remove are a cache with a life of its own. */
const mostRemovers = 2;

/**
 * A container that one or two functions empty which the site does not call, while the profiles show that what is put
 * in stays: the removal is there, but it does not run or does not keep up. Of a stack, a queue and what is emptied as a
 * whole nothing is said: what adds is rarely what takes.
 */
export async function removedElsewhere(
  code: PackageCode,
  gain: Gain,
  { retained }: HintInput,
  heed: Heed,
): Promise<Hint | null> {
  const { site, uses, expression } = gain;
  const removals = uses.filter(({ role }) => role === 'removed');
  if (retained === null || retained < leastKept || removals.length === 0) return null;
  if (await isBounded(code, gain, heed)) return null;
  if (uses.some(({ role }) => ['emptied', 'replaced', 'handed'].includes(role))) return null;
  if (!(await isLongLived(code, gain, retained, heed))) return null;
  const removers = new Map<string, Pick<Called, 'fn'> & { readonly use: Use }>();
  for (const use of removals) {
    const fn = functionAt(use.source, use.line);
    if (fn === null || fn === site.fn || mentions(gain, fn.name)) return null;
    // A destructor runs without being called.
    if (fn.name.startsWith('~')) return null;
    removers.set(functionTitle(use.source, fn), { fn, use });
  }
  if (removers.size > mostRemovers) return null;
  const adders = await callersOf(code, site, heed);
  for (const { fn, use } of removers.values()) {
    if (await isPaired(code, site.fn.name, fn.name, gain, heed)) return null;
    if (adders.some(each => each.fn === fn)) return null;
    if (await isReached(code, gain, { source: use.source, fn }, heed)) return null;
  }
  const titles = [...removers.keys()]
    .map(title => `\`${title}\``)
    .reduce((one, other) => l10n.t`${one} and ${other}`);
  const isCalled = await Promise.all(
    [...removers.values()].map(({ fn, use }) => isMentioned(code, fn.name, use, heed)),
  );
  const [name, where] = [titleOf(expression.text), whereOf(gain)];
  const removed = isCalled.includes(true)
    ? l10n.t(
        '`{0}` is added to {1} and taken from only in {2}, which `{3}` does not call.',
        name,
        where,
        titles,
        functionTitle(site.source, site.fn),
      )
    : l10n.t(
        '`{0}` is added to {1} and taken from only in {2}, which nothing in the files looked at calls.',
        name,
        where,
        titles,
      );
  const lines = [...removers.values()].map(({ use }) => lineIn(use.source, use.name));
  return {
    rule: 'removedElsewhere',
    text: sentences(
      removed,
      keptText(retained),
      l10n.t('Check that the removal runs, and that it keeps up.'),
    ),
    lines: [...gainLines(gain), ...lines],
    next: {
      title:
        lines.length === 1
          ? l10n.t('Open the place that removes')
          : l10n.t`Open the ${lines.length} places that remove`,
      lines,
    },
  };
}

/** True when the site's function speaks of another one. */
function mentions({ site }: Gain, name: string): boolean {
  if (name === site.fn.name) return true;
  for (const node of wordsIn(site.source, name)) {
    const line = lineOf(node);
    if (site.fn.line <= line && line <= site.fn.endLine) return true;
  }
  return false;
}

/** True when the site's function calls one that calls the remover, or one that does so in turn. */
async function isReached(
  code: PackageCode,
  { site }: Gain,
  remover: Pick<Called, 'source' | 'fn'>,
  heed: Heed,
): Promise<boolean> {
  const seen = new Set([remover.fn]);
  let reached = [remover];
  for (let step = 0; step < mostSteps; step++) {
    const callers = (await Promise.all(reached.map(each => callersOf(code, each, heed)))).flat();
    if (callers.some(({ fn }) => fn === site.fn)) return true;
    reached = callers.filter(({ fn }) => !seen.has(fn));
    for (const { fn } of reached) seen.add(fn);
  }
  return false;
}

/** True when some function speaks of both, one that adds and one that removes: `defer hub.leave(hub.join())`. */
async function isPaired(
  code: PackageCode,
  adder: string,
  remover: string,
  { site }: Gain,
  heed: Heed,
): Promise<boolean> {
  const sources = (await code.sourcesWith(remover, site.source, heed)) ?? [];
  return sources.some(source => {
    const around = [...wordsIn(source, adder)].map(node => functionAt(source, lineOf(node)));
    return [...wordsIn(source, remover)].some(node => {
      const fn = functionAt(source, lineOf(node));
      return fn !== null && fn.name !== remover && fn.name !== adder && around.includes(fn);
    });
  });
}

/** True when a function's name stands anywhere besides its own declaration. */
async function isMentioned(
  code: PackageCode,
  name: string,
  { source, line }: Use,
  heed: Heed,
): Promise<boolean> {
  const own = functionAt(source, line);
  const sources = (await code.sourcesWith(name, source, heed)) ?? [];
  return sources.some(each =>
    [...wordsIn(each, name)].some(node => {
      const fn = functionAt(each, lineOf(node));
      return fn?.name !== name || (lineOf(node) !== fn.line && fn !== own);
    }),
  );
}
