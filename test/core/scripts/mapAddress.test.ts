import assert from 'node:assert/strict';
import test from 'node:test';
import { inlineMap, mapAddress } from '../../../src/core/scripts/mapAddress.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (map: Uint8Array | null): string | null => map && new TextDecoder().decode(map);

test('the last comment of a script says where its map is', () => {
  for (const [script, address] of [
    ['run();\n//# sourceMappingURL=server.js.map', 'server.js.map'],
    ['run();\n//# sourceMappingURL=server.js.map\r\n\n', 'server.js.map'],
    ['/*# sourceMappingURL=a.css.map */', 'a.css.map'],
    ['/*# sourceMappingURL=a.map*/', 'a.map'],
    ['//# sourceMappingURL=first.map\nrun()\n//# sourceMappingURL=last.map\n', 'last.map'],
    ['//# sourceMappingURL=a.map\n#private = 1; // # of them', 'a.map'],
    ['const text = "# sourceMappingURL=none.map";', null],
    ['run();\n//# sourceMappingURL=', null],
    ['run();\n//# sourceMappingURL=a.map and more', 'a.map'],
    ['//#', null],
    ['', null],
  ] as const) {
    assert.equal(mapAddress(bytes(script)), address, script);
  }
});

test('a map within its script, in base64 or as it is', () => {
  const map = '{"sources":["größe.ts"]}';
  const base64 = Buffer.from(map).toString('base64');
  assert.equal(text(inlineMap(`data:application/json;base64,${base64}`)), map);
  assert.equal(text(inlineMap(`data:application/json;charset=utf-8;base64,${base64}`)), map);
  assert.equal(text(inlineMap(`data:application/json,${encodeURIComponent(map)}`)), map);
  for (const other of [
    'data:text/html;base64,PGI+',
    'server.js.map',
    'data:application/json,%zz',
    'data:application/json;base64,?',
  ])
    assert.equal(inlineMap(other), null, other);
});
