import * as l10n from '@vscode/l10n';
import { RE2JS, RE2JSException } from 're2js';
import { ProfileError } from '../error.ts';
import { longestExpression } from './filterFields.ts';

const longestMessage = 300;
/** Expressions that are the text they look for, as most that people write: that is found far faster as text. */
const plainText = /^[\w /:@-]+$/;

/** A regular expression that finds a match anywhere in a text, in time linear in the text. */
export interface Pattern {
  test(text: string): boolean;
}

/**
 * Compiles RE2 syntax, the one that Go and pprof use; undefined for `''`. `option` names it in the `badOption` that is
 * thrown when it is not valid.
 */
export function compilePattern(option: string, pattern: string): Pattern | undefined {
  if (pattern === '') return undefined;
  if (pattern.length > longestExpression) {
    throw new ProfileError('badOption', l10n.t`${option} is longer than ${longestExpression} characters`);
  }
  if (plainText.test(pattern)) return { test: text => text.includes(pattern) };
  try {
    const compiled = RE2JS.compile(pattern);
    return { test: text => compiled.test(text) };
  } catch (error) {
    if (!(error instanceof RE2JSException) && !(error instanceof RangeError)) throw error;
    throw new ProfileError('badOption', l10n.t`${option} is not a regular expression: ${cut(error.message)}`);
  }
}

/** The reader repeats the whole expression in its message. */
function cut(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}
