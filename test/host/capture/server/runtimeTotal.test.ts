import assert from 'node:assert/strict';
import test from 'node:test';
import {
  processMetrics,
  rateBetween,
  runtimeMemory,
} from '../../../../src/host/capture/server/runtimeTotal.ts';

const exposition = `# HELP process_resident_memory_bytes Resident memory size in bytes.
# TYPE process_resident_memory_bytes gauge
process_resident_memory_bytes 1.2582912e+07
process_resident_memory_bytes_total 5
http_requests_total{code="200",path="/a} 9"} 40
http_requests_total{code="500"} 2 1732800000000
http_requests_total_created 1
`;

test('resident memory and all requests together are read from Prometheus’ text', () => {
  assert.deepEqual(processMetrics(exposition, 'http_requests_total'), { rss: 12_582_912, requests: 42 });
  assert.deepEqual(processMetrics(exposition, ''), { rss: 12_582_912, requests: undefined });
});

test('what is no number is not measured', () => {
  for (const text of ['', '<html>', 'process_resident_memory_bytes', 'process_resident_memory_bytes NaN\n']) {
    assert.deepEqual(processMetrics(text, 'x'), { rss: undefined, requests: undefined }, text);
  }
});

test('the memory of Go’s runtime is what it has not given back', () => {
  assert.equal(runtimeMemory('{"memstats":{"Sys":1000,"HeapReleased":400,"PauseNs":[0]}}'), 600);
  for (const json of ['', '[]', '{"memstats":{"Sys":"1000","HeapReleased":1}}', '{"memstats":{"Sys":-1}}']) {
    assert.equal(runtimeMemory(json), undefined, json);
  }
});

test('a rate needs an earlier reading of the same counter', () => {
  const at = (milliseconds: number, value: number) => ({ milliseconds, value });
  assert.equal(rateBetween(undefined, at(0, 5)), null);
  assert.equal(rateBetween(at(0, 5), at(2000, 25)), 10);
  assert.equal(rateBetween(at(0, 5), at(2000, 1)), null);
  assert.equal(rateBetween(at(0, 5), at(0, 6)), null);
});
