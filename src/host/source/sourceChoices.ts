import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { type Choices, noChoices, readChoices } from './choices.ts';

const key = 'sourceChoices';

/** The user's choices of source, kept with the workspace. */
export class SourceChoices extends Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #choices: Choices;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    super();
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
}
