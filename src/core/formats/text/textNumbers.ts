import * as l10n from '@vscode/l10n';
import type { TextLines } from './textLines.ts';

/** A decimal integer of at most 64 bits, the nearest double. */
export function parseCount(text: string, lines: TextLines): number {
  const count = Number(text);
  if (!(Math.abs(count) < 2 ** 63))
    throw lines.malformed(l10n.t`${text.slice(0, 40)} is not a 64-bit number`);
  return count;
}

const noMore = 2n ** 64n;

/** Every `0x…` in a list of return addresses, each less one: the call stands before the address it returns to. */
export function parseAddresses(list: string, lines: TextLines): bigint[] {
  const addresses: bigint[] = [];
  for (const [digits] of list.matchAll(/0x[0-9a-f]+/g)) {
    const address = digits.length > 64 ? noMore : BigInt(digits);
    if (address >= noMore) throw lines.malformed(l10n.t`${digits.slice(0, 40)} is not a 64-bit address`);
    addresses.push(BigInt.asUintN(64, address - 1n));
  }
  return addresses;
}
