import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { CaptureFailure } from '../../../../src/host/capture/server/captureFailure.ts';
import { type GetOptions, httpGet } from '../../../../src/host/capture/server/httpGet.ts';
import { nobody, serve } from '../localServer.ts';

const secret = 'Bearer not-for-others';

function get(address: string, options: Partial<GetOptions> = {}): Promise<Uint8Array> {
  return httpGet(new URL(address), {
    limits: { bytes: 2 ** 20, milliseconds: 5000 },
    mayLeadTo: new Set(),
    authorization: async () => undefined,
    signal: new AbortController().signal,
    ...options,
  });
}

async function failure(getting: Promise<unknown>): Promise<CaptureFailure> {
  const error = await getting.then(
    () => assert.fail('it was answered'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof CaptureFailure, String(error));
  return error;
}

const said = async (getting: Promise<unknown>): Promise<string> => (await failure(getting)).message;

test('what a server answers comes whole', async t => {
  const origin = await serve(t, (_, response) => response.end(Buffer.alloc(100_000, 7)));
  assert.deepEqual(await get(`${origin}/heap`), Buffer.alloc(100_000, 7));
});

test('what a proxy compressed on the way is as it was', async t => {
  const origin = await serve(t, (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('profile')),
  );
  assert.equal(Buffer.from(await get(origin)).toString(), 'profile');
});

test('a server that is not there refused the connection', async t => {
  const origin = await nobody(t);
  assert.equal(
    await said(get(`${origin}/heap`)),
    `${new URL(origin).host} refused the connection: nothing listens there`,
  );
});

test('a host that nobody knows', async () => {
  assert.match(await said(get('http://no-such-host.invalid/')), /^no-such-host\.invalid is no host that/);
});

test('404 says so, with the first line of what came, and without what the address asks', async t => {
  const origin = await serve(t, (_, response) =>
    response.writeHead(404).end('\n404 page not found\nsecond line'),
  );
  assert.equal(
    await said(get(`${origin}/heap?token=hidden`)),
    `${origin}/heap answered 404 Not Found: 404 page not found`,
  );
});

test('a page that says what is wrong is not read to its end, nor waited for', async t => {
  const origin = await serve(t, (_, response) => {
    response.writeHead(500).write(`overloaded\n${'x'.repeat(100_000)}`);
  });
  assert.equal(await said(get(origin)), `${origin}/ answered 500 Internal Server Error: overloaded`);
});

test('a server that does not answer in time', async t => {
  const origin = await serve(t, () => undefined);
  const limits = { bytes: 100, milliseconds: 150 };
  assert.match(
    await said(get(`${origin}/heap`, { limits })),
    /\/heap did not answer within 0\.15 s \(setting heapDiff\.capture\.seconds\)$/,
  );
});

test('a server that sends a byte now and then is too slow, too', async t => {
  const origin = await serve(t, (_, response) => {
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drip));
  });
  assert.match(
    await said(get(origin, { limits: { bytes: 2 ** 20, milliseconds: 300 } })),
    /did not answer within 0\.3 s/,
  );
});

test('what says that it is too large is not read, and what does not say so is cut off', async t => {
  const limits = { bytes: 2 ** 20, milliseconds: 5000 };
  const told = await serve(t, (_, response) =>
    response.writeHead(200, { 'content-length': String(2 ** 30) }).flushHeaders(),
  );
  const untold = await serve(t, (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  });
  const unfolding = await serve(t, (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2 ** 21))),
  );
  for (const origin of [told, untold, unfolding]) {
    assert.match(
      await said(get(origin, { limits })),
      /sent more than 1 MiB \(setting heapDiff\.capture\.mostMiB\)$/,
    );
  }
});

test('a connection that ends in the middle is told', async t => {
  const origin = await serve(t, (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => response.destroy(), 50);
  });
  assert.match(await said(get(origin)), /ended the connection before the profile was whole$/);
});

test('https where http is spoken', async t => {
  const origin = await serve(t, (_, response) => response.end('x'));
  const { host } = new URL(origin);
  assert.equal(await said(get(`https://${host}/heap`)), `${host} does not speak https`);
});

test('a redirect on the same origin is followed, with the header', async t => {
  const asked: (string | undefined)[] = [];
  const origin = await serve(t, (request, response) => {
    asked.push(request.headers.authorization);
    if (request.url === '/heap') response.writeHead(302, { location: '/moved' }).end();
    else response.end('moved');
  });
  const authorization = async (): Promise<string> => secret;
  assert.equal(Buffer.from(await get(`${origin}/heap`, { authorization })).toString(), 'moved');
  assert.deepEqual(asked, [secret, secret]);
});

test('a redirect to another origin is asked about, and the header stays behind', async t => {
  const asked: (string | undefined)[] = [];
  const other = await serve(t, (request, response) => {
    asked.push(request.headers.authorization);
    response.end('other');
  });
  const origin = await serve(t, (_, response) =>
    response.writeHead(307, { location: `${other}/heap` }).end(),
  );
  const authorization = async (of: string): Promise<string | undefined> =>
    of === origin ? secret : undefined;

  const { kind, origin: to, message } = await failure(get(`${origin}/heap`, { authorization }));
  assert.deepEqual([kind, to], ['redirected', other]);
  assert.equal(message, `${origin}/heap redirects to ${other}`);
  assert.deepEqual(asked, []);

  const allowed = get(`${origin}/heap`, { authorization, mayLeadTo: new Set([other]) });
  assert.equal(Buffer.from(await allowed).toString(), 'other');
  assert.deepEqual(asked, [undefined]);
});

test('redirects out of the web, and for ever', async t => {
  const origin = await serve(t, (request, response) =>
    response.writeHead(302, { location: request.url === '/out' ? 'file:///etc/passwd' : '/round' }).end(),
  );
  assert.match(await said(get(`${origin}/out`)), /redirects to what is no http or https address$/);
  assert.match(await said(get(`${origin}/round`)), /redirects more than 5 times$/);
});

test('a server that wants to know who asks', async t => {
  const origin = await serve(t, (request, response) =>
    request.headers.authorization === secret
      ? response.end('yours')
      : response.writeHead(401).end('who are you?'),
  );
  const { kind, origin: whom, message } = await failure(get(origin));
  assert.deepEqual([kind, whom], ['unauthorized', origin]);
  assert.equal(message, `${origin}/ answered 401 Unauthorized: who are you?`);
  assert.equal(Buffer.from(await get(origin, { authorization: async () => secret })).toString(), 'yours');
});

test('what is stopped ends at once', async t => {
  const origin = await serve(t, () => undefined);
  const stopping = new AbortController();
  const getting = failure(get(origin, { signal: stopping.signal }));
  stopping.abort();
  assert.equal((await getting).kind, 'stopped');
});
