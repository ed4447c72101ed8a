import assert from 'node:assert/strict';
import test from 'node:test';
import {
  besideHeap,
  collects,
  heapAddress,
  publicAddress,
  usualAddress,
} from '../../../../src/host/capture/server/captureAddress.ts';

test('garbage is collected first, unless the address says otherwise', () => {
  assert.equal(heapAddress(usualAddress, true).href, `${usualAddress}?gc=1`);
  assert.equal(heapAddress(usualAddress, false).href, usualAddress);
  assert.equal(heapAddress(`${usualAddress}?gc=0`, true).href, `${usualAddress}?gc=0`);
  assert.equal(heapAddress(` ${usualAddress}?token=a#top `, true).href, `${usualAddress}?token=a&gc=1`);
});

test('a host and port are enough of an address', () => {
  assert.equal(heapAddress('localhost:6060', false).href, usualAddress);
  assert.equal(heapAddress('10.0.0.7:80/x', false).href, 'http://10.0.0.7/x');
  assert.equal(heapAddress('https://a.example', false).href, 'https://a.example/debug/pprof/heap');
});

test('only the web is captured from, and no password stands in an address', () => {
  for (const [typed, why] of [
    ['file:///etc/passwd', /Only http and https can be captured from, not file:$/],
    ['heap', /^heap is no address, such as http:\/\/localhost:6060/],
    ['http://me:secret@localhost/heap', /^Leave user and password out/],
  ] as const) {
    assert.throws(() => heapAddress(typed, true), { name: 'CaptureFailure', message: why });
  }
});

test('what is written down of an address has no query', () => {
  assert.equal(
    publicAddress(new URL('https://a.example:8443/debug?token=x')),
    'https://a.example:8443/debug',
  );
});

test('an address tells whether garbage is collected first', () => {
  const told = (typed: string): boolean => collects(new URL(typed));
  assert.ok(told('http://localhost:6060/debug/pprof/heap?gc=1'));
  assert.ok(!told('http://localhost:6060/debug/pprof/heap?gc=0'));
  assert.ok(!told('http://localhost:6060/debug/pprof/heap'));
});

test('what goes with a heap is looked for where Go serves it', () => {
  assert.deepEqual(besideHeap('/admin/debug/pprof/heap'), {
    goroutine: '/admin/debug/pprof/goroutine',
    goroutineleak: '/admin/debug/pprof/goroutineleak',
    variables: '/admin/debug/vars',
    metrics: '/admin/metrics',
  });
  assert.equal(besideHeap('/heap'), undefined);
});
