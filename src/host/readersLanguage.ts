import * as vscode from 'vscode';
import type { Language } from '../core/language.ts';

/** More than there is to say, and longer than any of it. */
const mostMessages = 10_000;
const longestMessage = 10_000;

/** The language that VS Code is in; null where that is English or nothing is said in it. A language pack may have made it. */
export function readersLanguage(): Language | null {
  const messages = Object.entries(vscode.l10n.bundle ?? {})
    .filter(([, message]) => typeof message === 'string' && message.length <= longestMessage)
    .slice(0, mostMessages);
  const tag = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.exec(vscode.env.language)?.[0];
  return messages.length === 0 || tag === undefined ? null : { tag, messages: Object.fromEntries(messages) };
}
