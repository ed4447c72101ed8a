import { html, type TemplateResult } from 'lit-html';
import { popup } from './popup.ts';

const keys: readonly (readonly [key: string, what: string])[] = [
  ['Click', 'select a frame, show its line beside'],
  ['Ctrl/Cmd + click', 'go to the line'],
  ['Double-click, Enter', 'zoom in on a frame'],
  ['Esc', 'zoom out one step'],
  ['↑ ↓ ← →', 'caller, largest callee, frames beside'],
  ['Alt + ← →', 'undo, redo the view'],
  ['Home', 'root'],
  ['Space', 'show the selected line beside'],
  ['Ctrl/Cmd + Enter', 'go to the selected line'],
  ['Right-click, menu key', 'open, callers, focus, hide, copy'],
  ['Ctrl/Cmd + wheel, + −', 'scale'],
  ['Drag, Shift + wheel, [ ]', 'move sideways'],
  ['/, Ctrl/Cmd + F', 'search; Enter and Shift + Enter walk the matches'],
  ['Del on a filter', 'remove it; Enter edits it'],
  ['?', 'these keys'],
];

const id = 'keys';

/** The keys, behind a question mark. */
export function keyTable(): TemplateResult {
  return popup({
    id,
    label: 'Keys',
    face: '?',
    role: 'dialog',
    content: html`<dl class="keys">${keys.map(
      ([key, what]) => html`<div class="key"><dt>${key}</dt><dd>${what}</dd></div>`,
    )}</dl>`,
  });
}

/** Shows the keys, or hides them again. */
export function toggleKeys(): void {
  document.getElementById(id)?.togglePopover();
}
