import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { languageServer } from '../setup/codeServer.ts';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import type { Workspace } from './workspace.ts';

const openWindow = windows();

const adds = 'this.entries.set(id, { seen: Date.now() });';
const store = `/** Sessions by their ids. */
export class Store {
  readonly entries = new Map<string, { readonly seen: number }>();

  put(id: string): void {
    ${adds}
  }
}
`;
const removes = 'store.entries.delete(id);';
const serve = (body: string): string => `import { Store } from '../store/store';

const store = new Store();

export function serve(id: string): void {
  store.put(id);
}

export function forget(id: string): void {
  ${body}
}
`;

/** A service in two folders, of which one adds and the other does not remove yet, and two captures of it. */
function addService(workspace: Workspace): void {
  for (const folder of ['store', 'web']) mkdirSync(workspace.path(folder));
  workspace.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { strict: true }, include: ['*/*.ts'] }),
  );
  workspace.write('store/store.ts', store);
  workspace.write('web/serve.ts', serve(''));
  [1, 2].forEach(size => {
    const bytes = profileBytes({
      sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
      samples: [
        {
          stack: ['serve@/build/src/dedupe/web/serve.ts:6', 'Store.put@/build/src/dedupe/store/store.ts:6'],
          values: [size * 1e9, size * 1e9],
        },
      ],
      startLines: { serve: 5, 'Store.put': 5 },
      period: 524_288,
    });
    workspace.write(`service-${size}.pb.gz`, gzipSync(bytes));
  });
}

/** A store of C++ whose class stands in a header in another folder, and two captures of it. */
function addStoreOfCpp(workspace: Workspace): void {
  for (const folder of ['src', 'include/app']) mkdirSync(workspace.path(folder), { recursive: true });
  workspace.write(
    'include/app/session_store.h',
    'class SessionStore {\n public:\n  void open(int id);\n private:\n  std::map<int, Session> sessions_;\n};\n',
  );
  workspace.write(
    'src/session_store.cc',
    '#include "app/session_store.h"\n\nvoid SessionStore::open(int id) {\n  sessions_[id] = Session(id);\n}\n',
  );
  [1, 2].forEach(size => {
    const stack = [
      'main@/build/src/dedupe/src/main.cc:9',
      'SessionStore::open(int)@/build/src/dedupe/src/session_store.cc:4',
    ];
    const samples = [{ stack, values: [size * 1e9] }];
    workspace.write(`store-${size}.pb.gz`, gzipSync(profileBytes({ samples, period: 524_288 })));
  });
}

test('of C++ a class in a header in another folder is looked at, too', async t => {
  const { window } = await openWindow(t, { prepare: addStoreOfCpp });
  await window.select('store-1.pb.gz', 'store-2.pb.gz');
  await window.choose('store-2.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  const said = await view.shows('.details .about', 'sessions_ gains keys here');
  assert.match(said, /Looked at: this folder and its headers elsewhere, 2 files\./);
});

test('of C++ a header in another folder that comes later is heard of', async t => {
  const header = 'include/app/session_store.h';
  let text = '';
  const prepare = (workspace: Workspace): void => {
    addStoreOfCpp(workspace);
    text = readFileSync(workspace.path(header), 'utf8');
    rmSync(workspace.path(header));
  };
  const { window, workspace } = await openWindow(t, { prepare });
  await window.select('store-1.pb.gz', 'store-2.pb.gz');
  await window.choose('store-2.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.clickBox('SessionStore::open(int)');
  await new SourceEditor(window, 'session_store.cc').untilNotes(
    found => 'sessions_[id] = Session(id);' in found,
  );
  const about = view.frame.locator('.details .about');
  assert.equal(await about.getByText('sessions_').count(), 0);
  workspace.write(header, text);
  for (let tries = 0; tries < 20; tries++) {
    await view.clickBox('main');
    await view.clickBox('SessionStore::open(int)');
    const told = about.getByText('gains keys here');
    if (
      await told.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  assert.fail('nothing is said of the class in the header that came');
});

/** A client of Go that leaves its responses open, and two captures of it: connections are made in goroutines of the library. */
function addClientOfGo(workspace: Workspace): void {
  mkdirSync(workspace.path('upstream'));
  workspace.write(
    'upstream/ask.go',
    'package upstream\n\nimport "net/http"\n\nfunc Ask(path string) string {\n\tresponse, err := http.Get(path)\n\treturn text(response.Status, err)\n}\n',
  );
  const go = '/no/such/go/src/net/http';
  [1, 2].forEach(size => {
    const samples = [
      {
        stack: [
          `net/http.(*Transport).dialConnFor@${go}/transport.go:8`,
          `net/http.(*Transport).dialConn@${go}/transport.go:9`,
        ],
        values: [size * 1e9],
      },
      {
        stack: [
          'main.main@/build/src/dedupe/main.go:3',
          'main.Ask@/build/src/dedupe/upstream/ask.go:6',
          `net/http.Get@${go}/client.go:4`,
        ],
        values: [512],
      },
    ];
    workspace.write(`client-${size}.pb.gz`, gzipSync(profileBytes({ samples, period: 524_288 })));
  });
}

test('of connections that a library makes it is said who leaves one open, before anything is opened', async t => {
  const { window } = await openWindow(t, { prepare: addClientOfGo });
  await window.select('client-1.pb.gz', 'client-2.pb.gz');
  await window.choose('client-2.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.shows('.details .about >> nth=0', /^connections are asked for in your main\.Ask\s+ask\.go:6/);
  await view.shows('.details .about >> nth=1', 'No close of the response body was found in Ask.');
});

test('the first view says why the line that its headline names may leak, before anything is opened', async t => {
  const { window } = await openWindow(t);
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.shows(
    '.details .about',
    'c.entries is added to here and taken from only in (*dedupeCache).expire',
  );
  assert.equal(await window.page.getByRole('tab', { name: 'cache.go' }).count(), 0);
  // It is of what is on screen: nothing grew the other way round.
  await view.icon('Swap base and current').click();
  await view.shows('.figure', '−365.0 MiB');
  assert.equal(await view.frame.locator('.about').count(), 0);
});

const skip = !existsSync(languageServer) && 'the embedded VS Code was installed without TypeScript';

test('a hint knows what a language server knows of other folders, here as in the panel, and leads to what removes', {
  skip,
}, async t => {
  const { window, workspace } = await openWindow(t, { prepare: addService });
  await window.select('service-1.pb.gz', 'service-2.pb.gz');
  await window.choose('service-2.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.clickBox('Store.put');
  const editor = new SourceEditor(window, 'store.ts');
  await editor.untilNotes(found => adds in found);
  await view.shows('.about', 'taken from at none');
  workspace.write('web/serve.ts', serve(removes));
  // The language server is waited for no longer than a hover may take; it starts with the file.
  for (let tries = 0; tries < 20; tries++) {
    const hover = await editor.hover(adds);
    const next = hover.getByText('Open the place that removes');
    const found = await next.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (!found) {
      await window.page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden' });
      continue;
    }
    assert.match((await hover.textContent()) ?? '', /taken from only in forget/);
    // The panel has told something else, which is true no more.
    await view.shows('.about', 'taken from only in forget');
    await window.screenshot('a hint across files');
    await next.click();
    await window.cursorLine('serve.ts', 10).waitFor();
    return;
  }
  assert.fail('the hover never said what removes');
});
