import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { Tab } from '../../src/protocol.ts';
import { type MenuEntry, menu } from './menu.ts';

/** How stacks are merged into the tree that a tab draws; nothing where it draws none. */
export function treeMenu(
  tab: Tab,
  { inverted = false, collapsed = false, granularity }: ViewOptions,
  setOptions: (changes: Partial<ViewOptions>) => void,
): TemplateResult {
  const entries: MenuEntry[] = [];
  if (tab === 'flame') {
    entries.push({
      text: l10n.t`Inverted`,
      why: l10n.t`where memory is allocated first, its callers below`,
      checked: inverted,
      onChoose: () => setOptions({ inverted: !inverted }),
    });
  }
  // Where frames are files or packages, those that follow themselves are one anyway.
  const canRepeat = granularity === 'functions' || granularity === 'lines';
  if (canRepeat && (tab === 'flame' || tab === 'neighbours')) {
    entries.push({
      text: l10n.t`Recursion as one frame`,
      why: l10n.t`a frame that follows itself, or a cycle of frames`,
      checked: collapsed,
      onChoose: () => setOptions({ collapsed: !collapsed }),
    });
  }
  if (entries.length === 0) return html``;
  const face = faceOf(inverted && tab === 'flame', collapsed && canRepeat);
  return menu({ id: 'tree', label: face, face, groups: [entries] });
}

function faceOf(inverted: boolean, collapsed: boolean): string {
  if (inverted && collapsed) return l10n.t`Inverted, recursion as one`;
  if (inverted) return l10n.t`Inverted`;
  return collapsed ? l10n.t`Recursion as one` : l10n.t`Tree`;
}
