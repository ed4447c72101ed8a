import { type Limits, limitNames, validLimits } from '../core/formats/limits.ts';
import { UsageError } from './failure.ts';

/** What `parse` gives; its errors are those of a command line. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find(choice => choice === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}

/** Each `name=number`. */
export function parsedLimits(texts: readonly string[]): Limits {
  const given = new Map(
    texts.map(text => {
      const [name = '', number = ''] = text.split('=', 2);
      const limit = oneOf('--limit', limitNames, name);
      if (!/^0*[1-9]\d*$/.test(number))
        throw new UsageError(`--limit ${limit} takes a whole number from 1 on, not "${number}"`);
      return [limit, Number(number)];
    }),
  );
  return validLimits(name => given.get(name));
}
