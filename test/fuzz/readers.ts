import { ProfileError } from '../../src/core/error.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { checkProfile } from '../fixtures/checkProfile.ts';
import { mutated } from './mutated.ts';
import type { Target } from './target.ts';

/** Longer than any of these small inputs may take, on a busy machine too. Milliseconds. */
const longest = 5_000;

/** Every reader: a profile that keeps what its type promises, or a `ProfileError`. */
export function readers(): Target {
  return {
    run(random) {
      const bytes = mutated(random);
      const before = bytes.slice();
      const started = performance.now();
      const said = outcome(bytes);
      const took = performance.now() - started;
      if (took > longest) throw new Error(`it took ${took} ms`);
      if (Buffer.compare(before, bytes) !== 0) throw new Error('the input was changed');
      return said;
    },
    dispose() {},
  };
}

function outcome(bytes: Uint8Array): string {
  try {
    checkProfile(readProfile(bytes));
    return 'read';
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return error.code;
  }
}
