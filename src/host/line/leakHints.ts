import * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import { Cancelled } from '../../core/heed.ts';
import type { Hint, HintInput } from '../../core/hints/hint.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { CodePackage } from '../../engine/code/codePackage.ts';
import type { PackageSources } from './packageSources.ts';
import { type References, referencesOf } from './references.ts';

/** Guesses why a line leaks, from the source around it. */
export class LeakHints {
  readonly #sources: PackageSources;
  /** For what is known from the stack alone. */
  readonly #noCode: CodePackage;

  constructor(code: CodeClient, sources: PackageSources) {
    this.#sources = sources;
    this.#noCode = code.package(async () => new Map());
  }

  /**
   * `line` is where the growth stands in the document today, 0-based; `own` says that the document is the reader's. Null
   * when nothing is sure, and when nobody waits any more.
   */
  async of(
    document: vscode.TextDocument,
    line: number,
    growth: Growth,
    own: boolean,
    signal: AbortSignal,
  ): Promise<Hint | null> {
    const { stack, value, retained, name } = growth;
    if (stack.length === 0 || value.current <= value.base) return null;
    const input: HintInput = {
      site: null,
      callers: [],
      stack: stack.map(frame => frame.name),
      retained: retained?.share ?? null,
      references: null,
    };
    const code = own ? await this.#sources.of(document) : null;
    try {
      if (code === null) return await this.#noCode.explain(input, new Map(), signal);
      const site = { file: fileIn(document.uri.path), line: line + 1, name };
      const callers = callersIn(stack, growth);
      const known = await this.#references(document, code, { site, callers }, signal);
      // Where not all of what the server knows can be read, nothing can be said of what is missing in it.
      if (known === 'tooMany') return await code.explain(input, new Map(), signal);
      const references = known?.found ?? null;
      return await code.explain({ ...input, site, callers, references }, known?.others ?? new Map(), signal);
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  }

  async #references(
    document: vscode.TextDocument,
    code: CodePackage,
    input: Pick<HintInput, 'site' | 'callers'>,
    signal: AbortSignal,
  ): Promise<References | 'tooMany' | null> {
    const subject = await code.subject(input, signal);
    if (subject === null) return null;
    return referencesOf(vscode.Uri.joinPath(document.uri, '..'), subject, signal);
  }
}

/** The frames above a site on its largest stack; what they keep of what it returns may be why it stays. */
function callersIn(stack: Growth['stack'], { name, line }: Growth): HintInput['callers'] {
  const at = stack.findIndex(frame => frame.name === name && frame.line === line);
  if (at < 0) return [];
  return stack.slice(at + 1).map(frame => ({ name: frame.name, file: fileIn(frame.file), line: frame.line }));
}

function fileIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
