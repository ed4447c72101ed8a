import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

test('a cancel that is dropped, and one that is not', async () => {
  const text = (left: string, parent: string): string =>
    `package p\nfunc (s *server) f(ctx context.Context) {\n\t${left} := context.WithCancel(${parent}) // here\n\tserve(c)\n}\n`;
  const hint = await hintAt(text('c, _', 's.base'), '// here');
  assert.equal(hint?.rule, 'neverReleased');
  assert.equal(
    hint?.text,
    'The cancel function of this context is dropped in `(*server).f`, so that `s.base` keeps it until it is done itself.',
  );
  assert.equal(await hintAt(text('c, cancel', 's.base'), '// here'), null);
  assert.equal(await hintAt(text('c, _', 'context.Background()'), '// here'), null);
});

test('signals that a channel goes on to get', async () => {
  const text = (rest: string): string =>
    `package p\nfunc f() {\n\tc := make(chan os.Signal, 1) // here\n\tsignal.Notify(c, os.Interrupt)\n\t<-c\n${rest}}\n`;
  assert.equal((await hintAt(text(''), '// here'))?.rule, 'neverReleased');
  assert.equal(await hintAt(text('\tsignal.Stop(c)\n'), '// here'), null);
  assert.equal(await hintAt(text('\tgo wait(c)\n'), '// here'), null);
  assert.equal(await hintAt(text('').replace('func f', 'func main'), '// here'), null);
});

test('a goroutine that cannot send when its reader has left', async () => {
  const text = (room: string, cases: readonly string[]): string =>
    `package p
func f(ctx context.Context) error {
	done := make(chan error${room}) // made
	go func() { // started
		done <- work()
	}()
	select {
${cases.map(each => `\tcase ${each}`).join('\n')}
	}
}
`;
  const answer = '<-done:\n\t\treturn nil';
  const left = '<-ctx.Done():\n\t\treturn ctx.Err()';
  for (const cases of [
    [answer, left],
    [left, answer],
  ]) {
    for (const mark of ['// made', '// started']) {
      assert.equal((await hintAt(text('', cases), mark))?.rule, 'goroutineBlocked', mark);
    }
    assert.equal(await hintAt(text(', 1', cases), '// made'), null);
  }
  assert.equal(await hintAt(text('', [answer]), '// made'), null);
  assert.equal(await hintAt(text('', [answer, '<-tick:\n\t\tlog()']), '// made'), null);
});
