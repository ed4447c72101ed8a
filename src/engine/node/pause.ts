import { setImmediate } from 'node:timers/promises';

/** Lets others have their turn. */
export async function pause(): Promise<void> {
  await setImmediate();
}
