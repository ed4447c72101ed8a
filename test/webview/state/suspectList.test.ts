import assert from 'node:assert/strict';
import test from 'node:test';
import type { Suspect } from '../../../src/core/answers/requests.ts';
import type { AboutSource } from '../../../src/protocol.ts';
import {
  aboutOf,
  inOrder,
  type SuspectsOrder,
  withAbout,
  withMore,
} from '../../../webview/state/suspectList.ts';

const site = (name: string, net: number, share: number | null, objects: number | null): Suspect => ({
  name,
  file: '',
  line: 0,
  startLine: 0,
  own: null,
  via: null,
  flat: { base: 0, current: net },
  net,
  share: 0,
  objects: objects === null ? null : { base: 0, current: objects },
  retained: share === null ? null : { share, allocated: net / share, kept: null },
  evidence: null,
  hint: null,
  askers: [],
  recognised: null,
});

const kept = site('kept', 60, 1, 30);
const churned = site('churned', 300, 0.01, 10);
const many = site('many', 20, 0.5, 900);
const uncounted = site('uncounted', 40, null, null);
const aside: Suspect = { ...site('aside', 1000, 1, 1), recognised: { because: '', fixed: null } };
const ranked = [kept, uncounted, many, churned, aside];

const names = (order: SuspectsOrder): readonly string[] => inOrder(ranked, order).map(({ name }) => name);

test('suspects stand as the engine ranks them until another order is chosen', () => {
  assert.deepEqual(names('suspect'), ['kept', 'uncounted', 'many', 'churned', 'aside']);
  assert.deepEqual(names('growth'), ['churned', 'kept', 'uncounted', 'many', 'aside']);
  assert.deepEqual(names('retained'), ['kept', 'many', 'churned', 'uncounted', 'aside']);
  assert.deepEqual(names('objects'), ['many', 'kept', 'churned', 'uncounted', 'aside']);
  assert.deepEqual(names('average'), ['churned', 'kept', 'many', 'uncounted', 'aside']);
});

test('what is known of a line is that of its site alone, and the last that was said', () => {
  const line = { name: 'kept', file: '/a.go', line: 3, startLine: 1 };
  const said = (hint: string, at = line): AboutSource => ({ place: at, author: null, hint });
  const all = withAbout(withAbout([said('other', { ...line, line: 4 })], said('first')), said('second'));
  assert.equal(all.length, 2);
  assert.equal(aboutOf(all, { ...kept, ...line, startLine: 0 })?.hint, 'second');
  assert.equal(aboutOf(all, { ...kept, ...line, file: '/b.go' }), null);
});

test('of what a library allocates it is told what is known of the own line that calls it', () => {
  const own = { name: 'main.seen', file: '/cache.go', line: 7, startLine: 5 };
  const library = { ...kept, name: 'fmt.Sprint', file: '/go/print.go', line: 280, own };
  const said = (hint: string, place: typeof own): AboutSource => ({ place, author: null, hint });
  const all = [said('of the library', { ...own, ...library }), said('of your line', own)];
  assert.equal(aboutOf(all, library)?.hint, 'of your line');
});

test('what its stack tells of a site stands until its source says why, beside who changed the line', () => {
  const hint = { rule: 'connectionsPileUp', text: 'Connections pile up.' };
  const author = { name: 'Ann', date: '2026-11-01', subject: 'Ask upstream' };
  const piling = { ...kept, hint };
  assert.deepEqual(aboutOf([], piling), {
    place: { name: 'kept', file: '', line: 0, startLine: 0 },
    author: null,
    hint: hint.text,
  });
  const said = (text: string | null): AboutSource => ({ place: piling, author, hint: text });
  assert.deepEqual(
    [aboutOf([said(null)], piling)?.author, aboutOf([said(null)], piling)?.hint],
    [author, hint.text],
  );
  assert.equal(aboutOf([said('No close was found.')], piling)?.hint, 'No close was found.');
});

test('an opened line keeps its own hint, unless its site’s goes on from there', () => {
  const of = (hint: string | null, name = 'Ann'): AboutSource => ({
    place: kept,
    author: { name, date: '2026-11-01', subject: 'Ask' },
    hint,
  });
  const opened = of('Connections pile up.');
  assert.deepEqual(withMore(opened, of('Connections pile up. No close was found.', 'Bob')), {
    ...opened,
    hint: 'Connections pile up. No close was found.',
  });
  assert.equal(withMore(opened, of('Others pile up.')), opened);
  assert.equal(withMore(opened, undefined), opened);
  const silent = of(null);
  assert.equal(withMore(silent, of('Connections pile up.')), silent);
});
