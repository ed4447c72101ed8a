import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { speak } from './core/language.ts';
import { AboutLine } from './host/annotations/aboutLine.ts';
import { Annotations } from './host/annotations/annotations.ts';
import { GrowthNotes } from './host/annotations/growthNotes.ts';
import { registerCommands } from './host/commands/registerCommands.ts';
import { Engines } from './host/engines.ts';
import { KnownLeaks } from './host/files/knownLeaks.ts';
import { RecentComparisons } from './host/files/recentComparisons.ts';
import { LeakHints } from './host/line/leakHints.ts';
import { LineAuthors } from './host/line/lineAuthors.ts';
import { PackageSources } from './host/line/packageSources.ts';
import { DiffPanels } from './host/panel/diffPanels.ts';
import { readersLanguage } from './host/readersLanguage.ts';
import { Log } from './host/say/log.ts';
import { complain } from './host/say/notify.ts';
import { reasonOf, say } from './host/say/say.ts';
import { SeriesNotes } from './host/series/seriesNotes.ts';
import { SeriesPanels } from './host/series/seriesPanels.ts';
import { ShownDiffs } from './host/shownDiffs.ts';
import { codeThread } from './host/source/codeThread.ts';
import { LineReveal } from './host/source/lineReveal.ts';
import { SourceChoices } from './host/source/sourceChoices.ts';
import { SourceFinder } from './host/source/sourceFinder.ts';
import { SourceOpener } from './host/source/sourceOpener.ts';
import { SourceQuestions } from './host/source/sourceQuestions.ts';
import { SuspectTree } from './host/suspects/suspectTree.ts';
import { hostSource, type SourceServices } from './host/tools/hostSource.ts';
import { GrowthWalk } from './host/walk/growthWalk.ts';
import { views } from './manifest.ts';
import { forAi } from './tools/forAi.ts';

const severalEditors = { supportsMultipleEditorsPerDocument: true };

/** What has been started, for what is offered beside it. */
export interface Started extends SourceServices {
  readonly log: Log;
  readonly panels: DiffPanels;
  readonly known: KnownLeaks;
  readonly engines: Engines;
}

/** Starts what runs anywhere, and what is offered `beside` it. A failure is shown, then rethrown. */
export function start(
  context: vscode.ExtensionContext,
  beside: (started: Started) => vscode.Disposable = () => new vscode.Disposable(() => {}),
): void {
  speak(readersLanguage());
  const log = new Log();
  context.subscriptions.push(log);
  try {
    const choices = new SourceChoices(context.workspaceState);
    const questions = new SourceQuestions(choices);
    const code = codeThread(context.extensionUri, log);
    const finder = new SourceFinder(choices, code);
    const reveal = new LineReveal();
    const engines = new Engines(context.extensionUri);
    const source = new SourceOpener(log, finder, questions, code, reveal);
    const shown = new ShownDiffs();
    const notes = new GrowthNotes(shown, finder, code, log);
    const authors = new LineAuthors();
    const sources = new PackageSources(code);
    const hints = new LeakHints(code, sources);
    const aboutLine = new AboutLine(notes, authors, hints);
    const known = new KnownLeaks(log);
    const recent = new RecentComparisons(context.workspaceState);
    const found = { finder, code, authors, hints };
    const panels = new DiffPanels({
      extensionUri: context.extensionUri,
      engines,
      log,
      source,
      aboutLine,
      shown,
      known,
      recent,
      forAi: pair => forAi(pair, hostSource(found, new AbortController().signal)),
    });
    const seriesNotes = new SeriesNotes(finder, code);
    const series = new SeriesPanels({
      extensionUri: context.extensionUri,
      engines,
      log,
      known,
      source,
      diffs: panels,
      notes: seriesNotes,
    });
    const walk = new GrowthWalk(notes, reveal);
    context.subscriptions.push(
      choices,
      finder,
      code,
      engines,
      reveal,
      known,
      panels,
      series,
      seriesNotes,
      shown,
      notes,
      authors,
      sources,
      hints,
      new Annotations(notes, shown, authors, hints),
      new SuspectTree(shown),
      vscode.window.registerWebviewPanelSerializer(views.diff, panels),
      vscode.window.registerWebviewPanelSerializer(views.series, series),
      vscode.window.registerCustomEditorProvider(views.profile, panels, severalEditors),
      vscode.window.registerCustomEditorProvider(views.possibleProfile, panels, severalEditors),
      registerCommands({
        panels,
        recent,
        series,
        source,
        questions,
        shown,
        notes,
        walk,
        code,
        log,
      }),
      beside({ log, panels, known, engines, ...found }),
    );
  } catch (error) {
    log.error(error);
    void complain(say(l10n.t('Heap Diff could not start: {0}'), reasonOf(error)));
    throw error;
  }
}
