import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { commandLine, kubectl } from '../../../../src/host/capture/server/kubectl.ts';
import { parsePods, podServer, runningPods } from '../../../../src/host/capture/server/pods.ts';
import { standInForKubectl } from '../kubectlStandIn.ts';

const limits = { bytes: 2 ** 20, milliseconds: 5000 };
const { signal } = new AbortController();

function standIn(t: TestContext, script: string): string {
  const { folder, remove } = standInForKubectl(script);
  t.after(remove);
  return folder;
}

const pod = (name: unknown, namespace: unknown = 'shop', phase = 'Running', ports: unknown = []) => ({
  metadata: { name, namespace },
  spec: { containers: [{ ports }] },
  status: { phase },
});

test('bytes come as they are, and each argument as one', async t => {
  const folder = standIn(t, 'printf "%s\\n" "$@" >"$(dirname "$0")/args"; printf "\\037\\213\\000\\377"');
  const server = podServer({ namespace: 'shop', pod: 'cart-7d9f', port: 6060 }, true, limits);
  assert.deepEqual(await server.heap(signal), Buffer.from([0x1f, 0x8b, 0, 0xff]));
  assert.equal(
    readFileSync(join(folder, 'args'), 'utf8'),
    'get\n--raw\n/api/v1/namespaces/shop/pods/cart-7d9f:6060/proxy/debug/pprof/heap?gc=1\n',
  );
  assert.equal(server.from, 'pod shop/cart-7d9f:6060');
});

test('a pod whose garbage is not to be collected is not asked for leaked goroutines', async t => {
  const folder = standIn(t, 'printf "%s" "$3" >"$(dirname "$0")/path"');
  const place = { namespace: 'shop', pod: 'cart', port: 6060 };
  assert.equal(podServer(place, false, limits).beside('goroutineleak', signal), undefined);
  await podServer(place, true, limits).beside('goroutineleak', signal);
  assert.match(readFileSync(join(folder, 'path'), 'utf8'), /proxy\/debug\/pprof\/goroutineleak$/);
});

test('names that are none are not run with', async t => {
  const folder = standIn(t, 'echo ran >"$(dirname "$0")/ran"');
  for (const place of [
    { namespace: 'shop/../..', pod: 'cart', port: 6060 },
    { namespace: '--kubeconfig=x', pod: 'cart', port: 6060 },
    { namespace: 'shop', pod: 'cart?x', port: 6060 },
    { namespace: 'shop', pod: 'cart', port: 70_000 },
    { namespace: 'shop', pod: 'Cart', port: 6060 },
  ]) {
    await assert.rejects(async () => podServer(place, true, limits).heap(signal), { name: 'ValiError' });
  }
  assert.throws(() => readFileSync(join(folder, 'ran')), { code: 'ENOENT' });
});

test('only pods that run, with names that are some, are listed, the likeliest port first', () => {
  const ports = [
    { containerPort: 8080, name: 'http' },
    { containerPort: 6060 },
    { containerPort: 9999, name: 'pprof' },
    { containerPort: 0 },
    { containerPort: 'x' },
    null,
  ];
  const items = [
    pod('cart-1', 'shop', 'Running', ports),
    pod('done', 'shop', 'Succeeded'),
    pod('../x'),
    pod('-x'),
    pod('x'.repeat(300)),
    pod('a', 'Shop'),
    null,
    pod('b.c', 'shop', 'Running', 'none'),
  ];
  assert.deepEqual(parsePods(JSON.stringify({ items })), [
    { name: 'cart-1', namespace: 'shop', ports: [9999, 6060, 8080] },
    { name: 'b.c', namespace: 'shop', ports: [] },
  ]);
  for (const json of ['', '[]', '{"items":3}']) {
    assert.throws(() => parsePods(json), { message: 'kubectl wrote no list of pods' });
  }
});

test('pods of a namespace and of all are listed by kubectl', async t => {
  standIn(
    t,
    `echo '{"items":['; [ "$3" = --all-namespaces ] && echo '${JSON.stringify(pod('a'))}'; echo ']}'`,
  );
  assert.deepEqual(
    (await runningPods('cluster', signal)).map(({ name }) => name),
    ['a'],
  );
});

test('what kubectl complains of is told by its first line', async t => {
  standIn(t, 'echo "Error from server (Forbidden): pods is forbidden" >&2; echo more >&2; exit 1');
  await assert.rejects(kubectl(['get'], limits, signal), {
    name: 'CaptureFailure',
    message: 'kubectl: Error from server (Forbidden): pods is forbidden',
  });
});

test('a kubectl that is silent and one that writes without end are ended', async t => {
  standIn(t, '[ "$1" = wait ] && exec sleep 60; exec cat /dev/zero');
  await assert.rejects(kubectl(['wait'], { ...limits, milliseconds: 200 }, signal), {
    message: 'kubectl did not answer within 0.2 s',
  });
  await assert.rejects(kubectl(['flood'], limits, signal), { message: 'kubectl wrote more than 1 MiB' });
});

test('without kubectl that is said', async t => {
  const before = process.env['PATH'];
  t.after(() => {
    process.env['PATH'] = before;
  });
  process.env['PATH'] = '/nowhere';
  await assert.rejects(kubectl(['get'], limits, signal), { message: 'kubectl is not on the PATH' });
});

test('a command is shown as it would be typed', () => {
  assert.equal(
    commandLine(['get', '--raw', '/api/v1/x/proxy/debug/pprof/heap?gc=1']),
    "kubectl get --raw '/api/v1/x/proxy/debug/pprof/heap?gc=1'",
  );
});
