import type { Declaration, Outline } from './declaration.ts';
import { frameName } from './frameName.ts';
import type { Language } from './language.ts';
import { matchingDeclarations, namedAs } from './matching.ts';

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
