import type * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { profileBytes } from '../files/profileBytes.ts';
import { problemOf } from '../panel/problem.ts';
import { urisOf } from './savedSeries.ts';
import type { SeriesFiles } from './seriesFiles.ts';

/** Files with RSS and traffic, each read once into the thread of a reading. */
export class SeriesMetrics {
  readonly #files: SeriesFiles;
  /** By file, what has to be known of it. */
  readonly #remarks = new Map<string, readonly string[]>();

  constructor(files: SeriesFiles) {
    this.#files = files;
  }

  /** Reads those that are not there yet, and gives what has to be known of all of them. */
  async read(addresses: readonly string[]): Promise<readonly string[]> {
    for (const uri of urisOf(addresses)) {
      const file = uri.toString();
      if (!this.#remarks.has(file)) this.#remarks.set(file, await this.#add(uri));
    }
    return addresses.flatMap(file => this.#remarks.get(file) ?? []);
  }

  async #add(uri: vscode.Uri): Promise<readonly string[]> {
    try {
      const limits = limitSettings();
      const { bytes } = await profileBytes(uri, 'current', limits);
      const notices = await this.#files.addMetrics({ file: uri.toString(), bytes, limits });
      return notices.map(notice => `${baseName(uri.path)}: ${notice}`);
    } catch (error) {
      return [problemOf(error, { base: null, current: uri }).message];
    }
  }
}
