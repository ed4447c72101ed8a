import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { toolClient } from './toolClient.ts';

const trail = `class Trail:
    def __init__(self):
        self._seen = {}

    def record(self, user, text):
        entry = json.loads(text)
        self._seen[user] = entry


trail = Trail()
`;

test('of a library’s site an assistant gets the source, and the hint, of the own line that calls it', async t => {
  const folder = realpathSync(temporaryFolder('service'));
  const file = join(folder, 'shop/audit.py');
  mkdirSync(join(folder, 'shop'));
  writeFileSync(file, trail);
  const library = '/usr/lib/python3.11/json/decoder.py';
  const heap = (value: number): Uint8Array =>
    profileBytes({
      samples: [
        { stack: [`Trail.record@${file}:6`, `JSONDecoder.raw_decode@${library}:353`], values: [value] },
      ],
    });
  writeFileSync(join(folder, 'one.pb'), heap(1));
  writeFileSync(join(folder, 'two.pb'), heap(5_000_000));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const { text } = await tools.call('explain_growth', {
    base: join(folder, 'one.pb'),
    current: join(folder, 'two.pb'),
    site: 'JSONDecoder.raw_decode',
  });
  const said = text.slice(text.indexOf('\n\n`Trail.record`'));
  assert.ok(said.startsWith(`\n\n\`Trail.record\` (\`${file}:6\`):\n\nA guess from the source`), text);
  assert.match(said, /`self\._seen` gains keys at line 7/);
  assert.match(said, /\n {4}> 6 {9}entry = json\.loads\(text\)\n/);
});

test('what the stacks tell needs no source: connections of a client pile up in goroutines of the library', async t => {
  const folder = realpathSync(temporaryFolder('stacks'));
  const go = '/no/such/go/src';
  const heap = (value: number): Uint8Array =>
    profileBytes({
      samples: [
        {
          stack: [
            `net/http.(*Transport).dialConnFor@${go}/net/http/transport.go:8`,
            `net/http.(*Transport).dialConn@${go}/net/http/transport.go:9`,
            `bufio.NewReaderSize@${go}/bufio/bufio.go:57`,
          ],
          values: [value],
        },
        {
          stack: [
            'main.main@/app/m.go:1',
            'main.ask@/app/ask.go:7',
            `net/http.(*Client).Do@${go}/net/http/client.go:3`,
          ],
          values: [512],
        },
      ],
    });
  writeFileSync(join(folder, 'one.pb'), heap(1));
  writeFileSync(join(folder, 'two.pb'), heap(5_000_000));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const { text } = await tools.call('explain_growth', {
    base: join(folder, 'one.pb'),
    current: join(folder, 'two.pb'),
    site: 'net/http.(*Transport).dialConn',
  });
  assert.match(text, /\nFrom the stacks of the profiles: HTTP client connections pile up\. /);
  assert.match(text, /, its connections are asked for in `main\.ask` \(`\/app\/ask\.go:7`\)/);

  const leaky =
    'package main\n\nimport "net/http"\n\nfunc ask() error {\n\trequest := prepared()\n\tresponse, err := client.Do(request)\n\treturn read(response.Status, err)\n}\n';
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app/ask.go'), leaky);
  const found = await toolClient(folder);
  t.after(found.close);
  const { text: named } = await found.call('explain_growth', {
    base: join(folder, 'one.pb'),
    current: join(folder, 'two.pb'),
    site: 'net/http.(*Transport).dialConn',
  });
  assert.match(named, /No close of the response body was found in `ask`\./);
});

test('the reader’s own code is what the folders have, whatever else looks like a program’s', async t => {
  const folder = realpathSync(temporaryFolder('own'));
  writeFileSync(join(folder, 'go.mod'), 'module example.com/shop\n\ngo 1.26\n');
  writeFileSync(join(folder, 'cache.go'), 'package shop\n\nfunc Put() {}\n');
  const heap = (value: number): Uint8Array =>
    profileBytes({
      samples: [
        {
          // No stack begins in `main`, which would tell the module.
          stack: [
            'net/http.(*conn).serve@/usr/local/go/src/net/http/server.go:2',
            'example.com/shop.Put@/build/cache.go:3',
            'encoding/json.Marshal@/usr/local/go/src/encoding/json/encode.go:4',
          ],
          values: [2 * value],
        },
        { stack: ['load@/opt/agent/hook.py:7', 'compile@/usr/lib/python3/re.py:9'], values: [value] },
      ],
    });
  writeFileSync(join(folder, 'one.pb'), heap(1));
  writeFileSync(join(folder, 'two.pb'), heap(5_000_000));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const { text } = await tools.call('compare_heap_profiles', {
    base: join(folder, 'one.pb'),
    current: join(folder, 'two.pb'),
  });
  assert.match(text, /called from your `example\.com\/shop\.Put` \(`[^`]*\/cache\.go:3`\)/);
  assert.doesNotMatch(text, /called from `load`/);
});

test('a header of C++ is read where it belongs to the source, and never outside of the folders', async t => {
  const outer = realpathSync(temporaryFolder('cpp'));
  const folder = join(outer, 'project');
  for (const each of ['project/src', 'project/include', 'include'])
    mkdirSync(join(outer, each), { recursive: true });
  const file = join(folder, 'src/cache.cc');
  writeFileSync(file, '#include "cache.h"\nvoid Cache::put(int key) {\n  entries_[key] = key;\n}\n');
  const header = 'class Cache {\n  void put(int key);\n  std::map<int, int> entries_;\n};\n';
  writeFileSync(join(outer, 'include/cache.h'), header);
  const heap = (value: number): Uint8Array =>
    profileBytes({ samples: [{ stack: [`main@${file}:9`, `Cache::put(int)@${file}:3`], values: [value] }] });
  writeFileSync(join(folder, 'one.pb'), heap(1));
  writeFileSync(join(folder, 'two.pb'), heap(5_000_000));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const asked = { base: join(folder, 'one.pb'), current: join(folder, 'two.pb'), site: 'Cache::put(int)' };
  const outside = await tools.call('explain_growth', asked);
  assert.match(outside.text, /entries_\[key\] = key;/);
  assert.doesNotMatch(outside.text, /A guess from the source/);
  writeFileSync(join(folder, 'include/cache.h'), header);
  assert.match((await tools.call('explain_growth', asked)).text, /`entries_` gains keys here/);
});
