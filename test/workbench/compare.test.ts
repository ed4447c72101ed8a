import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { toast } from './captureSteps.ts';
import { commitAll, commitChanges, headOf } from './committed.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { asksForTwo, compare, comparesWithBase, leak, leakNote, showsWhatGrew } from './stories.ts';
import { type Theme, themes, type Workspace } from './workspace.ts';

const openWindow = oneWindow();

const stack = [{ stack: ['main.main@main.go:1'], values: [1, 2] }];

/** A file to compare with heap-1400.pb.gz, and what the panel then says. */
const badFiles: readonly {
  file: string;
  bytes: (workspace: Workspace) => string | Uint8Array;
  says: RegExp;
}[] = [
  {
    file: 'heap-text.pb.gz',
    bytes: () => 'this is not a profile',
    says: /^heap-text\.pb\.gz is not a heap profile in a known format .*Choose/,
  },
  {
    file: 'heap-empty.pb.gz',
    bytes: () => '',
    says: /^heap-empty\.pb\.gz is empty: .*Capture it again\.$/,
  },
  {
    file: 'heap-cut.pb.gz',
    bytes: workspace => readFileSync(workspace.path('heap-1300.pb.gz')).subarray(0, 2000),
    says: /^heap-cut\.pb\.gz cannot be decompressed: .*capture it again\.$/,
  },
  {
    file: 'cpu.pb',
    bytes: () => profileBytes({ sampleTypes: ['samples/count', 'cpu/nanoseconds'], samples: stack }),
    says: /^cpu\.pb and heap-1400\.pb\.gz have no sample type in common: .*Choose two profiles of the same kind\.$/,
  },
];

const withHead = 'Compare Heap Profile with HEAD';
const withCommit = 'Compare Heap Profile with Commit…';

// First, so that the window is a new one: Git looks for its repositories only then.
test('a profile is compared with what Git has of it', async t => {
  const { window, workspace } = await openWindow(t, {
    prepare: each => {
      each.add(each.path('heap-1300.pb.gz'), 'nightly.pb.gz');
      each.write('kept.pb.gz', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n');
      commitAll(each);
      for (const name of ['nightly.pb.gz', 'kept.pb.gz', 'new.pb.gz']) {
        each.add(each.path('heap-1400.pb.gz'), name);
      }
    },
  });
  const first = headOf(workspace);
  await window.choose('nightly.pb.gz', withHead);
  const view = await DiffView.painted(window);
  await view.shows('h1', '+365.0 MiB');
  await view.shows('.files', `base nightly.pb.gz at ${first} → current nightly.pb.gz`);
  await window.page.locator('.tab', { hasText: `nightly.pb.gz at ${first} ⇄ nightly.pb.gz` }).waitFor();
  await window.screenshot('compared with HEAD');
  await view.clickBox('main.(*dedupeCache).seen');
  await new SourceEditor(window, 'cache.go').untilNotes(found => found[leak] === leakNote);

  await window.choose('new.pb.gz', withHead);
  await toast(window, 'No commit has new.pb.gz yet').waitFor();
  await window.choose('kept.pb.gz', withHead);
  await toast(window, `At HEAD (${first}) Git has only a pointer of Git LFS for kept.pb.gz`).waitFor();

  commitChanges(workspace, 'Capture anew');
  await window.untilListed('Capture anew', () => window.choose('new.pb.gz', withCommit));
  await window.screenshot('commits of a profile');
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Another Commit' }).click();
  await window.page.locator('.quick-input-message', { hasText: 'HEAD~2' }).waitFor();
  await window.fillQuickInput('HEAD~1');
  await window.page.keyboard.press('Enter');
  const missing = toast(window, `new.pb.gz did not exist at ${first}`);
  await missing.getByRole('button', { name: 'Choose a Commit…' }).click();
  await window.quickRow('Capture anew').click();
  await window.webview(`.files:has-text("new.pb.gz at ${headOf(workspace)}")`);
});

for (const theme of Object.keys(themes) as Theme[]) {
  test(`two selected profiles show what grew, in ${theme}`, async t => {
    const { window } = await openWindow(t, { theme });
    await showsWhatGrew(window);
    await window.screenshot(`diff ${theme}`);
  });
}

test('a base selected first is compared with another file, and swapped', async t => {
  const { window } = await openWindow(t);
  await comparesWithBase(window);
});

test('the palette asks for two files', async t => {
  const { window } = await openWindow(t);
  await asksForTwo(window);
});

test('a comparison that was closed opens again, and says which of its files is gone', async t => {
  const { window, workspace } = await openWindow(t, {
    prepare: each => each.add(each.path('heap-1300.pb.gz'), 'earlier.pb.gz'),
  });
  await compare(window);
  await window.select('earlier.pb.gz', 'heap-1400.pb.gz');
  await window.choose('earlier.pb.gz', 'Compare Heap Profiles');
  const file = '.files:has-text("base earlier.pb.gz")';
  await (await DiffView.showing(window, file)).icon('Swap base and current').click();
  const tab = window.page.locator('.tab', { hasText: 'heap-1400.pb.gz ⇄ earlier.pb.gz' });
  await tab.waitFor();
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });

  const reopen = async (): Promise<void> => {
    // Keys go to the window, not to the page that was closed.
    await window.select('go.mod');
    await window.commandChoosing('Heap Diff: Open Recent Comparison…', 'heap-1400.pb.gz ⇄ earlier.pb.gz');
  };
  await reopen();
  await window.webview('.files:has-text("current earlier.pb.gz")');
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
  workspace.remove('earlier.pb.gz');
  await window.file('earlier.pb.gz').waitFor({ state: 'detached' });
  await reopen();
  const gone = toast(window, 'earlier.pb.gz is no longer there');
  await gone.getByRole('button', { name: 'Take It off the List' }).click();
  await window.untilListed('heap-1300.pb.gz ⇄ heap-1400.pb.gz', () =>
    window.command('Heap Diff: Open Recent Comparison…'),
  );
  assert.equal(await window.quickRow('heap-1400.pb.gz ⇄ earlier.pb.gz').count(), 0);
});

