import assert from 'node:assert/strict';
import test from 'node:test';
import type { View } from '../../src/core/answers/requests.ts';
import type { Profile } from '../../src/core/profile.ts';
import type { StringColumn } from '../../src/core/stringColumn.ts';
import { DiffSession } from '../../src/engine/session.ts';
import { heap, profileOf, samplesOf } from '../core/answers/lookAt.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const start = Date.UTC(2025, 0);
const at = (second: number, ...lines: string[]): Profile =>
  profileOf({ samples: samplesOf(...lines), timeNanos: BigInt(start + 1000 * second) * 1_000_000n });
const open = (...profiles: Profile[]): DiffSession =>
  new DiffSession(
    profiles.map((profile, i) => ({ name: `${i}.pb`, profile })),
    'byTime',
  );

function nameOf({ name }: View['frames'], frame: number): string {
  const { bytes, offsets }: StringColumn = name;
  return new TextDecoder().decode(bytes.subarray(offsets[frame], offsets[frame + 1]));
}

/** The node with that name and what its frame is called, by the view alone. */
function nodeOf({ tree, frames }: View, name: string): number {
  return tree.frame.findIndex(frame => nameOf(frames, frame) === name);
}

test('the earlier capture is the base, whichever was given first', () => {
  const session = open(at(2, 'f 9'), at(1, 'f 1'));
  const info = session.info();
  assert.deepEqual([info.base?.name, info.current.name, info.reordered], ['1.pb', '0.pb', true]);
  assert.deepEqual([info.base?.timeMs, info.current.timeMs], [start + 1000, start + 2000]);
  assert.deepEqual(session.view({ options, root: null }).total, { base: 1, current: 9 });
  const asGiven = new DiffSession(
    [
      { name: 'a', profile: at(2, 'f 9') },
      { name: 'b', profile: at(1, 'f 1') },
    ],
    'asGiven',
  );
  assert.equal(asGiven.info().base?.name, 'a');
  assert.equal(open(heap('f 1'), at(1, 'f 2')).info().reordered, false);
});

test('a report says what it is handed beside what the files tell', async () => {
  const session = open(at(2, 'f 9'), at(1, 'f 1'));
  const notices = [{ kind: 'leakedGoroutines', text: '7 goroutines have leaked.', names: [] }] as const;
  const report = async (more: object): Promise<string> =>
    new TextDecoder().decode(await session.export({ options, format: 'markdown', ...more }));
  assert.match(await report({ notices }), /\n> The files were put in .*\n\n> 7 goroutines have leaked\.\n/);
  assert.doesNotMatch(await report({}), /leaked/);
});

test('one profile alone has no base', () => {
  const info = open(heap('f 1')).info();
  assert.equal(info.base, null);
  assert.equal(info.current.timeMs, null);
});

test('swapping turns everything round, and says nothing of order', () => {
  const session = open(at(2, 'f 9'), at(1, 'f 1'));
  const info = session.swap();
  assert.deepEqual([info.base?.name, info.current.name, info.reordered], ['0.pb', '1.pb', false]);
  assert.deepEqual(info.notices, []);
  const { total, decrease, headline } = session.view({ options, root: null });
  assert.deepEqual([total, decrease, headline.site], [{ base: 9, current: 1 }, 8, null]);
});

test('a view tells totals, the top site and a tree whose nodes can be asked about', () => {
  const session = open(heap('main;a 10', 'main;b 5'), heap('main;a 40', 'main;c 1'));
  const view = session.view({ options, root: null });
  assert.deepEqual([view.total, view.increase, view.decrease], [{ base: 15, current: 41 }, 31, 5]);
  assert.equal(view.headline.site?.name, 'a');
  assert.equal(nameOf(view.frames, 0), 'all');
  const { cum } = session.details({ node: { view: view.id, node: nodeOf(view, 'main') } });
  assert.deepEqual(cum, { base: 15, current: 41 });
});

test('a node is shown alone under its ancestors, also with another sample type', () => {
  const types = ['inuse_objects/count', 'inuse_space/bytes'];
  const two = (objects: number): Profile =>
    profileOf({
      sampleTypes: types,
      samples: [
        { stack: ['main', 'a', 'x'], values: [objects, 10] },
        { stack: ['main', 'b'], values: [1, 5] },
      ],
    });
  const session = open(two(2), two(7));
  const view = session.view({ options, root: null });
  const root = { view: view.id, node: nodeOf(view, 'a') };
  const zoomed = session.view({ options: { ...options, sampleType: 'inuse_objects' }, root });
  const names = [...zoomed.tree.frame].map(frame => nameOf(zoomed.frames, frame));
  assert.deepEqual(names, ['all', 'main', 'a', 'x', '(smaller)']);
  assert.deepEqual(zoomed.total, { base: 3, current: 8 });
  assert.throws(() => session.view({ options: { ...options, granularity: 'lines' }, root }), {
    code: 'badOption',
  });
});

test('zooming into what was too narrow shows its parent', () => {
  const session = open(heap('m;n;wide 10000000', 'm;n;x 1', 'm;n;y 1'));
  const view = session.view({ options, root: null });
  const [elided = -1] = view.tree.elidedNode;
  assert.deepEqual(session.details({ node: { view: view.id, node: elided } }).cum, { base: 0, current: 2 });
  const zoomed = session.view({ options, root: { view: view.id, node: elided } });
  assert.equal(zoomed.tree.depth[nodeOf(zoomed, 'n')], 2);
});

