import assert from 'node:assert/strict';
import test from 'node:test';
import { nameColumn } from '../../../src/core/scripts/functionAt.ts';

/** A line with `¦` where V8 says that a function begins. */
function columnIn(marked: string, name: string): number | null | undefined {
  const column = marked.indexOf('¦');
  return nameColumn(marked.replace('¦', ''), column, name);
}

test('finds a function’s own name before where it begins', () => {
  for (const [line, name, at] of [
    ['function seen¦(key) {', 'seen', 9],
    ['a();async function* seen¦(){}', 'seen', 20],
    ['const seen = ¦(key) => key;', 'seen', 6],
    ['let t=1,Ht=¦e=>{', 'Ht', 8],
    ['  seen: async function¦(key) {', 'seen', 2],
    ['exports.handler = async ¦event => {', 'exports.handler', 8],
    ['class A{static async seen¦(e){', 'seen', 21],
    ['class A{get size¦(){', 'get size', 12],
    ['class A{#read¦(){', '#read', 9],
    ['größe=¦()=>1', 'größe', 0],
    ['var X=(function¦(){', 'X', 4],
  ] as const) {
    assert.equal(columnIn(line, name), at, line);
  }
});

test('a constructor has the name of its class, wherever that stands on the line', () => {
  for (const [line, name, at] of [
    ['class Cache{constructor¦(){', 'Cache', 6],
    ['class B{}class Cache extends B{size=1;get(){return 1}constructor¦(e){', 'Cache', 15],
    ['var X=class{#a=1;constructor¦(){', 'X', 4],
    ['var $=class extends p{constructor¦(){', '$', 4],
    ['class Cache{}let a=new Cache;class Cached{constructor¦(){', 'Cached', 35],
    ['x(¦class Cache extends p{})', 'Cache', 8],
    ['let o=¦class extends p{}', 'o', 4],
    // On another line, or of no name.
    ['  constructor¦(size) {', 'Cache', -1],
    ['x(¦class extends p{})', 'Cache', -1],
    ['xclass Cache{constructor¦(){', 'Cache', -1],
    ['class Cache2{constructor¦(){', 'Cache', -1],
    ['notCache=class{constructor¦(){', 'Cache', -1],
  ] as const) {
    assert.equal(columnIn(line, name), at, line);
  }
});

test('a script without that function there is another one', () => {
  assert.equal(columnIn('function other¦(key) {', 'seen'), undefined);
  assert.equal(columnIn('function unseen¦(key) {', 'seen'), undefined);
  assert.equal(columnIn('seen(); ¦', 'seen'), undefined);
  assert.equal(nameColumn('', 40, 'seen'), undefined);
});

test('names that V8 makes up tell nothing', () => {
  for (const name of ['', '(anonymous)', '<instance_members_initializer>'])
    assert.equal(columnIn('(¦()=>1)()', name), null, name);
});
