import assert from 'node:assert/strict';
import test from 'node:test';
import { speak } from '../../../src/core/language.ts';
import { hintAt } from './hintAt.ts';

function loop(body: string): string {
  return `package shop\nfunc run(in chan int, done chan bool) {\n\tfor {\n${body}\n\t}\n}\n`;
}

const waits = `\t\tselect {
		case v := <-in:
			use(v)
		case <-time.After(time.Minute): // here
			return
		}`;

test('time.After in a loop whose other case goes on', async () => {
  assert.match((await hintAt(loop(waits), '// here'))?.text ?? '', /^Each turn of the loop makes a timer/);
});

test('time.After that is waited for, or left behind once at most', async () => {
  assert.equal(await hintAt(loop('\t\t<-time.After(time.Second) // here'), '// here'), null);
  assert.equal(await hintAt(loop(waits.replace('use(v)', 'return')), '// here'), null);
  assert.equal(await hintAt(loop(waits).replace('\tfor {\n', '\t{\n'), '// here'), null);
  const inLiteral = loop(`\t\tgo func() {\n${waits}\n\t\t}()`);
  assert.equal(await hintAt(inLiteral, '// here'), null);
});

test('a ticker that nothing stops, and one that something does', async () => {
  const leaky =
    'package shop\nfunc watch() {\n\tt := time.NewTicker(time.Second) // here\n\tfor range 3 {\n\t\t<-t.C\n\t}\n}\n';
  assert.match((await hintAt(leaky, '// here'))?.text ?? '', /no `t\.Stop\(\)` was found in `watch`/);
  for (const fix of ['defer t.Stop()', 'keep(t)', 's.t = t', 'return t']) {
    assert.equal(await hintAt(leaky.replace('\tfor range', `\t${fix}\n\tfor range`), '// here'), null, fix);
  }
  assert.equal(await hintAt(leaky.replace('watch', 'main'), '// here'), null);
});

test('time.Tick', async () => {
  assert.match(
    (await hintAt('package p\nfunc f() {\n\tfor range time.Tick(1) { // here\n\t}\n}\n', '// here'))?.text ??
      '',
    /time\.Tick/,
  );
});

test('what a pattern says is said in the reader’s language, with its places', async t => {
  t.after(() => speak(null));
  const english =
    'The cancel function of this context is dropped in `{function}`, so that `{parent}` keeps it until it is done itself.';
  speak({ tag: 'de', messages: { [english]: 'In `{function}` verworfen: `{parent}` behält ihn.' } });
  const dropped =
    'package p\nfunc serve(parent context.Context) {\n\tctx, _ := context.WithCancel(parent) // here\n\tuse(ctx)\n}\n';
  assert.equal((await hintAt(dropped, '// here'))?.text, 'In `serve` verworfen: `parent` behält ihn.');
});
