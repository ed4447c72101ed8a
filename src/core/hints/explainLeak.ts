import type { Heed } from '../heed.ts';
import { connectionsPileUp } from './connectionsPileUp.ts';
import { goroutinesPileUp } from './goroutinesPileUp.ts';
import { additionAt, growthAt, siteOf } from './growth.ts';
import type { Hint, HintInput, Subject } from './hint.ts';
import { onlyFilled } from './onlyFilled.ts';
import type { PackageCode } from './packageCode.ts';
import { removedElsewhere } from './removedElsewhere.ts';
import { leakAt, resourceAt } from './resources.ts';
import { lineOf } from './uses.ts';

/** Below this retained share most of what a site allocates does not stay: then nothing is said of why it does. */
const leastRetained = 0.5;

/**
 * Why a site leaks, as far as its source tells for sure; null where it does not. To be asked of what grew beyond
 * noise alone. Throws what `heed` throws.
 */
export async function explainLeak(code: PackageCode, input: HintInput, heed: Heed): Promise<Hint | null> {
  if (input.retained !== null && input.retained < leastRetained) return null;
  const byStack = goroutinesPileUp(input.stack);
  if (byStack !== null) return byStack;
  const byConnection = await connectionsPileUp(code, input.stack, heed);
  if (byConnection !== null) return byConnection;
  const site = await siteOf(code, input.site, heed);
  if (site === null) return null;
  const byPattern = leakAt(code, site) ?? resourceAt(code, site);
  if (byPattern !== null) return byPattern;
  const growth = await growthAt(code, site, input.references, heed);
  if (growth === null) return null;
  return (await onlyFilled(code, growth, input, heed)) ?? (await removedElsewhere(code, growth, input, heed));
}

/** What a site adds to, where a language server can be asked for all its references; null where it adds to nothing. */
export async function subjectOf(
  code: PackageCode,
  input: HintInput['site'],
  heed: Heed,
): Promise<Subject | null> {
  const site = await siteOf(code, input, heed);
  const addition = site && (await additionAt(code, site, heed));
  if (addition === null || site === null) return null;
  const { node, name, source } = addition.container;
  return { file: source.file, line: lineOf(node), column: node.startPosition.column, name };
}
