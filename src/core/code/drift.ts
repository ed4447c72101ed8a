import type { Place } from '../names/place.ts';
import type { Declaration, Outline } from './declaration.ts';
import { type FrameName, frameName } from './frameName.ts';
import type { Language } from './language.ts';
import { literalIn, matchingDeclarations, namedAs } from './matching.ts';

/** A frame's function and lines as the profile gives them; lines 0 where it gives none. */
export type FrameLine = Omit<Place, 'file'>;

/** Where a frame's line stands in a file that may have changed since the build. */
export interface Drift {
  /** The line to go to, within the file. */
  readonly line: number;
  /**
   * `same`: the function is where it was, as far as the profile tells. `moved`: it stands elsewhere now.
   * `gone`: the file does not declare it. `unknown`: the frame or the language cannot be read. `unread`: the file could
   * not be, mostly for its length.
   */
  readonly status: 'same' | 'moved' | 'gone' | 'unknown' | 'unread';
  readonly moved: { readonly from: number; readonly to: number } | null;
  /**
   * False when `line` is only the function's beginning or end: the profile has no start line to count from,
   * the function is shorter now, or several functions answer to the name.
   */
  readonly exact: boolean;
}

/** Follows the frames of one file into it as it is now. */
export interface FrameFollower {
  drift(frame: FrameLine): Drift;
  /** The frame's function as the file declares it now; null when it does not, or cannot be read. */
  declaration(frame: FrameLine): Declaration | null;
}

/** For a file of so many lines in which nothing can be followed, and why. */
export function followNothing(lines: number, status: 'unknown' | 'unread'): FrameFollower {
  return {
    drift: ({ line }) => ({ line: clamp(line, 1, lines), status, moved: null, exact: false }),
    declaration: () => null,
  };
}

/** Follows many frames into a file that declares what `outline` says. */
export function followFrames(outline: Outline, language: Language): FrameFollower {
  const nothing = followNothing(outline.lines, 'unknown');
  const declared = namedAs(outline.declarations);
  const byName = new Map<string, readonly Declaration[] | null>();
  /** Null for a name that no file could declare. */
  const named = (functionName: string): readonly Declaration[] | null => {
    const known = byName.get(functionName);
    if (known !== undefined) return known;
    const frame = frameName(language, outline.linked.get(functionName) ?? functionName);
    const matching = frame && matchingDeclarations(declared.get(frame.name) ?? [], frame);
    const isLiteral = frame !== null && frame.literals.length > 0;
    const found = matching && isLiteral ? literalsOf(matching, frame) : matching;
    byName.set(functionName, found);
    return found;
  };
  return {
    drift: frame => {
      const found = named(frame.name);
      if (found === null) return nothing.drift(frame);
      // What an initialiser runs stands all over its class, wherever it starts.
      const at = found[0]?.name.startsWith('<') ? { ...frame, startLine: 0 } : frame;
      if (found.length > 0) return follow(found, at, outline.lines);
      return { line: clamp(frame.line, 1, outline.lines), status: 'gone', moved: null, exact: false };
    },
    declaration: frame => {
      const found = named(frame.name) ?? [];
      return found.length === 0 ? null : nearestTo(found, frame);
    },
  };
}

function follow(matching: readonly Declaration[], frame: FrameLine, lines: number): Drift {
  const { line, startLine } = frame;
  const around = holding(matching, line);
  const still = around.find(each => startLine === 0 || startOf(each) === startLine);
  if (still !== undefined) return { line, status: 'same', moved: null, exact: true };
  const nearest = nearestTo(matching, frame);
  // Two functions of one name cannot be told apart once neither stands where it was.
  const sure = matching.length === 1 && startLine > 0 && line >= startLine;
  const counted = startLine > 0 ? startOf(nearest) + Math.max(0, line - startLine) : nearest.line;
  const to = clamp(Math.min(counted, nearest.endLine), 1, lines);
  return { line: to, status: 'moved', moved: { from: line, to }, exact: sure && counted === to };
}

function startOf({ line, start }: Declaration): number {
  return start ?? line;
}

function literalsOf(outer: readonly Declaration[], frame: FrameName): readonly Declaration[] {
  if (frame.literals.includes(0)) return outer;
  const literals = outer.map(each => literalIn(each, frame.literals)).filter(each => each !== null);
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

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
