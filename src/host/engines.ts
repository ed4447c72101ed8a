import type * as vscode from 'vscode';
import { threadScript } from '#host/scripts.ts';
import { ThreadPool } from '../engine/threads/threadPool.ts';
import { Disposable } from './disposable.ts';

/** The threads of a window that hold profiles: panels, series and tools take theirs from here. */
export class Engines extends Disposable {
  readonly pair: ThreadPool;
  readonly series: ThreadPool;

  constructor(extensionUri: vscode.Uri) {
    super();
    this.pair = this.register(new ThreadPool(threadScript(extensionUri, 'pair')));
    this.series = this.register(new ThreadPool(threadScript(extensionUri, 'series')));
  }
}
