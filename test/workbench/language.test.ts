import test, { describe } from 'node:test';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { type Language, titleIn } from './titles.ts';
import { startWorkbench } from './workbench.ts';

/** What one of them says about the sample. */
interface Said {
  /** The engine's thread, in the headline. */
  readonly engine: string;
  /** The page, of itself. */
  readonly page: string;
  /** The host, from what the thread that reads code has told. */
  readonly hint: string;
  /** The host, in an editor. */
  readonly note: string;
}

const said: Readonly<Record<Exclude<Language, 'en'>, Said>> = {
  de: {
    engine: '96 % des Zuwachses entstehen in (*dedupeCache).seen',
    page: 'Breite = Zunahme + Abnahme',
    hint: 'Prüfen Sie, ob das Entfernen läuft und ob es Schritt hält.',
    note: '96 % des Zuwachses',
  },
  'zh-cn': {
    engine: '增长的 96 % 分配于 (*dedupeCache).seen',
    page: '宽度 = 增加 + 减少',
    hint: '请检查移除操作是否在运行，以及是否跟得上。',
    note: '增长的 96 %',
  },
};

for (const language of ['de', 'zh-cn'] as const) {
  describe(language, () => {
    const openWindow = windows(() => startWorkbench({ language }));

    test(`menu, engine, page, hint and note speak ${language}`, async t => {
      const { window } = await openWindow(t);
      const { engine, page, hint, note } = said[language];
      await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
      await window.choose('heap-1400.pb.gz', titleIn(language, 'compareSelected'));
      const view = await DiffView.painted(window);
      await view.shows('main', engine);
      await view.shows('main', page);
      await view.clickBox('main.(*dedupeCache).seen');
      await window.cursorLine('cache.go', 39).waitFor();
      await view.shows('main', hint);
      const editor = new SourceEditor(window, 'cache.go');
      await editor.untilNotes(notes => Object.values(notes).some(text => text.includes(note)));
      await window.screenshot(`in ${language}`);
    });
  });
}
