import { existsSync, readFileSync } from 'node:fs';
import type { ParseArgsConfig } from 'node:util';
import { ProfileError } from '../core/error.ts';
import { type GrowthLimit, parseLimit } from '../core/gate/limit.ts';
import { type KnownLeak, knownFileName, parseKnownLeaks } from '../core/known/knownLeaks.ts';
import { reason, UnreadableError, UsageError } from './failure.ts';

/** What may not be passed. */
export interface Gate {
  readonly limits: readonly GrowthLimit[];
  /** Limits that cannot be judged fail. */
  readonly strict: boolean;
  /** Leaks that are set aside. */
  readonly known: readonly KnownLeak[];
}

/** Of `parseArgs`. */
export const gateOptions = {
  'fail-on': { type: 'string', multiple: true },
  strict: { type: 'boolean' },
  known: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export const gateUsage = `[--fail-on 'growth > 5MiB'|'growth > 5MiB/h'|'site > 1MiB']… [--strict] [--known FILE]`;

/** Throws `UsageError`, and `UnreadableError` for the file of known leaks. */
export function parseGate(values: {
  readonly 'fail-on'?: readonly string[];
  readonly strict?: boolean;
  readonly known?: string;
}): Gate {
  const limits = (values['fail-on'] ?? []).map(text => {
    const limit = parseLimit(text);
    if (limit === null) {
      throw new UsageError(
        `--fail-on takes "growth > 5MiB", "growth > 5MiB/h" or "site > 1MiB", not "${text}"`,
      );
    }
    return limit;
  });
  return { limits, strict: values.strict ?? false, known: readKnownLeaks(values.known) };
}

/** Reads the file of known leaks; of the usual one it is no error that it is not there. Throws `UnreadableError`. */
function readKnownLeaks(path: string | undefined): readonly KnownLeak[] {
  if (path === undefined && !existsSync(knownFileName)) return [];
  const file = path ?? knownFileName;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnreadableError(`${file} cannot be read: ${reason(error)}. Choose a file that can.`);
  }
  try {
    return parseKnownLeaks(text);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new UnreadableError(`${file} ${error.detail}.`);
  }
}
