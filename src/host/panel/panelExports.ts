import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DiffInfo } from '../../core/answers/diffInfo.ts';
import type { View } from '../../core/answers/requests.ts';
import { assertNever } from '../../core/assertNever.ts';
import type { LinkedLook, ToHost } from '../../protocol.ts';
import { commitOf } from '../files/commitOf.ts';
import type { Compared } from '../files/compared.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import { addressOf } from '../files/linkedFile.ts';
import { LinkError, linkText } from '../files/linkText.ts';
import { leaksToKnow } from '../files/pairLeaks.ts';
import { complain, inform, mention } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { markKnown } from './markKnown.ts';
import type { PanelFiles } from './panelFiles.ts';
import type { PanelServices } from './panelServices.ts';
import { saveDiff, savePicture } from './saveDiff.ts';

/** What a page asks to take out of its panel. */
type ExportMessage = Extract<
  ToHost,
  { readonly type: 'save' | 'savePicture' | 'copy' | 'copyForAi' | 'copyLink' | 'markKnown' }
>;

/** A view of files that has been answered. */
interface ShownView {
  readonly files: PanelFiles;
  readonly diff: DiffInfo;
  readonly view: Pick<View, 'options' | 'total' | 'evidence' | 'unit'>;
}

/** A panel's way out: files that are saved, text for the clipboard, what is written down of a site. */
export class PanelExports {
  readonly #extensionUri: vscode.Uri;
  readonly #forAi: PanelServices['forAi'];
  readonly #known: KnownLeaks;
  readonly #files: () => PanelFiles | null;
  #last: ShownView | null = null;

  constructor({ extensionUri, forAi, known }: PanelServices, files: () => PanelFiles | null) {
    this.#extensionUri = extensionUri;
    this.#forAi = forAi;
    this.#known = known;
    this.#files = files;
  }

  /** Takes note of what the page shows now. */
  viewed(files: PanelFiles, { options, total, evidence, unit }: View): void {
    if (files.diff === null) return;
    this.#last = { files, diff: files.diff, view: { options, total, evidence, unit } };
  }

  /** What is on screen; null while files are read or turned round. */
  get #shown(): ShownView | null {
    const last = this.#last;
    return last !== null && last.files === this.#files() && last.diff === last.files.diff ? last : null;
  }

  /** Does what the page asks for. Throws what the engine throws, and `UnwrittenFile`. */
  async handle(message: ExportMessage): Promise<void> {
    switch (message.type) {
      case 'save': {
        const files = this.#files();
        if (files !== null) await saveDiff(this.#extensionUri, files, message.options, message.format);
        return;
      }
      case 'savePicture': {
        const files = this.#files();
        if (files !== null) await savePicture(files, message.format, message.data);
        return;
      }
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'copyForAi':
        return this.copyForAi();
      case 'copyLink':
        return this.#copyLink(message.look);
      case 'markKnown': {
        const shown = this.#shown;
        if (shown === null) return;
        const { options } = shown.view;
        const site = await shown.files.request('fingerprint', { options, ...message.site });
        return markKnown(this.#known, site, message.mark);
      }
      default:
        return assertNever(message);
    }
  }

  /** Saves what is on screen as a page of its own. */
  async saveHtml(): Promise<void> {
    const shown = this.#shown;
    if (shown === null) void complain(say(l10n.t('No heap profile is shown here yet.')));
    else await saveDiff(this.#extensionUri, shown.files, shown.view.options, 'html');
  }

  /** Copies a link to the files, as they are looked at. */
  async #copyLink(look: LinkedLook): Promise<void> {
    const { base, current } = this.#files()?.compared ?? { base: null, current: null };
    if (base === null) return;
    try {
      const pair = { base: addressOf(base), current: addressOf(current), look };
      await vscode.env.clipboard.writeText(linkText(vscode.env.uriScheme, pair));
      void inform(say(l10n.t('Link copied. It opens these two files in VS Code, on this machine.')));
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      void complain(error.sentence);
    }
  }

  /** Copies what is on screen for an assistant. */
  async copyForAi(): Promise<void> {
    const shown = this.#shown;
    if (shown === null || shown.diff.base === null) {
      void complain(
        say(l10n.t('Two heap profiles have to be open here: one alone has no growth to explain.')),
      );
      return;
    }
    const { files, diff, view } = shown;
    mention(say(l10n.t('Finding the source of what grew…')));
    const text = await this.#forAi({
      engine: files,
      info: { ...diff, notices: [...diff.notices, ...leaksToKnow(files.leaks)] },
      options: view.options,
      view,
      base: pathOf(files.compared.base),
      current: pathOf(files.compared.current),
    });
    await vscode.env.clipboard.writeText(text);
    const bytes = new TextEncoder().encode(text).length;
    void inform(say(l10n.t('Copied for an AI: {0} bytes of Markdown, with source around what grew.'), bytes));
  }
}

function pathOf(uri: Compared['base']): string {
  if (uri === null) return '';
  const commit = commitOf(uri);
  return commit !== null ? l10n.t`${uri.fsPath} at ${commit}` : uri.scheme === 'file' ? uri.fsPath : uri.path;
}
