import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { reportSarif, type SarifSite } from '../../../src/core/report/reportSarif.ts';

const schema = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

const place = { name: 'main.put', file: '/build/c.go', line: 31, startLine: 0 };
const site: SarifSite = {
  place,
  path: 'pkg/a b#c.go',
  level: 'error',
  text: 'main.put: +5 MiB',
  fingerprint: 'main.put < main.main',
  known: null,
};

test('what is written fits the schema of SARIF 2.1.0', () => {
  const sites: readonly SarifSite[] = [
    site,
    { ...site, path: null, level: 'warning', place: { ...place, line: 0 } },
    { ...site, known: '' },
    { ...site, known: 'a cache', place: { ...place, name: '\u202ename\ud800' } },
  ];
  const written: unknown = JSON.parse(reportSarif(sites, ['growth > 1MiB cannot be judged'], '1.2.3'));
  assert.ok(isValid(written), JSON.stringify(isValid.errors));
  assert.ok(isValid(JSON.parse(reportSarif([], [], '1.2.3'))));
  assert.ok(!isValid({ version: '2.1.0', runs: [{ results: [{}] }] }), 'the schema is one');
});

test('the rule is true of whatever profiles count', () => {
  const [{ tool }] = JSON.parse(reportSarif([], [], '1.2.3')).runs;
  const [{ shortDescription, fullDescription }] = tool.driver.rules;
  const text = `${shortDescription.text}. ${fullDescription.text}`;
  assert.match(text, /allocated, goroutines, time/);
  assert.doesNotMatch(text, /still in use|heap|two|beyond|chance/);
});

test('what is in no file of the repository has a path all the same, which leads nowhere', () => {
  const uriOf = (file: string): string => {
    const [run] = JSON.parse(
      reportSarif([{ ...site, path: null, place: { ...place, file } }], [], '1.2.3'),
    ).runs;
    return run.results[0].locations[0].physicalLocation.artifactLocation.uri;
  };
  assert.equal(
    uriOf('/usr/local/go/src/net/http/transport.go'),
    'not-in-this-repository/usr/local/go/src/net/http/transport.go',
  );
  assert.equal(uriOf('C:\\go\\src\\a b.go'), 'not-in-this-repository/go/src/a%20b.go');
  assert.equal(uriOf('../../etc/./passwd'), 'not-in-this-repository/etc/passwd');
  assert.equal(uriOf(''), 'not-in-this-repository/main.put');
});

test('a result stands at its line below the root of the repository', () => {
  const [run] = JSON.parse(reportSarif([site], [], '1.2.3')).runs;
  const [{ physicalLocation }] = run.results[0].locations;
  assert.deepEqual(physicalLocation, {
    artifactLocation: { uri: 'pkg/a%20b%23c.go', uriBaseId: '%SRCROOT%' },
    region: { startLine: 31 },
  });
  assert.deepEqual(run.results[0].partialFingerprints, { 'site/v1': 'main.put < main.main' });
  assert.equal(run.results[0].suppressions, undefined);
});
