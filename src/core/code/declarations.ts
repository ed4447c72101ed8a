import { cppDeclarations } from './declarations/cppDeclarations.ts';
import type { BodyDeclaration, Declaration } from './declarations/declaration.ts';
import { goDeclarations, goLiterals } from './declarations/goDeclarations.ts';
import { javascriptDeclarations } from './declarations/javascriptDeclarations.ts';
import { pythonDeclarations } from './declarations/pythonDeclarations.ts';
import { rustDeclarations } from './declarations/rustDeclarations.ts';
import type { FrameName } from './frameName.ts';
import type { Language } from './language.ts';
import type { Tokens } from './tokens.ts';

/** All functions that a file declares, in order of their lines. */
export function declarationsOf(tokens: Tokens, language: Language): readonly Declaration[] {
  switch (language) {
    case 'go':
      return goDeclarations(tokens);
    case 'cpp':
      return cppDeclarations(tokens);
    case 'rust':
      return rustDeclarations(tokens);
    case 'javascript':
      return javascriptDeclarations(tokens);
    case 'python':
      return pythonDeclarations(tokens);
  }
}

/**
 * The declarations that may be the frame's: those of its name and owner; where no owner agrees, those of its
 * name that have none, since a frame's owner may be a namespace, a module or a function inlined around it.
 */
export function matchingDeclarations(
  declarations: readonly Declaration[],
  frame: FrameName,
): readonly Declaration[] {
  // V8 calls a constructor by its class.
  const isNamed = ({ name, owner }: Declaration) =>
    name === frame.name || (name === 'constructor' && owner === frame.name);
  const named = declarations.filter(isNamed);
  if (frame.owner === null) return named;
  const owned = named.filter(({ owner }) => owner === frame.owner);
  return owned.length > 0 ? owned : named.filter(({ owner }) => owner === '');
}

/** The Go function literal of a closure's frame inside its function; null when there are not so many. */
export function goLiteral(
  tokens: Tokens,
  outer: Declaration,
  literals: readonly number[],
): Declaration | null {
  const start = goDeclarations(tokens).find(({ line, name }) => line === outer.line && name === outer.name);
  let inside: BodyDeclaration | undefined = start;
  for (const number of literals) {
    if (inside === undefined) return null;
    inside = goLiterals(tokens, inside.open, inside.close)[number - 1];
  }
  return inside === undefined || inside === start ? null : inside;
}
