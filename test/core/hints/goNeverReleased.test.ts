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
  const text = (room: string, cases: readonly string[], after = ''): string =>
    `package p
func f(ctx context.Context) error {
	done := make(chan error${room}) // made
	go func() { // started
		done <- work() // sent
	}()
	select {
${cases.map(each => `\tcase ${each}`).join('\n')}
	}
${after}}
`;
  const answer = '<-done:\n\t\treturn nil';
  const left = '<-ctx.Done():\n\t\treturn ctx.Err()';
  for (const cases of [
    [answer, left],
    [left, answer],
  ]) {
    for (const mark of ['// made', '// started', '// sent']) {
      assert.equal((await hintAt(text('', cases), mark))?.rule, 'goroutineBlocked', mark);
    }
    assert.equal(await hintAt(text(', 1', cases), '// made'), null);
  }
  assert.equal(await hintAt(text('', [answer]), '// made'), null);
  const goesOn = [answer, '<-tick:\n\t\tlog()'];
  assert.equal(await hintAt(text('', goesOn, '\treturn <-done\n'), '// made'), null);
  // It ends with its `select`.
  assert.equal((await hintAt(text('', goesOn), '// made'))?.rule, 'goroutineBlocked');
});

test('a function that is given a channel and cannot send when its reader has left', async () => {
  const reader = (started = 'go s.ask(item, quotes)', room = ''): string => `package p
func (s *shop) price(ctx context.Context, item string) {
	quotes := make(chan *quote${room})
	${started}
	select {
	case q := <-quotes:
		s.show(q)
	case <-ctx.Done():
		s.sorry()
	}
}
`;
  const sender = (body = 'quotes <- q // sent'): string => `package p
func (s *shop) ask(item string, quotes chan<- *quote) {
	q := &quote{item: item} // made
	${body}
}
`;
  for (const mark of ['// made', '// sent']) {
    const hint = await hintAt(sender(), mark, { file: 'ask.go', more: { 'price.go': reader() } });
    assert.equal(hint?.rule, 'goroutineBlocked', mark);
    assert.match(
      hint?.text ?? '',
      /^The goroutine sends to `quotes`, which has no room, and waits for ever when/,
    );
    assert.deepEqual(hint?.lines.slice(1), [
      { file: 'price.go', line: 4 },
      { file: 'price.go', line: 3 },
    ]);
  }
  assert.ok(await hintAt(sender(), '// made', { more: { 'b.go': reader('go ask(item, quotes)') } }));
  const silent = async (text: string, more: string): Promise<void> =>
    assert.equal(await hintAt(text, '// made', { more: { 'b.go': more } }), null);
  await silent(sender(), reader(undefined, ', 1'));
  await silent(sender(), reader('go s.ask(item, others)'));
  await silent(sender(), reader('s.ask(item, quotes)'));
  await silent(sender(), reader('go s.tell(item, quotes)'));
  // Another type has a method of that name.
  await silent(sender(), `${reader()}\nfunc (f *forge) ask(item string, quotes chan<- *quote) {}\n`);
  // It does not wait, or for a channel of its own.
  await silent(sender('select {\n\tcase quotes <- q:\n\tcase <-s.done:\n\t}'), reader());
  await silent(sender('s.quotes <- q'), reader());
  await silent(sender('own := s.channel()\n\town <- q'), reader());
});

test('a goroutine that cannot send when its function returns before it receives', async () => {
  const text = (early: string, last = 'return <-done, nil', room = ''): string => `package p
func f(ctx context.Context) (result, error) {
	done := make(chan result${room}) // made
	go func() {
		r := work() // works
		done <- r // sent
	}()
	${early}
	${last}
}
`;
  const returns = 'if err := ctx.Err(); err != nil {\n\t\treturn result{}, err\n\t}';
  for (const last of [
    'return <-done, nil',
    '<-done\n\treturn',
    'r := <-done\n\treturn r, nil',
    'r = <-done',
  ]) {
    for (const mark of ['// made', '// works', '// sent'])
      assert.equal((await hintAt(text(returns, last), mark))?.rule, 'goroutineBlocked', `${last} ${mark}`);
  }
  const hint = await hintAt(text(returns), '// sent');
  assert.equal(
    hint?.text,
    'The goroutine sends to `done`, which has no room, and waits for ever when `f` returns before it receives: it and all it holds stay. With `make(chan …, 1)` it would end.',
  );
  assert.deepEqual(
    hint?.lines.map(({ line }) => line),
    [6, 4, 3],
  );
  for (const nothing of [
    text('log()'),
    text(returns.replace('return result', '<-done\n\t\treturn result')),
    text(returns, 'return <-other, nil'),
    text(returns, 'return <-done, nil', ', 1'),
    text('if r.err != nil {\n\t\tlog()\n\t}'),
  ])
    assert.equal(await hintAt(nothing, '// sent'), null, nothing);
});

test('goroutines of which some cannot send when one of them has failed', async () => {
  const text = (body: string, room = ''): string => `package p
func process(items []item) ([]result, error) {
	found := make(chan result${room})
	for _, each := range items {
		go func() {
			found <- work(each) // sent
		}()
	}
	var all []result
	for range items {
		r := <-found
${body}
		all = append(all, r)
	}
	return all, nil
}
`;
  const returns = '\t\tif r.err != nil {\n\t\t\treturn nil, r.err\n\t\t}';
  const hint = await hintAt(text(returns), '// sent');
  assert.equal(hint?.rule, 'goroutineBlocked');
  assert.match(
    hint?.text ?? '',
    /^Each goroutine sends to `found`, .* when `process` returns before it has received from all/,
  );
  assert.equal(await hintAt(text(returns, ', len(items)'), '// sent'), null);
  assert.equal(await hintAt(text('\t\tif r.err != nil {\n\t\t\tcontinue\n\t\t}'), '// sent'), null);
});
