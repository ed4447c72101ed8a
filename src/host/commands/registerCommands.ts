import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { commands } from '../../manifest.ts';
import type { GrowthNotes } from '../annotations/growthNotes.ts';
import { BaseSelection } from '../files/baseSelection.ts';
import type { RecentComparisons } from '../files/recentComparisons.ts';
import { showCommit } from '../line/showCommit.ts';
import { showLines } from '../line/showLines.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { SeriesPanels } from '../series/seriesPanels.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import type { SourceQuestions } from '../source/sourceQuestions.ts';
import type { GrowthWalk } from '../walk/growthWalk.ts';
import { compareProfiles } from './compare/compareProfiles.ts';
import { compareSelected } from './compare/compareSelected.ts';
import { compareWithBase } from './compare/compareWithBase.ts';
import { compareWithCommit, compareWithHead } from './compare/compareWithCommit.ts';
import { openLinks } from './compare/openLink.ts';
import { openRecent } from './compare/openRecent.ts';
import { selectBase } from './compare/selectBase.ts';
import { swapFiles } from './compare/swapFiles.ts';
import { copyForAi } from './copyForAi.ts';
import { copyLink } from './copyLink.ts';
import { forgetSources } from './forgetSources.ts';
import { frameCommands } from './frameCommands.ts';
import { openPlace } from './openPlace.ts';
import { openProfile } from './openProfile.ts';
import { registering } from './registering.ts';
import { revealGrowth } from './revealGrowth.ts';
import { saveHtml } from './saveHtml.ts';
import { showOverTime, verifyFixes, verifySelected } from './showOverTime.ts';
import { toggleAnnotations } from './toggleAnnotations.ts';

/** What commands act on. */
export interface CommandServices {
  readonly panels: DiffPanels;
  readonly recent: RecentComparisons;
  readonly series: SeriesPanels;
  readonly source: SourceOpener;
  readonly questions: SourceQuestions;
  readonly shown: ShownDiffs;
  readonly notes: GrowthNotes;
  readonly walk: GrowthWalk;
  readonly code: CodeClient;
  readonly log: Log;
}

/** Registers every command that runs anywhere. */
export function registerCommands(services: CommandServices): vscode.Disposable {
  const { panels, recent, series, source, questions, shown, notes, walk, code, log } = services;
  const selection = new BaseSelection();
  const register = registering(log);
  return vscode.Disposable.from(
    register(commands.compare, () => compareProfiles(panels)),
    register(commands.compareSelected, (_clicked, all) => compareSelected(panels, uris(all))),
    register(commands.selectBase, clicked => withFile(clicked, uri => selectBase(selection, uri))),
    register(commands.compareWithBase, clicked =>
      withFile(clicked, uri => compareWithBase(panels, selection, uri)),
    ),
    register(commands.compareWithHead, clicked => withFile(clicked, uri => compareWithHead(panels, uri))),
    register(commands.compareWithCommit, clicked => withFile(clicked, uri => compareWithCommit(panels, uri))),
    register(commands.openRecent, () => openRecent(panels, recent)),
    register(commands.open, clicked => openProfile(clicked instanceof vscode.Uri ? clicked : undefined)),
    register(commands.showOverTime, (clicked, all) =>
      showOverTime(series, clicked instanceof vscode.Uri ? clicked : undefined, uris(all)),
    ),
    register(commands.verifyFix, () => verifyFixes(series)),
    register(commands.verifySelected, (_clicked, all) => verifySelected(series, uris(all))),
    register(commands.swap, () => swapFiles(panels)),
    register(commands.reveal, given => revealGrowth(notes, code, given)),
    register(commands.openPlace, given => openPlace(source, shown, given)),
    register(commands.showCommit, (file, hash) => showCommit(file, hash)),
    register(commands.showLines, (from, to) => showLines(from, to)),
    register(commands.nextGrowth, () => walk.go(1)),
    register(commands.previousGrowth, () => walk.go(-1)),
    register(commands.toggleAnnotations, () => toggleAnnotations()),
    register(commands.forgetSources, () => forgetSources(questions)),
    register(commands.saveHtml, () => saveHtml(panels)),
    register(commands.copyForAi, () => copyForAi(panels)),
    register(commands.copyLink, () => copyLink(panels)),
    openLinks(panels, log),
    ...frameCommands.map(([id, action]) =>
      register(id, () => panels.active?.order({ type: 'frameAction', action })),
    ),
  );
}

function uris(value: unknown): readonly vscode.Uri[] {
  return Array.isArray(value) ? value.filter(each => each instanceof vscode.Uri) : [];
}

function withFile(clicked: unknown, run: (uri: vscode.Uri) => unknown): unknown {
  if (clicked instanceof vscode.Uri) return run(clicked);
  return complain(say(l10n.t('Heap Diff: choose this on a file in the explorer or on its tab.')));
}
