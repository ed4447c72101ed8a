import type { Place } from '../names/place.ts';
import type { Declaration } from './declarations/declaration.ts';
import { declarationsOf, goLiteral, matchingDeclarations } from './declarations.ts';
import { type FrameName, frameName } from './frameName.ts';
import type { Language } from './language.ts';
import { type Tokens, tokenize } from './tokens.ts';

/** A frame's function and lines as the profile gives them; lines 0 where it gives none. */
export type FrameLine = Omit<Place, 'file'>;

/** Where a frame's line stands in a file that may have changed since the build. */
export interface Drift {
  /** The line to go to, within the file. */
  readonly line: number;
  /**
   * `same`: the function is where it was, as far as the profile tells. `moved`: it stands elsewhere now.
   * `gone`: the file does not declare it. `unknown`: the frame or the language cannot be read.
   */
  readonly status: 'same' | 'moved' | 'gone' | 'unknown';
  readonly moved: { readonly from: number; readonly to: number } | null;
  /**
   * False when `line` is only the function's beginning or end: the profile has no start line to count from,
   * the function is shorter now, or several functions answer to the name.
   */
  readonly exact: boolean;
}

/** Follows the frames of one file, which is read once for all of them. */
export interface FrameFollower {
  drift(frame: FrameLine): Drift;
  /** The frame's function as the file declares it now; null when it does not, or cannot be read. */
  declaration(frame: FrameLine): Declaration | null;
}

/** Follows a frame's line into the file as it is now. Without `declarations` the text is searched. */
export function findDrift(
  text: string,
  language: Language | null,
  frame: FrameLine,
  declarations?: readonly Declaration[],
): Drift {
  return followFrames(text, language, declarations).drift(frame);
}

/** Reads a file to follow many frames into it. Without `declarations` the text is searched. */
export function followFrames(
  text: string,
  language: Language | null,
  declarations?: readonly Declaration[],
): FrameFollower {
  if (language === null) return { drift: frame => unknown(text, frame), declaration: () => null };
  const tokens = tokenize(text, language);
  const all = declarations ?? declarationsOf(tokens, language);
  const linked = language === 'go' ? linkedNames(text) : new Map<string, string>();
  const byName = new Map<string, readonly Declaration[] | null>();
  /** Null for a name that no file could declare. */
  const named = (functionName: string): readonly Declaration[] | null => {
    const known = byName.get(functionName);
    if (known !== undefined) return known;
    const frame = frameName(language, linked.get(functionName) ?? functionName);
    const matching = frame && matchingDeclarations(all, frame);
    const isLiteral = language === 'go' && frame !== null && frame.literals.length > 0;
    const found = matching && isLiteral ? literalsOf(tokens, matching, frame) : matching;
    byName.set(functionName, found);
    return found;
  };
  return {
    drift: frame => {
      const found = named(frame.name);
      if (found === null) return unknown(text, frame);
      if (found.length > 0) return follow(found, frame, tokens.lines);
      return { line: clamp(frame.line, 1, tokens.lines), status: 'gone', moved: null, exact: false };
    },
    declaration: frame => {
      const found = named(frame.name) ?? [];
      return found.length === 0 ? null : nearestTo(found, frame);
    },
  };
}

/** True when the file would have to have changed for the frame's line to stand outside its function. */
function follow(matching: readonly Declaration[], frame: FrameLine, lines: number): Drift {
  const { line, startLine } = frame;
  const around = holding(matching, line);
  const still = around.find(each => startLine === 0 || each.line === startLine);
  if (still !== undefined) return { line, status: 'same', moved: null, exact: true };
  const nearest = nearestTo(matching, frame);
  // Two functions of one name cannot be told apart once neither stands where it was.
  const sure = matching.length === 1 && startLine > 0 && line >= startLine;
  const counted = nearest.line + (startLine > 0 ? Math.max(0, line - startLine) : 0);
  const to = clamp(Math.min(counted, nearest.endLine), 1, lines);
  return { line: to, status: 'moved', moved: { from: line, to }, exact: sure && counted === to };
}

/** Names under which a file declares functions that `//go:linkname` gives to another package, by their full names. */
function linkedNames(text: string): ReadonlyMap<string, string> {
  const found = text.includes('//go:linkname') ? text.matchAll(/^\/\/go:linkname (\w+) (\S+)$/gm) : [];
  return new Map([...found].map(([, local, full = '']) => [full, `linked.${local}`]));
}

function literalsOf(tokens: Tokens, outer: readonly Declaration[], frame: FrameName): readonly Declaration[] {
  if (frame.literals.includes(0)) return outer;
  const literals = outer.map(each => goLiteral(tokens, each, frame.literals)).filter(each => each !== null);
  return literals.length > 0 ? literals : outer;
}

function holding(declarations: readonly Declaration[], line: number): readonly Declaration[] {
  return declarations.filter(each => each.line <= line && line <= each.endLine);
}

/** Of one or more declarations the one that begins nearest to the frame's function, those around its line first. */
function nearestTo(declarations: readonly Declaration[], { line, startLine }: FrameLine): Declaration {
  const around = holding(declarations, line);
  const wanted = startLine || line;
  return (around.length > 0 ? around : declarations).reduce((best, each) =>
    Math.abs(each.line - wanted) < Math.abs(best.line - wanted) ? each : best,
  );
}

function unknown(text: string, { line }: FrameLine): Drift {
  let lines = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
  return { line: clamp(line, 1, lines), status: 'unknown', moved: null, exact: false };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