test('references to views of before a swap, or to no node, are refused', () => {
  const session = open(heap('f 1'), heap('f 2'));
  const view = session.view({ options, root: null });
  const refused = { code: 'badOption', message: /no longer shown/ };
  assert.throws(() => session.details({ node: { view: view.id, node: 99 } }), refused);
  session.swap();
  assert.throws(() => session.details({ node: { view: view.id, node: 1 } }), refused);
  assert.throws(() => session.view({ options, root: { view: view.id, node: 1 } }), refused);
});

test('sites are functions whatever is looked at', () => {
  const session = open(heap('main;a 1'), heap('main;a 4'));
  for (const granularity of ['functions', 'lines', 'files', 'packages'] as const) {
    assert.equal(session.view({ options: { ...options, granularity }, root: null }).headline.site?.name, 'a');
    assert.equal(
      session.suspects({ options: { ...options, granularity }, by: 'site', limit: 5 })[0]?.name,
      'a',
    );
  }
});

test('table and neighbours answer for the same options', () => {
  const session = open(heap('main;a 1'), heap('main;a 4'));
  assert.deepEqual([...session.table({ options }).flatCurrent], [4, 0]);
  const { callers } = session.neighbours({ options, name: 'a', file: '' });
  assert.deepEqual(
    callers.map(({ name }) => name),
    ['main'],
  );
});

test('callers and callees are trees whose root is the function, and whose frames have details', () => {
  const session = open(heap('main;f;a 1'), heap('main;f;a 4', 'other;f;f;b 8'));
  const { trees } = session.neighbours({ options, name: 'f', file: '' });
  const namesIn = (view: View): string[] => Array.from(view.tree.frame, frame => nameOf(view.frames, frame));
  assert.deepEqual(namesIn(trees.callers), ['f', 'other', 'main']);
  assert.deepEqual(namesIn(trees.callees), ['f', 'f', 'b', 'a']);
  assert.deepEqual([trees.callers.kind, trees.callees.kind], ['callers', 'callees']);
  assert.deepEqual([trees.callers.total, trees.callees.total], Array(2).fill({ base: 1, current: 12 }));
  const node = { view: trees.callers.id, node: nodeOf(trees.callers, 'main') };
  assert.deepEqual(session.details({ node }).cum, { base: 1, current: 4 });
  const collapsed = session.neighbours({ options: { ...options, collapsed: true }, name: 'f', file: '' });
  assert.deepEqual(namesIn(collapsed.trees.callees), ['f', 'b', 'a']);
});

test('a view can begin where memory is allocated, or have repetitions as one frame', () => {
  const session = open(heap('main;f;f;f;a 1'), heap('main;f;a 4'));
  const inverted = session.view({ options: { ...options, inverted: true }, root: null });
  assert.deepEqual([inverted.kind, nameOf(inverted.frames, inverted.tree.frame[1] ?? 0)], ['inverted', 'a']);
  const subtree = session.view({
    options: { ...options, inverted: true },
    root: { view: inverted.id, node: nodeOf(inverted, 'f') },
  });
  assert.deepEqual(subtree.total, { base: 1, current: 4 });
  const { kind, tree, repeats } = session.view({ options: { ...options, collapsed: true }, root: null });
  assert.deepEqual([kind, tree.frame.length], ['calls', 4]);
  assert.deepEqual([[...repeats.node], [...repeats.count]], [[2], [3]]);
});

test('the host says which files are the reader’s own; swapping keeps it', () => {
  const stack = 'main;put@/home/me/put.py:3;grow@/home/me/lib/grow.py:7';
  const session = open(heap(`${stack} 1`), heap(`${stack} 9`));
  const named = (): (string | undefined)[] => {
    const { site } = session.headline({ options });
    return [site?.name, site?.own?.name];
  };
  assert.deepEqual(named(), ['grow', undefined]);
  session.own({ files: ['/home/me/put.py'] });
  assert.deepEqual(named(), ['grow', 'put']);
  session.swap();
  assert.deepEqual(named(), [undefined, undefined]);
  session.swap();
  assert.deepEqual(named(), ['grow', 'put']);
  assert.equal(session.suspects({ options, by: 'own', limit: 5 })[0]?.name, 'put');
});

test('what is said is of the sample type, the filter and the known leaks, whatever is drawn', () => {
  const session = open(heap('main;put 1', 'main;take 2'), heap('main;put 9', 'main;take 30'));
  const said = (changed: Partial<typeof options>): [string | undefined, string[]] => {
    const { headline } = session.view({ options: { ...options, ...changed }, root: null });
    assert.deepEqual(session.headline({ options: { ...options, ...changed } }), headline);
    return [headline.site?.name, headline.chips.map(({ text }) => text)];
  };
  const filter = { ...options.filter, ignore: 'take' };
  const lines = { granularity: 'lines', inverted: true } as const;
  assert.deepEqual(said({}), ['take', []]);
  assert.deepEqual(said({ filter }), ['put', []]);
  assert.deepEqual(said({ ...lines, filter }), ['put', []]);
  session.known({ leaks: [{ site: 'take', own: [], because: '', fixed: null }] });
  assert.deepEqual(said(lines), ['take', ['known leak']]);
  assert.deepEqual(said({ filter }), ['put', []]);
  session.known({ leaks: [] });
  assert.deepEqual(said({}), ['take', []]);
});
