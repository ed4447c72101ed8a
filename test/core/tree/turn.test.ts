import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame } from '../../../src/core/ids.ts';
import { stackTurner, type Turn, turnKey } from '../../../src/core/tree/turn.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

const whole: Turn = { inverted: false, collapsed: false, around: null };

/** A stack of frames of one letter each, turned, with how many each stands for. */
function turned(stack: string, turn: Partial<Turn>): string | undefined {
  const { frames } = lookAt([heap(`${[...stack].join(';')} 1`)]).merged;
  const numbers = [...stack].map(name => frames.name.indexOf(name) as Frame);
  const found = stackTurner({ ...whole, ...turn }, frames)(numbers);
  if (found === undefined) return undefined;
  const { length, at, times, repeats } = found;
  assert.equal(
    repeats,
    times.subarray(0, length).some(count => count > 1),
  );
  return Array.from(
    at.subarray(0, length),
    (place, i) => `${stack[place]}${times[i] === 1 ? '' : times[i]}`,
  ).join(' ');
}

test('a stack is turned round, cut at the outermost frame of a function, or left out', () => {
  const around = { name: 'f', file: '' };
  assert.equal(turned('abfcfd', {}), 'a b f c f d');
  assert.equal(turned('abfcfd', { inverted: true }), 'd f c f b a');
  assert.equal(turned('abfcfd', { around }), 'c f d');
  assert.equal(turned('abfcfd', { around, inverted: true }), 'b a');
  assert.equal(turned('fa', { around, inverted: true }), '');
  assert.equal(turned('abc', { around }), undefined);
});

test('what repeats itself is one frame, in a cycle one each', () => {
  const collapsed = true;
  assert.equal(turned('abbbc', { collapsed }), 'a b3 c');
  assert.equal(turned('afgfgfgx', { collapsed }), 'a f3 g3 x');
  assert.equal(turned('affgffgx', { collapsed }), 'a f4 g2 x');
  assert.equal(turned('afgfx', { collapsed }), 'a f g f x');
  assert.equal(turned('abbbc', { collapsed, inverted: true }), 'c b3 a');
  assert.equal(turned('abbbc', { collapsed, around: { name: 'b', file: '' } }), 'c');
});

test('keys are equal just for equal turns', () => {
  const around = { name: 'f', file: 'a' };
  const turns = [whole, { ...whole, inverted: true }, { ...whole, collapsed: true }, { ...whole, around }];
  assert.equal(new Set([...turns, { ...whole }].map(turnKey)).size, turns.length);
});
