import type { Random } from '../bench/profiles/random.ts';
import { pick, someNumber, someString } from './chance.ts';
import type { Seed } from './corpus.ts';

const texts = new Map<Seed, readonly string[]>();
const marks = ['', ' ', '@', ':', '[', ']', '{', '}', 'null', 'true', '""', '1e999', '-0', '\\u0000'];

/** A text, or JSON as text, with lines, words and marks changed, moved, doubled or left out. */
export function mutateText(seed: Seed, random: Random): Uint8Array {
  const known =
    texts.get(seed) ??
    new TextDecoder().decode(seed.bytes).split(seed.kind === 'json' ? /(?<=[{}[\],])/ : /(?<=\n)/);
  texts.set(seed, known);
  const parts = [...known];
  for (let count = 1 + random.geometric(2, 10); count > 0; count--) change(parts, random);
  const whole = parts.join('');
  return new TextEncoder().encode(random.percent(5) ? whole.slice(0, random.below(whole.length)) : whole);
}

function change(parts: string[], random: Random): void {
  const at = random.below(parts.length);
  const part = parts[at] ?? '';
  const how = random.below(6);
  if (how === 0) parts.splice(at, 1);
  else if (how === 1) parts.splice(at, 0, part);
  else if (how === 2) parts.splice(at, 0, pick(random, parts));
  else {
    const words = part.split(/(\s+|[:@[\],"{}()])/);
    words[random.below(words.length)] = someWord(random);
    parts[at] = words.join('');
  }
}

function someWord(random: Random): string {
  switch (random.below(6)) {
    case 0:
      return someString(random);
    case 1:
      return BigInt.asIntN(64, someNumber(random)).toString();
    case 2:
      return `0x${someNumber(random).toString(16)}`;
    case 3:
      return pick(random, marks);
    case 4:
      return ' '.repeat(random.below(2_000));
    default:
      return String(random.below(1_000));
  }
}
