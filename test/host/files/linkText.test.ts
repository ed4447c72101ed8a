import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { isPlainPath } from '../../../src/host/files/isPlainPath.ts';
import { LinkError, linkText, type PairLink, readLink } from '../../../src/host/files/linkText.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

const plain: PairLink = {
  base: '/tmp/heap-1300.pb.gz',
  current: '/tmp/heap-1400.pb.gz',
  look: { options: inuseSpace, width: 'change', tab: 'flame', zoom: [] },
};

/** As the extension is given it: VS Code takes the escapes of an address away once. */
function handedOver(link: string): { readonly path: string; readonly query: string } {
  const { pathname, search } = new URL(link);
  return { path: pathname, query: decodeURIComponent(search.slice(1)) };
}

const wrong = (query: string, says: RegExp): void => {
  assert.throws(
    () => readLink({ path: '/compare', query }),
    error => error instanceof LinkError && says.test(error.sentence),
    query,
  );
};

test('a link is as readable as what it says', () => {
  assert.equal(
    linkText('vscode', plain),
    'vscode://heap-diff.heap-diff/compare?base=/tmp/heap-1300.pb.gz&current=/tmp/heap-1400.pb.gz&type=inuse_space',
  );
});

test('a link leads to the form of the tree that its zoom is of', () => {
  const options = { ...inuseSpace, inverted: true, collapsed: true };
  const link = linkText('vscode', { ...plain, look: { ...plain.look, options, zoom: ['main.f'] } });
  assert.match(link, /&inverted=1&collapsed=1&zoom=main\.f$/);
  assert.deepEqual(readLink(handedOver(link)).look, { ...plain.look, options, zoom: ['main.f'] });
});

test('a link comes back as it was, whatever its names are made of', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  const address = text.map(each => `/${each}.pprof`);
  const looks = fc.record({
    options: fc.record({
      sampleType: text,
      granularity: fc.constantFrom('functions', 'lines', 'files', 'packages'),
      normalize: fc.boolean(),
      filter: fc.record({ focus: text, tagFocus: text }).map(some => ({ ...noFilter, ...some })),
    }),
    width: fc.constantFrom('base', 'current', 'change', 'growth', 'both'),
    tab: fc.constantFrom('flame', 'top', 'suspects', 'neighbours'),
    zoom: fc.array(text, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.record({ base: address, current: address, look: looks }), given => {
      const link = structuredClone(given) as PairLink;
      assert.deepEqual(readLink(handedOver(linkText('vscode', link))), link);
    }),
  );
});

test('what a link leaves out is as in a panel that opens', () => {
  const { look } = readLink({ path: '/compare', query: 'base=/a/heap&current=/b/heap&later=1' });
  assert.deepEqual(look, {
    options: { sampleType: '', granularity: 'functions', normalize: false, filter: noFilter },
    width: 'change',
    tab: 'flame',
    zoom: [],
  });
});

test('a zoom is kept as far as a link may be long, and filters have to fit', () => {
  const zoom = Array.from({ length: 1_000 }, (_, i) => `main.(*server).step${i}`);
  const link = linkText('vscode', { ...plain, look: { ...plain.look, zoom } });
  assert.ok(link.length > 7_900 && link.length <= 8_000, `${link.length}`);
  const kept = readLink(handedOver(link)).look.zoom;
  assert.deepEqual(kept, zoom.slice(0, kept.length));
  const filter = { ...noFilter, show: 'x'.repeat(9_000) };
  const long = { ...plain, look: { ...plain.look, options: { ...inuseSpace, filter } } };
  assert.throws(() => linkText('vscode', long), /filters/);
});

test('a link that is none of ours says what is wrong with it', () => {
  const files = 'base=/a/heap&current=/b/heap';
  assert.throws(() => readLink({ path: '/run', query: files }), /\/run/);
  wrong('', /“base”/);
  wrong('base=/a/heap', /“current”/);
  wrong('base=/a/heap&base=/c/heap&current=/b/heap', /“base”/);
  wrong(`${files}&tab=settings`, /“tab”/);
  wrong(`${files}&width=toString`, /“width”/);
  wrong(`${files}&granularity=__proto__`, /“granularity”/);
  wrong(`${files}&normalize=yes`, /“normalize”/);
  wrong(`${files}&focus=a&focus=b`, /“focus”/);
  wrong(`${files}&${'zoom=a&'.repeat(2_001)}`, /“zoom”/);
  wrong(`base=/${'a'.repeat(40_000)}&current=/b/heap`, /“base”/);
  wrong(`${files}&focus=${'a'.repeat(70_000)}`, /too long/);
});

test('whatever a link says is read or refused', () => {
  const parts = [
    'base',
    'current',
    'zoom',
    'tab',
    'type',
    'normalize',
    '__proto__',
    '=',
    '&',
    '%',
    '%00',
    '/',
    '+',
    '\ud800',
  ];
  const query = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 30 });
  fc.assert(
    fc.property(query, pieces => {
      try {
        readLink({ path: '/compare', query: pieces.join('') });
      } catch (error) {
        assert.ok(error instanceof LinkError, String(error));
      }
    }),
  );
});

test('a path that is plain leads to one file of this machine', () => {
  for (const path of ['/tmp/heap.pb.gz', '/c:/heap/a.pprof', '/home/me/..heap/...heap', '/tmp/héap (1).pb']) {
    assert.ok(isPlainPath(path), path);
  }
  for (const path of [
    ...['', '/', 'heap.pb', '//server/share/heap.pb', '/\\server\\share\\heap.pb', '\\\\server\\heap.pb'],
    ...['/work/../etc/heap', '/work/..', '/work/./heap', '/work//heap', '/tmp/heap\0.pb', '/tmp/heap\n.pb'],
  ]) {
    assert.ok(!isPlainPath(path), path);
  }
});
