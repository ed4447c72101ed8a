import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { blamedHash } from './blame.ts';
import { type CommitAuthor, commitAuthor } from './commitAuthor.ts';
import { type GitCommit, type GitRepository, repositoryOf } from './git.ts';

/** Files whose blame is kept; each may be as large as the file. */
const mostFiles = 20;

/** Asks VS Code's own Git extension who wrote a line. Runs nothing itself. */
export class LineAuthors extends Disposable {
  /** Lines of `git blame` by the file's URI, until it is saved or the repository moves on. */
  readonly #blames = new Map<string, Promise<readonly string[]>>();
  readonly #watched = new Set<GitRepository>();

  constructor() {
    super();
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#blames.delete(uri.toString())));
  }

  /** Null where Git does not tell: no repository, a line that is not committed, a file with unsaved changes. */
  async of(document: vscode.TextDocument, line: number): Promise<CommitAuthor | null> {
    if (document.isDirty) return null;
    const repository = await repositoryOf(document.uri);
    if (repository === null) return null;
    const hash = blamedHash((await this.#blame(repository, document.uri))[line] ?? '');
    if (hash === null) return null;
    try {
      const commit = hash === '' ? await firstCommit(repository) : await repository.getCommit(hash);
      return commit === null ? null : commitAuthor(commit);
    } catch {
      return null;
    }
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
    this.register(repository.state.onDidChange(() => this.#blames.clear()));
  }
}

/** The commit that has no parent; null when several have none. */
async function firstCommit(repository: GitRepository): Promise<GitCommit | null> {
  const [first, second] = await repository.log({ maxParents: 0, maxEntries: 2 });
  return first !== undefined && second === undefined && first.parents.length === 0 ? first : null;
}
