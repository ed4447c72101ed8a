import assert from 'node:assert/strict';
import test from 'node:test';
import { hintOfStack } from './hintAt.ts';

const stack = ['bufio.NewReaderSize', 'net/http.(*Transport).dialConn', 'net/http.(*Transport).dialConnFor'];

function hint(text: string, names: readonly string[] = stack) {
  return hintOfStack(names, text);
}

const leaky = `package shop
import "net/http"
func (s *server) fetch(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(&s.x)
}
`;

test('connections of the HTTP client pile up, and a body is not closed', async () => {
  const found = await hint(leaky);
  assert.equal(found?.rule, 'connectionsPileUp');
  assert.match(
    found?.text ?? '',
    /HTTP client connections pile up.*No close of the response body was found in `\(\*server\)\.fetch`\.$/,
  );
  assert.deepEqual(found?.lines, [{ file: 'a.go', line: 4 }]);
});

test('fixed: the call is not named', async () => {
  const closed = leaky.replace('return json', 'defer resp.Body.Close()\n\treturn json');
  assert.deepEqual((await hint(closed))?.lines, []);
  const handed = leaky.replace('return json', 'defer drain(resp.Body)\n\treturn json');
  assert.deepEqual((await hint(handed))?.lines, []);
  const returned = leaky.replace('return json', 'return resp\n\treturn json');
  assert.deepEqual((await hint(returned))?.lines, []);
});

test('no such stack, no hint', async () => {
  assert.equal(await hint(leaky, ['bufio.NewReaderSize', 'net/http.(*Server).Serve']), null);
});

test('rows of a query that are not closed', async () => {
  const text = `package shop
import "database/sql"
func list(db *sql.DB) {
	rows, err := db.Query("select")
	for rows.Next() {
	}
}
`;
  const names = ['database/sql.(*DB).queryDC', 'database/sql.(*DB).query', 'shop.list'];
  assert.match((await hint(text, names))?.text ?? '', /No close of the rows was found in `list`/);
  assert.deepEqual(
    (await hint(text.replace('for rows', 'defer rows.Close()\n\tfor rows'), names))?.lines,
    [],
  );
});
