import assert from 'node:assert/strict';
import test from 'node:test';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import { PanelNews } from '../../../src/host/panel/panelNews.ts';
import type { ToWebview } from '../../../src/protocol.ts';

const diff = {} as DiffInfo;
const view = {} as View;
const files = { type: 'opened', diff, base: 'file:///a', current: 'file:///b' } as const;
const problem = { message: 'It is gone.', remedies: [] };
const place = { file: 'a.go', line: 1, name: 'f', startLine: 1 };

/** News, and what its page is told: by `foretell` with an exclamation mark. */
function panel({ load = 0, isNew = true } = {}) {
  const told: string[] = [];
  const say = (message: ToWebview, mark = ''): void => {
    const with_ = message.type === 'opened' && message.view !== undefined ? ' with view' : '';
    told.push(`${message.type}${with_}${mark}`);
  };
  const page = {
    load,
    post: (message: ToWebview) => {
      if (page.load > 0) say(message);
    },
    foretell: (message: ToWebview) => say(message, '!'),
  };
  return { page, told, news: new PanelNews(page, isNew) };
}

test('a page that is about to load is told of the first view, and of the files again once it has loaded', () => {
  const { page, told, news } = panel();
  const seen: View[] = [];
  assert.ok(news.wantsView);
  news.tell({ type: 'progress', phase: 'merging', fraction: 0 });
  news.opened({ ...files, view }, each => seen.push(each));
  assert.deepEqual([told.splice(0), seen], [['opened with view!'], []]);
  page.load = 1;
  news.tellAgain();
  assert.deepEqual([told.splice(0), seen], [['opened'], [view]]);
  page.load = 2;
  news.tellAgain();
  assert.deepEqual([told, seen], [['opened'], [view]]);
});

test('both times the files have the same revision, and another one when they are opened again', () => {
  const revisions: number[] = [];
  const say = (message: ToWebview): void => {
    if (message.type === 'opened') revisions.push(message.revision);
  };
  const news = new PanelNews({ load: 1, post: say, foretell: say }, true);
  news.opened({ ...files, view }, () => {});
  news.tellAgain();
  news.opened(files, () => {});
  const [first, again, next] = revisions;
  assert.ok(first !== undefined && first > 0 && first === again && next === first + 1, String(revisions));
  assert.equal(news.revision, next);
});

test('a page that has loaded has the view at once', () => {
  const { told, news } = panel({ load: 1 });
  const seen: View[] = [];
  news.opened({ ...files, view }, each => seen.push(each));
  assert.deepEqual([told, seen], [['opened with view!'], [view]]);
});

test('files that have changed are said to have after they were swapped, too, until they are read again', () => {
  const { told, news } = panel({ load: 1 });
  news.opened({ ...files, view }, () => {});
  news.tell({ type: 'stale', problem });
  news.opened(files, () => {});
  assert.deepEqual(told.splice(0), ['opened with view!', 'stale', 'opened', 'stale']);
  news.freshen();
  news.opened(files, () => {});
  assert.deepEqual(told, ['opened']);
});

test('a view that is not of the files any more is not taken for seen', () => {
  const { page, news } = panel();
  news.opened({ ...files, view }, () => assert.fail());
  news.opened(files, () => assert.fail());
  page.load = 1;
  news.tellAgain();
});

test('a view is not taken for seen where the engine has died before the page has loaded', () => {
  const { page, news } = panel();
  news.opened({ ...files, view }, () => assert.fail());
  news.tell({ type: 'failed', problem });
  page.load = 1;
  news.tellAgain();
  assert.ok(news.hasFailed);
});

test('nothing but the first view is told in advance', () => {
  const { told, news } = panel();
  news.opened(files, () => assert.fail());
  news.tell({ type: 'stale', problem });
  news.tell({ type: 'failed', problem });
  assert.deepEqual(told, []);
});

test('no view is wanted where one was chosen: before, in an earlier window, or by a link', () => {
  const { news } = panel();
  news.sought = { type: 'reveal', place };
  assert.ok(!news.wantsView);
  news.sought = null;
  news.viewed();
  assert.ok(!news.wantsView);
  assert.ok(!panel({ isNew: false }).news.wantsView);
});
