import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { isSymbolised, readSymbols } from '../../../../src/core/formats/text/symbols.ts';

const encoded = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const head = ['--- symbol', 'binary=/bin/app'];

test('names stand by address, the outermost caller first', () => {
  const { symbols, kind, dump } = readSymbols(
    encoded(
      ...head,
      '0x0000000000401000 Cache::put(int)',
      '0x402000 start--main',
      '0x403000 main--inlined by--start',
      '0x404000 it::operator--(int)--next',
      '0x404010 put<0000000000001149>',
      '0x404018 0x0000000000404018',
      '0x404020 std::vector<int>::push_back<00001149>--main<0000000000001191>',
      '---',
      '0x405000 not a symbol any more',
      '--- heap',
      'heap_v2/1',
    ),
    defaultLimits,
  );
  assert.deepEqual(
    [...symbols],
    [
      [0x401000n, ['Cache::put(int)']],
      [0x402000n, ['start', 'main']],
      [0x403000n, ['start', 'main']],
      [0x404000n, ['it::operator--(int)', 'next']],
      [0x404010n, ['put']],
      [0x404018n, []],
      [0x404020n, ['std::vector<int>::push_back', 'main']],
    ],
  );
  assert.equal(kind, 'heap');
  assert.equal(new TextDecoder().decode(dump), 'heap_v2/1');
  assert.ok(isSymbolised('--- symbol') && !isSymbolised('--- heap'));
});

test('what stands behind may be binary', () => {
  const bytes = new Uint8Array([...encoded(...head, '---', '--- profile', ''), 0, 10, 0xff]);
  const { kind, dump } = readSymbols(bytes, defaultLimits);
  assert.deepEqual([kind, [...dump]], ['profile', [0, 10, 0xff]]);
});

test('symbols without a profile are said to be that; too many pass the limit', () => {
  for (const rest of [['---', '--- heap', ''], []]) {
    assert.throws(() => readSymbols(encoded(...head, '0x1 f', ...rest), defaultLimits), {
      code: 'wrongKind',
      message: /symbols without the profile/,
    });
  }
  assert.throws(() => readSymbols(encoded(...head, '0x1 f', '0x2 g'), { ...defaultLimits, locations: 1 }), {
    code: 'overLimit',
    limit: 'locations',
  });
});
