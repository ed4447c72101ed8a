import * as vscode from 'vscode';
import { longestSentence, type Shown, shown } from '../../core/shown.ts';
import { Disposable } from '../disposable.ts';
import { reasonOf, sayBeside } from './say.ts';

/** The extension's log. An entry is one line, but for the stack of an error. */
export class Log extends Disposable {
  readonly #channel = this.register(vscode.window.createOutputChannel('Heap Diff', { log: true }));

  debug(message: Shown): void {
    this.#channel.debug(message);
  }

  info(message: Shown): void {
    this.#channel.info(message);
  }

  warn(message: Shown): void {
    this.#channel.warn(message);
  }

  /** What was thrown, with its stack. */
  error(error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const calls = stack.split('\n').filter(line => /^ +at /.test(line));
    this.#channel.error(
      sayBeside([reasonOf(error), ...calls.map(line => shown(line, longestSentence))], '\n'),
    );
  }

  show(): void {
    this.#channel.show(true);
  }
}
