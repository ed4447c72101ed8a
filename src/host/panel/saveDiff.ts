import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ViewOptions } from '../../core/answers/looks.ts';
import { spokenLanguage } from '../../core/language.ts';
import { type Shown, shown } from '../../core/shown.ts';
import type { PictureFormat, SaveFormat } from '../../protocol.ts';
import { besideOf, type Compared, namesOf } from '../files/compared.ts';
import { leaksToKnow } from '../files/pairLeaks.ts';
import { writeBeside } from '../files/writeBeside.ts';
import { askWhereToSave } from '../say/ask.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { PanelFiles } from './panelFiles.ts';
import { savedAnswers } from './savedAnswers.ts';
import { savedPage } from './savedPage.ts';

const kinds: Readonly<Record<SaveFormat, { readonly ending: string; readonly label: () => Shown }>> = {
  pprof: { ending: 'pb.gz', label: () => shown('profile.proto') },
  folded: { ending: 'folded', label: () => say(l10n.t('Folded stacks')) },
  csv: { ending: 'csv', label: () => shown('CSV') },
  markdown: { ending: 'md', label: () => shown('Markdown') },
  html: { ending: 'html', label: () => shown('HTML') },
};

/** The parts of the page, of the extension's own `dist`. */
const styles = ['webview.css', 'saved.css'];
const scripts = ['saved.js', 'webview.js'];

/**
 * Asks where to, and writes the diff there. Nothing is written when the question is dismissed. Throws `UnwrittenFile`,
 * and what the engine throws.
 */
export async function saveDiff(
  extensionUri: vscode.Uri,
  files: PanelFiles,
  options: ViewOptions,
  format: SaveFormat,
): Promise<void> {
  const { ending, label } = kinds[format];
  await saveWhereAsked(files.compared, ending, label(), () =>
    format === 'html'
      ? htmlBytes(extensionUri, files, options)
      : files.request('export', { options, format, notices: leaksToKnow(files.leaks) }),
  );
}

/** Saves a picture of what is on screen likewise. */
export async function savePicture(
  { compared }: PanelFiles,
  format: PictureFormat,
  data: string,
): Promise<void> {
  const bytes =
    format === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), c => c.charCodeAt(0));
  await saveWhereAsked(compared, format, shown(format.toUpperCase()), async () => bytes);
}

/** The bytes of a page that shows a panel's files in this way. Throws what the engine throws. */
async function htmlBytes(
  extensionUri: vscode.Uri,
  files: PanelFiles,
  options: ViewOptions,
): Promise<Uint8Array> {
  const read = async (name: string): Promise<string> => {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  const ask: Parameters<typeof savedAnswers>[0] = (method, params) => files.request(method, params);
  const { diff, leaks } = files;
  if (diff === null) throw new Error('no profile is open to save');
  const known = { ...diff, notices: [...diff.notices, ...leaksToKnow(leaks)] };
  const answers = await savedAnswers(ask, known, options);
  const parts = {
    styles: await Promise.all(styles.map(read)),
    scripts: await Promise.all(scripts.map(read)),
  };
  return new TextEncoder().encode(await savedPage(parts, answers, spokenLanguage()));
}

async function saveWhereAsked(
  compared: Compared,
  ending: string,
  label: Shown,
  make: () => Promise<Uint8Array>,
): Promise<void> {
  const { base } = namesOf(compared);
  const name = `${base === null ? 'heap' : 'heap-diff'}.${ending}`;
  const uri = await askWhereToSave(vscode.Uri.joinPath(besideOf(compared), '..', name), label, ending);
  if (uri === undefined) return;
  const bytes = await make();
  const saved = uri.path.split('/').at(-1) ?? name;
  const beside = vscode.Uri.joinPath(uri, '..', `${saved}.tmp-${crypto.randomUUID()}`);
  await writeBeside(vscode.workspace.fs, uri, beside, saved, bytes);
  void inform(say(l10n.t('Saved {0}.'), saved));
}
