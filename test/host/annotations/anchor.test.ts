import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Anchor, type Edit, shiftAnchor } from '../../../src/host/annotations/anchor.ts';

function offsetOf(text: string, { line, character }: Anchor): number {
  return text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}

function anchorAt(text: string, offset: number): Anchor {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function edit(text: string, from: number, to: number, inserted: string): { edit: Edit; text: string } {
  return {
    edit: { start: anchorAt(text, from), end: anchorAt(text, to), text: inserted },
    text: text.slice(0, from) + inserted + text.slice(to),
  };
}

test('an anchor stays with its character, whatever is typed or taken out elsewhere', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, fc.nat(41), fc.nat(41), fc.nat(40), (before, inserted, one, other, mark) => {
      const from = Math.min(one, other, before.length);
      const to = Math.min(Math.max(one, other), before.length);
      const marked = `${before.slice(0, mark)}X${before.slice(mark)}`;
      const at = marked.indexOf('X');
      fc.pre(to <= at || from > at);
      const { edit: change, text: after } = edit(marked, from, to, inserted);
      const moved = shiftAnchor(anchorAt(marked, at), change);
      assert.equal(moved && offsetOf(after, moved), after.indexOf('X'));
    }),
  );
});

const text = 'func f() {\n\tone()\n\ttwo()\n}\n';
const two = anchorAt(text, text.indexOf('two'));

test('a comment typed before a statement pushes it on, and a new line takes it along', () => {
  const typed = edit(text, text.indexOf('two'), text.indexOf('two'), '// x');
  const pushed = shiftAnchor(two, typed.edit);
  assert.deepEqual(pushed, { line: 2, character: 5 });
  const at = typed.text.indexOf('two');
  assert.deepEqual(pushed && shiftAnchor(pushed, edit(typed.text, at, at, '\n\t').edit), {
    line: 3,
    character: 1,
  });
});

test('a line that is taken out takes its anchor with it; one that is typed anew keeps it', () => {
  const start = text.indexOf('\ttwo');
  const line = edit(text, start, start + '\ttwo()\n'.length, '');
  assert.equal(shiftAnchor(two, line.edit), null);
  assert.deepEqual(shiftAnchor(two, edit(text, start, start + 6, '\tthree()').edit), {
    line: 2,
    character: 0,
  });
});
