import assert from 'node:assert/strict';
import test from 'node:test';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';

const stack = ['bufio.NewReaderSize', 'net/http.(*Transport).dialConn', 'net/http.(*Transport).dialConnFor'];

function hint(text: string, names: readonly string[] = stack) {
  return explainLeak({ sources: new Map([['a.go', text]]), site: null, stack: names, retained: null });
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

test('connections of the HTTP client pile up, and a body is not closed', () => {
  const found = hint(leaky);
  assert.equal(found?.rule, 'goUnclosedResponse');
  assert.match(
    found?.text ?? '',
    /HTTP client connections pile up.*No close of the response body was found in `\(\*server\)\.fetch`\.$/,
  );
  assert.deepEqual(found?.lines, [{ file: 'a.go', line: 4 }]);
});

test('fixed: the call is not named', () => {
  const closed = leaky.replace('return json', 'defer resp.Body.Close()\n\treturn json');
  assert.deepEqual(hint(closed)?.lines, []);
  const handed = leaky.replace('return json', 'defer drain(resp.Body)\n\treturn json');
  assert.deepEqual(hint(handed)?.lines, []);
  const returned = leaky.replace('return json', 'return resp\n\treturn json');
  assert.deepEqual(hint(returned)?.lines, []);
});

test('no such stack, no hint', () => {
  assert.equal(hint(leaky, ['bufio.NewReaderSize', 'net/http.(*Server).Serve']), null);
});

test('rows of a query that are not closed', () => {
  const text = `package shop
import "database/sql"
func list(db *sql.DB) {
	rows, err := db.Query("select")
	for rows.Next() {
	}
}
`;
  const names = ['database/sql.(*DB).queryDC', 'database/sql.(*DB).query', 'shop.list'];
  assert.match(hint(text, names)?.text ?? '', /No close of the rows was found in `list`/);
  assert.deepEqual(hint(text.replace('for rows', 'defer rows.Close()\n\tfor rows'), names)?.lines, []);
});