test('a link leads to what was on screen, a drop to the base, and a stranger’s to nothing that was not asked for', async t => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'heap-diff-elsewhere-'));
  t.after(() => rmSync(elsewhere, { recursive: true }));
  const { window, workspace } = await openWindow(t, {
    prepare: each => each.add(each.path('heap-1400.pb.gz'), 'later.pb.gz'),
  });
  const follow = async (link: string): Promise<void> => {
    // Another file each time: an editor that is open may still have the old text.
    const name = `link-${++links}.md`;
    workspace.write(name, `[there](${link})\n`);
    await window.file(name).dblclick();
    await window.untilFocused(name);
    const there = window.page.locator('.view-line .detected-link').first();
    // The line is drawn anew when the key makes a link of it: a click that holds the key itself may lose what it clicks.
    await there.hover({ position: { x: 8, y: 8 } });
    await window.page.keyboard.down('ControlOrMeta');
    await window.page.locator('.view-line .detected-link-active').first().waitFor();
    await window.page.mouse.down();
    await window.page.mouse.up();
    await window.page.keyboard.up('ControlOrMeta');
  };
  let links = 0;
  const view = await compare(window);
  await view.choose('Granularity', 'Lines');
  await view.frame.getByRole('tab', { name: 'Top', exact: true }).click();
  await view.chooseFrom('Copy and save', 'Copy link');
  await toast(window, 'Link copied').waitFor();
  await window.page.context().grantPermissions(['clipboard-read']);
  const link = await window.page.evaluate(() => navigator.clipboard.readText());
  await window.command('View: Close All Editors');
  await window.command('Notifications: Clear All Notifications');

  await follow(link);
  const there = await DiffView.showing(window, '#tab-top[aria-selected="true"]');
  assert.deepEqual(await there.choices(), ['Change', 'inuse_space', 'Lines']);
  await there.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);

  await window.command('Heap Diff: Swap Base and Current');
  await there.shows('.files', /base heap-1400\.pb\.gz .* current heap-1300\.pb\.gz/);
  utimesSync(workspace.path('heap-1400.pb.gz'), new Date(), new Date());
  await there.shows('.banner', 'heap-1400.pb.gz has changed since it was read');
  await follow(link);
  const again = await DiffView.showing(window, '#tab-top[aria-selected="true"]');
  await again.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);

  const heap = join(elsewhere, 'heap-1300.pb.gz');
  cpSync(workspace.path('heap-1300.pb.gz'), heap);
  await follow(link.replace(workspace.path('heap-1300.pb.gz'), heap));
  const question = window.page.locator('.monaco-dialog-box', { hasText: heap });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await follow(link.replace(workspace.path('heap-1300.pb.gz'), '/etc/passwd'));
  await toast(window, '/etc/passwd can be neither linked nor dropped').waitFor();
  assert.equal(await window.page.locator('.tab', { hasText: '⇄' }).count(), 1);

  await window.page.locator('.tab', { hasText: '⇄' }).click();
  const panel = await DiffView.showing(window, '#tab-top[aria-selected="true"]');
  /** As the explorer of a remote window tells of files. */
  const drop = (...paths: readonly string[]): Promise<void> =>
    panel.frame.evaluate(
      uris => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('application/vnd.code.uri-list', uris.join('\r\n'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      paths.map(path => `vscode-remote://${new URL(window.page.url()).host}${path}`),
    );
  await window.command('Notifications: Clear All Notifications');
  await drop('/etc/passwd');
  await toast(window, 'passwd can be neither linked nor dropped').waitFor();
  await drop(heap);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  assert.equal(await window.page.locator('.tab', { hasText: '⇄' }).count(), 1);
  await drop(workspace.path('later.pb.gz'));
  await window.page.locator('.tab', { hasText: /heap-1300\.pb\.gz ⇄ later\.pb\.gz/ }).waitFor();
});

test('what is on screen is saved as a page', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.chooseFrom('Copy and save', 'Save interactive page (HTML)');
  await window.answerDialog(workspace.path('leak.html'));
  await toast(window, 'Saved leak.html.').waitFor();
  const page = readFileSync(workspace.path('leak.html'), 'utf8');
  assert.match(page, /^<!DOCTYPE html>.*Content-Security-Policy.*"name":"heap-1300\.pb\.gz".*<\/html>\n$/s);
  const drawings = { SVG: /^<svg .*\(\*dedupeCache\)\.seen.*<\/svg>$/s, PNG: /^.PNG\r\n/ };
  for (const [format, starts] of Object.entries(drawings)) {
    const name = `leak.${format.toLowerCase()}`;
    await view.chooseFrom('Copy and save', `Save flame graph (${format})`);
    await window.answerDialog(workspace.path(name));
    await toast(window, `Saved ${name}.`).waitFor();
    assert.match(readFileSync(workspace.path(name), 'latin1'), starts);
  }
});

for (const { file, bytes, says } of badFiles) {
  test(`${file} beside a heap profile gets one clear sentence`, async t => {
    const { window } = await openWindow(t, { prepare: workspace => workspace.write(file, bytes(workspace)) });
    await window.choose(file, 'Select as Heap Diff Base');
    await window.choose('heap-1400.pb.gz', 'Compare with Heap Diff Base');
    const view = await DiffView.failed(window);
    assert.match(await view.problem(), says);
    assert.ok(await view.button('Show Log').isVisible());
  });
}
