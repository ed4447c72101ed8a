import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { seriesFileName } from '../../core/series/captureNotes.ts';
import type { Shown } from '../../core/shown.ts';
import { commands, contextKeys, settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import { pick } from '../say/ask.ts';
import type { Log } from '../say/log.ts';
import { complain, inform, mention, warn } from '../say/notify.ts';
import { reasonOf, say, sayAll } from '../say/say.ts';
import { StatusItem } from '../say/statusItem.ts';
import { setting } from '../setting.ts';
import type { Authorizations } from './authorizations.ts';
import { type Captured, capture } from './capture.ts';
import { type BegunCapture, begunCapturesIn, type CapturePlan, planText, sourceText } from './capturePlan.ts';
import { CaptureRun } from './captureRun.ts';
import { type CaptureServers, mostBytes } from './captureServers.ts';
import { CaptureFailure } from './server/captureFailure.ts';
import { ServerMetrics } from './server/serverMetrics.ts';
import { compareCaptured, offerCaptured, tellStopped } from './tellCaptured.ts';
import { workspaceFolder } from './workspaceFolder.ts';

const key = 'captures';

/** What captures are made with, and where they show. */
export interface CaptureServices {
  readonly panels: DiffPanels;
  readonly servers: CaptureServers;
  readonly authorizations: Authorizations;
  readonly memento: vscode.Memento;
  readonly log: Log;
}

/** A plan that is being carried out. */
interface Running extends BegunCapture {
  readonly run: CaptureRun;
  files: readonly string[];
  isCapturing: boolean;
  /** The folder has all that came with the latest one, and its notes have what is known of it. */
  isWhole: boolean;
  /** Why the latest attempt failed, undefined when it did not. */
  failure: unknown;
}

/** All capturing that goes on in this window. */
export class Captures extends Disposable {
  readonly #services: CaptureServices;
  readonly #status = this.register(new StatusItem(say(l10n.t('Heap captures')), commands.stopCapture));
  readonly #running = new Set<Running>();
  /** What was going on before a reload, and nobody has said yet whether it should. */
  readonly #unanswered = new Set<BegunCapture>();
  /** Only one capture at a time writes to a folder. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(services: CaptureServices) {
    super();
    this.#services = services;
  }

  /** Carries out a plan, or goes on with one that was begun. */
  start(plan: CapturePlan, files: readonly string[] = []): void {
    const { servers } = this.#services;
    const metrics = new ServerMetrics(setting(settings.requestCounter));
    const folder = workspaceFolder(vscode.Uri.parse(plan.folder));
    const take = (signal: AbortSignal): Promise<Captured> =>
      this.#inTurn(async () => {
        const server = servers.at(plan.source);
        return capture({ server, metrics, folder, mostBytes: mostBytes() }, plan, signal);
      });
    const report = {
      began: () => this.#change(running, { isCapturing: true }),
      captured: (captured: Captured) => this.#captured(running, captured),
      failed: (error: unknown) => void this.#failed(running, error),
      ended: () => this.#ended(running),
    };
    const run = new CaptureRun(take, plan, report, files.length);
    const running: Running = { plan, run, files, isCapturing: false, isWhole: true, failure: undefined };
    this.#running.add(running);
    void vscode.commands.executeCommand('setContext', contextKeys.capturing, true);
    void this.#save();
    void run.start();
  }

  /** Stops what runs, after asking which where there are several. */
  async stop(): Promise<void> {
    const all = [...this.#running];
    const [only] = all;
    if (only === undefined) {
      mention(say(l10n.t('Heap Diff is not capturing.')));
      return;
    }
    const choices = all.map(running => ({ label: say`${planText(running.plan)}`, value: running }));
    const chosen =
      all.length === 1
        ? only
        : (await pick(say(l10n.t('Stop Capturing')), say(l10n.t('Which capture?')), choices))?.value;
    chosen?.run.stop();
    if (chosen !== undefined) void tellStopped(this.#services.panels, chosen);
  }

  /** After the window was reloaded: asks about each that was going on whether to go on. */
  askToGoOn(): void {
    for (const begun of begunCapturesIn(this.#services.memento.get(key))) {
      this.#unanswered.add(begun);
      void this.#askAbout(begun);
    }
  }

  async #askAbout(begun: BegunCapture): Promise<void> {
    const { plan, files } = begun;
    const goOn = say(l10n.t('Go On'));
    const question = say(
      l10n.t('Heap Diff was capturing from {0} when the window was closed ({1} so far). Go on?'),
      planText(plan),
      files.length,
    );
    const answer = await inform(question, goOn, say(l10n.t('Stop')));
    this.#unanswered.delete(begun);
    if (answer === goOn) this.start(plan, files);
    await this.#save();
  }

  override dispose(): void {
    super.dispose();
    for (const { run } of this.#running) run.stop();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn;
    return turn;
  }

  #captured(running: Running, captured: Captured): void {
    const { log, panels } = this.#services;
    const { file, missing } = captured;
    const trouble = troubleOf(captured);
    // Of captures in a row that are not whole, the first is told.
    if (running.isWhole && trouble !== null) void complain(trouble);
    const files = [...running.files, file];
    this.#change(running, { isCapturing: false, failure: undefined, files, isWhole: trouble === null });
    log.info(say`Captured ${file} from ${sourceText(running.plan.source)}.`);
    for (const reason of missing) log.debug(say`Not beside it: ${reason}.`);
    void this.#save();
    if (running.plan.times === 1) void offerCaptured(panels, running, file);
    if (running.plan.times === 2) compareCaptured(panels, running, running.files);
  }

  /** Of failures in a row the first is told; the status bar has the latest. */
  async #failed(running: Running, error: unknown): Promise<void> {
    const isFirst = running.failure === undefined;
    this.#change(running, { isCapturing: false, failure: error });
    this.#services.log.warn(say`No capture: ${reasonOf(error)}.`);
    if (isFirst && (await this.#remedy(running, error))) this.#again(running);
  }

  /** Tells of a failure, and asks what would help; true when it may have. */
  async #remedy({ plan }: Running, error: unknown): Promise<boolean> {
    const { servers, authorizations } = this.#services;
    const sentence = say(l10n.t('No heap was captured: {0}.'), reasonOf(error));
    const { kind = 'failed', origin = '' } = error instanceof CaptureFailure ? error : {};
    if (kind === 'redirected') {
      const allow = say(l10n.t('Capture from There'));
      if ((await warn(sentence, allow)) !== allow) return false;
      servers.allow(plan.source, origin);
      return true;
    }
    if (kind === 'unauthorized') {
      const give = say(l10n.t('Set Authorization Header…'));
      return (await warn(sentence, give)) === give && (await authorizations.ask(new URL(origin)));
    }
    void complain(sentence);
    return false;
  }

  /** Tries at once what failed, without waiting for the next time. */
  #again(running: Running): void {
    running.failure = undefined;
    if (this.#running.has(running)) running.run.now();
    else this.start(running.plan, running.files);
  }

  #ended(running: Running): void {
    if (this.isDisposed) return;
    this.#running.delete(running);
    if (this.#running.size === 0) {
      void vscode.commands.executeCommand('setContext', contextKeys.capturing, false);
    }
    this.#show();
    void this.#save();
  }

  #change(running: Running, to: Partial<Running>): void {
    Object.assign(running, to);
    this.#show();
  }

  #show(): void {
    const all = [...this.#running];
    if (all.length === 0) {
      this.#status.hide();
      return;
    }
    const count = all.reduce((sum, { files }) => sum + files.length, 0);
    const isCapturing = all.some(running => running.isCapturing);
    const told = all.map(({ plan, failure }) =>
      failure === undefined
        ? say(l10n.t('Capturing from {0}.'), planText(plan))
        : say(l10n.t('Capturing from {0}. The last attempt failed: {1}.'), planText(plan), reasonOf(failure)),
    );
    this.#status.show(
      isCapturing ? 'sync~spin' : 'record',
      say(l10n.t('Capture heap ({0})'), count),
      sayAll([...told, say(l10n.t('Click to stop.'))]),
    );
  }

  async #save(): Promise<void> {
    const begun = [...this.#unanswered, ...this.#running].filter(({ plan }) => plan.times !== 1);
    const saved = begun.map(({ plan, files }): BegunCapture => ({ plan, files }));
    await this.#services.memento.update(key, saved.length === 0 ? undefined : saved);
  }
}

/** What of a capture is not in its folder; null where all of it is. */
function troubleOf({ file, isNoted, unwritten: [why] }: Captured): Shown | null {
  if (why !== undefined)
    return say(l10n.t('{0} was captured, and not all that came with it was written. {1}'), file, why);
  if (isNoted) return null;
  return say(
    l10n.t('{0} is not understood, and is left as it is. Until it is mended, captures are not noted in it.'),
    seriesFileName,
  );
}
