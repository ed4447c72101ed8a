import assert from 'node:assert/strict';
import test from 'node:test';
import { behindLines, httpBody } from '../../../src/core/formats/behindLines.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Where a line begins with an X. */
function find(text: string): number | undefined {
  const bytes = encoded(text);
  return behindLines(bytes, at => bytes[at] === 0x58);
}

test('finds the first line that fits, but the first of all', () => {
  assert.equal(find('a\nb\nX\nX'), 4);
  assert.equal(find('X\r\n\tb\r\nX'), 7);
  assert.equal(find('X'), undefined);
  assert.equal(find('aX\nb'), undefined);
});

test('looks behind text alone, and 16 KiB far', () => {
  assert.equal(find('a\0\nX'), undefined);
  assert.equal(find(`${'a'.repeat(16_000)}\nX`), 16_001);
  assert.equal(find(`${'a'.repeat(17_000)}\nX`), undefined);
  assert.equal(find('a\n'.repeat(100_000)), undefined);
});

test('the body of an HTTP answer begins behind its header, or behind several', () => {
  const body = (text: string): string | undefined => {
    const at = httpBody(encoded(text));
    return at === undefined ? undefined : text.slice(at);
  };
  assert.equal(body('HTTP/1.1 200 OK\r\nDate: x\r\n\r\n\x01\n\nrest'), '\x01\n\nrest');
  assert.equal(body('HTTP/2 200\nDate: x\n\nrest'), 'rest');
  assert.equal(body('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nrest'), 'rest');
  assert.equal(body('HTTP/1.1 200 OK\r\nDate: x\r\n'), undefined);
  assert.equal(body('HTTP is a protocol\n\nrest'), undefined);
});
