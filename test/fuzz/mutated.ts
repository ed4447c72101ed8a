import type { Random } from '../bench/profiles/random.ts';
import { pick } from './chance.ts';
import { corpus } from './corpus.ts';
import { mutateProto } from './mutateProto.ts';
import { mutateText } from './mutateText.ts';

/** A profile of some format, with something wrong or odd in it. */
export function mutated(random: Random): Uint8Array {
  const seed = pick(random, corpus);
  if (random.percent(5)) return withBytesChanged(seed.bytes, random);
  return seed.kind === 'proto' ? mutateProto(seed, random) : mutateText(seed, random);
}

function withBytesChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice(0, 1 + random.below(bytes.length));
  for (let count = 1 + random.below(8); count > 0; count--) {
    copy[random.below(copy.length)] = random.below(256);
  }
  return copy;
}
