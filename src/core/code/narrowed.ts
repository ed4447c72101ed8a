import type { Heed } from '../heed.ts';
import type { Declaration, Outline } from './declaration.ts';
import { outlineOf } from './declarations.ts';
import { frameName } from './frameName.ts';
import { type Language, languageIn } from './language.ts';
import { matchingDeclarations, namedAs } from './matching.ts';
import type { Parsed } from './syntax.ts';

/** What a file declares of these functions, without looking at what has nothing of their names. Throws what `heed` throws. */
export function outlineFor(parsed: Parsed, functions: readonly string[], heed: Heed): Outline {
  const language = languageIn(parsed.grammar);
  return narrowed(outlineOf(parsed, heed, wordsOf(parsed.text, language, functions)), language, functions);
}

/** The words by which a text declares these functions; null where some have names that no text has as they are. */
function wordsOf(text: string, language: Language, functions: readonly string[]): readonly string[] | null {
  if (language === 'go' && text.includes('//go:linkname')) return null;
  const names = functions.flatMap(each => frameName(language, each)?.name ?? []);
  return names.every(name => /^[\p{L}\p{N}_$]+$/u.test(name)) ? [...new Set(names)] : null;
}

/**
 * What is left of an outline for following frames of these functions, which does not change what becomes of them: a large
 * file declares a hundred thousand that no frame is of, too many to be sent from thread to thread.
 */
export function narrowed(outline: Outline, language: Language, functions: readonly string[]): Outline {
  const kept = new Map<Declaration, Declaration>();
  const linked = new Map<string, string>();
  const byName = namedAs(outline.declarations);
  for (const functionName of new Set(functions)) {
    const local = outline.linked.get(functionName);
    if (local !== undefined) linked.set(functionName, local);
    const frame = frameName(language, local ?? functionName);
    if (frame === null) continue;
    for (const each of matchingDeclarations(byName.get(frame.name) ?? [], frame)) {
      if (frame.literals.length > 0) kept.set(each, each);
      else if (!kept.has(each)) kept.set(each, { ...each, literals: [] });
    }
  }
  const declarations = outline.declarations.flatMap(each => kept.get(each) ?? []);
  return { declarations, lines: outline.lines, linked };
}
