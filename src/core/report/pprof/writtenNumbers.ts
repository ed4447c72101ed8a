/** Bytes of many things in one array: those of thing `i` are `bytes[start[i] ..< start[i + 1]]`. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

/** A number of 64 bits is not longer, seven of them in a byte. */
const longest = 10;

const two32 = 2 ** 32;

/**
 * Each number as it stands in a list of Protocol Buffers: 64 bits in two's complement, the lowest seven first. pprof-format
 * measures a number three times before it writes it, and makes an array each time: seven times as long for millions of values.
 */
export function writtenNumbers(numbers: readonly (number | bigint)[]): Written {
  const bytes = new Uint8Array(longest * numbers.length);
  const start = new Uint32Array(numbers.length + 1);
  let at = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number | bigint;
    let low: number;
    let high: number;
    if (typeof number === 'bigint') {
      low = Number(BigInt.asUintN(32, number));
      high = Number(BigInt.asUintN(32, number >> 32n));
    } else {
      low = number >>> 0;
      high = Math.floor(number / two32) >>> 0;
    }
    while (high !== 0) {
      bytes[at++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    while (low > 0x7f) {
      bytes[at++] = (low & 0x7f) | 0x80;
      low >>>= 7;
    }
    bytes[at++] = low;
    start[i + 1] = at;
  }
  return { bytes, start };
}
