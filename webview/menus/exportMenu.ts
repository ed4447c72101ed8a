import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit-html';
import type { PictureFormat, SaveFormat } from '../../src/protocol.ts';
import { exportIcon } from '../icons.ts';
import { type MenuEntry, menu } from './menu.ts';

/** What the menu of exports can ask for. */
export interface ExportActions {
  copySummary(): void;
  copyForAi(): void;
  copyLink(): void;
  save(format: SaveFormat): void;
  savePicture(format: PictureFormat): void;
}

/** What can be taken along. */
export function exportMenu(alone: boolean, actions: ExportActions): TemplateResult {
  const copies: MenuEntry[] = [
    { text: l10n.t`Copy summary`, why: 'Markdown', onChoose: actions.copySummary },
  ];
  if (!alone) {
    copies.push({
      text: l10n.t`Copy for AI`,
      why: l10n.t`with the source of what grew`,
      onChoose: actions.copyForAi,
    });
    copies.push({ text: l10n.t`Copy link`, why: l10n.t`for VS Code`, onChoose: actions.copyLink });
  }
  const saves: readonly (readonly [format: SaveFormat, text: string])[] = [
    ['html', l10n.t`Save interactive page (HTML)…`],
    ['pprof', l10n.t`Save for pprof (.pb.gz)…`],
    ['csv', l10n.t`Save table (CSV)…`],
    ['folded', l10n.t`Save folded stacks…`],
    ['markdown', l10n.t`Save report (Markdown)…`],
  ];
  const saving = saves
    .filter(([format]) => !alone || format !== 'markdown')
    .map(([format, text]) => ({
      text,
      onChoose: () => actions.save(format),
    }));
  const pictures: readonly (readonly [format: PictureFormat, text: string])[] = [
    ['svg', l10n.t`Save flame graph (SVG)…`],
    ['png', l10n.t`Save flame graph (PNG)…`],
  ];
  const drawing = pictures.map(([format, text]) => ({ text, onChoose: () => actions.savePicture(format) }));
  return menu({
    id: 'exports',
    label: l10n.t`Copy and save`,
    face: exportIcon,
    groups: [copies, saving, drawing],
  });
}
