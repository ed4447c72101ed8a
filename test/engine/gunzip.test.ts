import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { gunzip } from '../../src/engine/gunzip.ts';

const content = Buffer.from('heap '.repeat(50_000));

test('all members are inflated, whatever size the last one claims', () => {
  const members = new Uint8Array(Buffer.concat([gzipSync(content), gzipSync('end')]));
  const inflated = gunzip(members, 10 ** 6);
  assert.equal(Buffer.from(inflated).toString(), `${content}end`);
});

test('a claim to be huge costs nothing', () => {
  const liar = new Uint8Array(gzipSync('small'));
  liar.fill(0xff, liar.length - 4);
  assert.throws(() => gunzip(liar, 2 ** 31 - 1), /incorrect length check/);
});

test('the bound holds', () => {
  const bytes = new Uint8Array(gzipSync(content));
  assert.throws(() => gunzip(bytes, content.length - 1), RangeError);
  assert.equal(gunzip(bytes, content.length).length, content.length);
});

test('a cut stream is an error', () => {
  assert.throws(() => gunzip(new Uint8Array(gzipSync(content)).subarray(0, 100), 10 ** 6), /unexpected end/);
});
