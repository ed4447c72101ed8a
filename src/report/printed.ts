import type { Judged } from '../core/gate/judge.ts';
import { limitText } from '../core/report/limitLines.ts';

/** What a command has to say. */
export interface Printed {
  /** For stdout: bytes are a file's. */
  readonly text: string | Uint8Array;
  /** For stderr, a line each. */
  readonly notes: readonly string[];
  /** A limit was passed, which the exit code says. */
  readonly passed: boolean;
}

/** An answer that passes nothing. */
export function held(text: Printed['text']): Printed {
  return { text, notes: [], passed: false };
}

/** An answer with its limits. What cannot be judged is said, and counts as passed where that is `strict`. */
export function withLimits(text: Printed['text'], judged: readonly Judged[], strict: boolean): Printed {
  const fails = ({ outcome }: Judged): boolean =>
    outcome === 'passed' || (strict && outcome === 'cannotJudge');
  return {
    text,
    notes: judged.filter(({ outcome }) => outcome !== 'held').map(limitText),
    passed: judged.some(fails),
  };
}
