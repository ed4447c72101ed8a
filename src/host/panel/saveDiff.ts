import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ViewOptions } from '../../core/answers/looks.ts';
import { type Shown, shown } from '../../core/shown.ts';
import type { SaveFormat } from '../../protocol.ts';
import { besideOf, namesOf } from '../files/compared.ts';
import { writeBeside } from '../files/writeBeside.ts';
import { askWhereToSave } from '../say/ask.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { htmlBytes } from './htmlBytes.ts';
import type { PanelFiles } from './panelFiles.ts';

const kinds: Readonly<Record<SaveFormat, { readonly ending: string; readonly label: () => Shown }>> = {
  pprof: { ending: 'pb.gz', label: () => shown('profile.proto') },
  folded: { ending: 'folded', label: () => say(l10n.t('Folded stacks')) },
  csv: { ending: 'csv', label: () => shown('CSV') },
  markdown: { ending: 'md', label: () => shown('Markdown') },
  html: { ending: 'html', label: () => shown('HTML') },
};

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
  const { compared } = files;
  const { ending, label } = kinds[format];
  const { base } = namesOf(compared);
  const name = `${base === null ? 'heap' : 'heap-diff'}.${ending}`;
  const uri = await askWhereToSave(vscode.Uri.joinPath(besideOf(compared), '..', name), label(), ending);
  if (uri === undefined) return;
  const bytes =
    format === 'html'
      ? await htmlBytes(extensionUri, files, options)
      : await files.request('export', { options, format });
  const saved = uri.path.split('/').at(-1) ?? name;
  const beside = vscode.Uri.joinPath(uri, '..', `${saved}.tmp-${crypto.randomUUID()}`);
  await writeBeside(vscode.workspace.fs, uri, beside, saved, bytes);
  void inform(say(l10n.t('Saved {0}.'), saved));
}
