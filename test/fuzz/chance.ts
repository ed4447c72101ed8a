import type { Random } from '../bench/profiles/random.ts';
import { hostileNames } from '../fixtures/hostile/hostileNames.ts';

/** One of these. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)] as T;
}

const numbers = [
  ...[0n, 1n, 2n, 7n, 127n, 128n, 255n, 256n, 65_535n, 65_536n],
  ...[31n, 32n, 52n, 53n, 62n, 63n, 64n].flatMap(bits => [2n ** bits - 1n, 2n ** bits, 2n ** bits + 1n]),
];

/** A number of 64 bits, more often than not at an edge of something. */
export function someNumber(random: Random): bigint {
  const value = random.percent(60) ? pick(random, numbers) : BigInt(random.below(2 ** 20));
  return BigInt.asUintN(64, random.percent(20) ? -value : value);
}

const strings = Object.values(hostileNames);

/** A string as a stranger may choose it. */
export function someString(random: Random): string {
  if (random.percent(60)) return pick(random, strings);
  if (random.percent(10)) return pick(random, strings).repeat(random.below(300));
  const units = Array.from({ length: random.below(12) }, () =>
    random.below(random.percent(50) ? 128 : 0x10000),
  );
  return String.fromCharCode(...units);
}
