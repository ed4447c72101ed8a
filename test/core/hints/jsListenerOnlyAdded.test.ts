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

test('listeners on what outlives the call', () => {
  assert.equal(hintAt(leaky, '// bus', { file })?.rule, 'jsListenerOnlyAdded');
  assert.match(
    hintAt(leaky, '// process', { file })?.text ?? '',
    /^Each call of `attach` adds a listener to `process`/,
  );
});

test('fixed: removed, ended by itself, or on something local', () => {
  assert.equal(hintAt(`${leaky}function detach(f) { bus.off('done', f); }`, '// bus', { file }), null);
  const once = leaky.replace('request.end());', 'request.end(), { once: true });');
  assert.equal(hintAt(once, '// bus', { file }), null);
  const local = leaky.replace('function attach(request) {', 'function attach(request, bus) {');
  assert.equal(hintAt(local, '// bus', { file }), null);
});
