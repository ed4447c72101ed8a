import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `package shop
type index struct {
	names [][]byte
	byKey map[string][]byte
}
func (x *index) read(r io.Reader) error {
	buf, err := io.ReadAll(r) // here
	if err != nil {
		return err
	}
	x.names = append(x.names, buf[4:12])
	return nil
}
`;

test('a piece of a buffer is kept', async () => {
  const hint = await hintAt(leaky, '// here');
  assert.equal(hint?.rule, 'pinnedArray');
  assert.match(
    hint?.text ?? '',
    /^`buf\[4:12\]` is kept in `x\.names` and keeps the whole array of `buf` alive/,
  );
  assert.match(hint?.text ?? '', /A copy \(`slices\.Clone\(buf\[4:12\]\)`\) would free the rest\.$/);
  assert.equal(hint?.lines.length, 2);
  const mapped = leaky.replace('x.names = append(x.names, buf[4:12])', 'x.byKey["a"] = buf[4:12]');
  assert.equal((await hintAt(mapped, '// here'))?.rule, 'pinnedArray');
});

test('fixed: what is kept is a copy, or all of it', async () => {
  const fixes = [
    'x.names = append(x.names, bytes.Clone(buf[4:12]))',
    'x.names = append(x.names, append([]byte(nil), buf[4:12]...))',
    'x.text = string(buf[4:12])',
    'local := buf[4:12]',
    'x.names = append(x.names, buf)',
    'x.names = append(x.names, buf[:4])\n\tbuf = buf[4:]',
  ];
  for (const fix of fixes) {
    assert.equal(
      await hintAt(leaky.replace('x.names = append(x.names, buf[4:12])', fix), '// here'),
      null,
      fix,
    );
  }
});
