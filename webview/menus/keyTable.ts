import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { popup } from './popup.ts';

const id = 'keys';

/** Keys, and what each does. */
function keys(): readonly (readonly [key: string, what: string])[] {
  return [
    [l10n.t`Click`, l10n.t`select a frame, show its line beside`],
    [l10n.t`Ctrl/Cmd + click`, l10n.t`go to the line`],
    [l10n.t`Double-click, Enter`, l10n.t`zoom in on a frame`],
    ['Esc', l10n.t`zoom out one step`],
    ['↑ ↓ ← →', l10n.t`caller, largest callee, frames beside`],
    ['Alt + ← →', l10n.t`undo, redo the view`],
    [l10n.t`Home`, l10n.t`root`],
    [l10n.t`Space`, l10n.t`show the selected line beside`],
    [l10n.t`Ctrl/Cmd + Enter`, l10n.t`go to the selected line`],
    [l10n.t`Right-click, menu key`, l10n.t`open, callers, focus, hide, copy`],
    [l10n.t`Ctrl/Cmd + wheel, + −`, l10n.t`scale`],
    [l10n.t`Drag, Shift + wheel, [ ]`, l10n.t`move sideways`],
    [l10n.t`/, Ctrl/Cmd + F`, l10n.t`search; Enter and Shift + Enter walk the matches`],
    [l10n.t`Del on a filter`, l10n.t`remove it; Enter edits it`],
    ['?', l10n.t`these keys`],
  ];
}

/** The keys, behind a question mark. */
export function keyTable(): TemplateResult {
  return popup({
    id,
    label: l10n.t`Keys`,
    face: '?',
    role: 'dialog',
    content: html`<dl class="keys">${keys().map(
      ([key, what]) => html`<div class="key"><dt>${key}</dt><dd>${what}</dd></div>`,
    )}</dl>`,
  });
}

/** Shows the keys, or hides them again. */
export function toggleKeys(): void {
  document.getElementById(id)?.togglePopover();
}
