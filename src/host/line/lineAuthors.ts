import * as vscode from 'vscode';
import { type BlamedLine, readBlame } from './blame.ts';
import { type GitRepository, repositoryOf } from './git.ts';

/** Who wrote a line last, and why. */
export interface LineAuthor extends BlamedLine {
  /** First line of the commit's message. */
  readonly subject: string;
}

/** Files whose blame is kept; each may be as large as the file. */
const mostFiles = 20;
const longestSubject = 200;

/** Asks VS Code's own Git extension who wrote a line. Runs nothing itself. */
export class LineAuthors implements vscode.Disposable {
  /** Lines of `git blame` by the file's URI, until it is saved or the repository moves on. */
  readonly #blames = new Map<string, Promise<readonly string[]>>();
  readonly #watched = new Set<GitRepository>();
  readonly #listening: vscode.Disposable[] = [
    vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#blames.delete(uri.toString())),
  ];

  /** Null where Git does not tell: no repository, a line that is not committed, a file with unsaved changes. */
  async of(document: vscode.TextDocument, line: number): Promise<LineAuthor | null> {
    if (document.isDirty) return null;
    const repository = await repositoryOf(document.uri);
    if (repository === null) return null;
    const blamed = readBlame((await this.#blame(repository, document.uri))[line] ?? '');
    if (blamed === null) return null;
    try {
      const { message } = await repository.getCommit(blamed.hash);
      return { ...blamed, subject: (message.split('\n')[0] ?? '').slice(0, longestSubject) };
    } catch {
      return null;
    }
  }

  dispose(): void {
    for (const each of this.#listening) each.dispose();
  }

  #blame(repository: GitRepository, uri: vscode.Uri): Promise<readonly string[]> {
    this.#watch(repository);
    const key = uri.toString();
    const known = this.#blames.get(key);
    if (known !== undefined) return known;
    const oldest = this.#blames.keys().next();
    if (this.#blames.size >= mostFiles && !oldest.done) this.#blames.delete(oldest.value);
    const lines = repository.blame(uri.fsPath).then(
      text => text.split('\n'),
      () => [],
    );
    this.#blames.set(key, lines);
    return lines;
  }

  #watch(repository: GitRepository): void {
    if (this.#watched.has(repository)) return;
    this.#watched.add(repository);
    this.#listening.push(repository.state.onDidChange(() => this.#blames.clear()));
  }
}
