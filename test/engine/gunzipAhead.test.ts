import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { gunzipAhead } from '../../src/engine/gunzipAhead.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const compressed = (content: string): Uint8Array => new Uint8Array(gzipSync(content));

test('hands each file its own result, all members of it', async () => {
  const two = new Uint8Array(Buffer.concat([gzipSync('first '), gzipSync('second')]));
  const other = compressed('other');
  const gunzip = await gunzipAhead([two, other]);
  assert.equal(text(gunzip(other, 1000)), 'other');
  assert.equal(text(gunzip(two, 1000)), 'first second');
});

test('keeps an error for the file that it is about', async () => {
  const good = compressed('good');
  const damaged = compressed('a longer text that is cut').subarray(0, 20);
  const gunzip = await gunzipAhead([damaged, good]);
  assert.equal(text(gunzip(good, 1000)), 'good');
  assert.throws(() => gunzip(damaged, 1000), /unexpected end of file/);
});

test('refuses what passes the bound, and inflates what it was not given', async () => {
  const file = compressed('x'.repeat(5000));
  const gunzip = await gunzipAhead([file]);
  assert.throws(() => gunzip(file, 4999), RangeError);
  assert.equal(gunzip(file, 5000).length, 5000);
});
