import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `const bus = new EventEmitter();
function attach(request) {
  bus.on('done', () => request.end()); // bus
  process.on('exit', () => request.abort()); // process
}
`;
const file = 'a.js';

test('listeners on what outlives the call', async () => {
  assert.equal((await hintAt(leaky, '// bus', { file }))?.rule, 'listenerOnlyAdded');
  assert.match(
    (await hintAt(leaky, '// process', { file }))?.text ?? '',
    /^Each call of `attach` adds a listener to `process`/,
  );
});

test('fixed: removed, ended by itself, or on something local', async () => {
  assert.equal(await hintAt(`${leaky}function detach(f) { bus.off('done', f); }`, '// bus', { file }), null);
  const once = leaky.replace('request.end());', 'request.end(), { once: true });');
  assert.equal(await hintAt(once, '// bus', { file }), null);
  const local = leaky.replace('function attach(request) {', 'function attach(request, bus) {');
  assert.equal(await hintAt(local, '// bus', { file }), null);
});
