import * as vscode from 'vscode';
import { type Choices, noChoices, readChoices } from './choices.ts';

const key = 'sourceChoices';

/** The user's choices of source, kept with the workspace. */
export class SourceChoices implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #choices: Choices;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#choices = readChoices(memento.get(key));
  }

  get all(): Choices {
    return this.#choices;
  }

  async set(choices: Choices): Promise<void> {
    this.#choices = choices;
    this.#changed.fire();
    await this.#memento.update(key, choices === noChoices ? undefined : choices);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
