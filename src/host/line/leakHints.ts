import * as vscode from 'vscode';
import type { Grown, Growth } from '../../core/answers/growth.ts';
import { Cancelled } from '../../core/heed.ts';
import type { Hint, HintInput } from '../../core/hints/hint.ts';
import { Recent } from '../../core/recent.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { CodePackage } from '../../engine/code/codePackage.ts';
import { Disposable } from '../disposable.ts';
import type { PackageSources } from './packageSources.ts';
import { type References, referencesOf, type Waiting } from './references.ts';

/** So many hints are known again. */
const mostKnown = 200;

/**
 * A language server that is still reading the workspace is not waited for. One that has answered late is asked once more,
 * and then waited for. Milliseconds.
 */
const patience = { first: 1_500, again: 10_000 } as const;

/** A line of a document, 0-based. */
export interface HintedLine {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** What grew at a line; `own` says that the document is the reader's. */
export interface Hinted extends Omit<Grown, 'growth'> {
  readonly growth: Pick<Growth, 'name' | 'line' | 'value' | 'retained' | 'mayBeGone' | 'stack'>;
  readonly own: boolean;
}

/** What was said last of a line and its growth. */
interface Said {
  /** Undefined before anything was. */
  text?: string | null;
  /** A language server has answered late. */
  wasLate: boolean;
}

/** Guesses why a line leaks, from the source around it. */
export class LeakHints extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<HintedLine>());
  readonly #said = new Recent<Said>(mostKnown);
  /**
   * Something else is said of a line than before: the source was edited, or a language server knows more than when it
   * had just started. Whoever has shown the former hint asks again.
   */
  readonly onDidChange = this.#changed.event;
  readonly #sources: PackageSources;
  /** For what is known from the stack alone. */
  readonly #noCode: CodePackage;

  constructor(code: CodeClient, sources: PackageSources) {
    super();
    this.#sources = sources;
    this.#noCode = code.package(async () => new Map());
  }

  /**
   * `line` is where the growth stands in the document today, 0-based. Null when nothing is sure, and when nobody waits any
   * more.
   */
  async of(
    document: vscode.TextDocument,
    line: number,
    hinted: Hinted,
    signal: AbortSignal,
  ): Promise<Hint | null> {
    const { growth } = hinted;
    if (growth.stack.length === 0 || growth.mayBeGone || growth.value.current <= growth.value.base)
      return null;
    const at = { uri: document.uri, line };
    const said = this.#saidOf(at, growth);
    const waiting: Waiting = {
      signal,
      patience: said.wasLate ? patience.again : patience.first,
      onLate: () => {
        const isNews = !said.wasLate;
        said.wasLate = true;
        if (isNews) this.#changed.fire(at);
      },
    };
    try {
      const hint = await this.#explain(document, line, hinted, waiting);
      const text = hint?.text ?? null;
      const isNews = said.text !== undefined && said.text !== text;
      said.text = text;
      if (isNews) this.#changed.fire(at);
      return hint;
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  }

  #saidOf({ uri, line }: HintedLine, { name, value }: Hinted['growth']): Said {
    const key = JSON.stringify([uri.toString(), line, name, value.base, value.current]);
    return this.#said.get(key, () => ({ wasLate: false }));
  }

  async #explain(
    document: vscode.TextDocument,
    line: number,
    { growth, kind, own }: Hinted,
    waiting: Waiting,
  ): Promise<Hint | null> {
    const { signal } = waiting;
    const { stack, retained, name } = growth;
    const input: HintInput = {
      kind,
      site: null,
      callers: [],
      stack: stack.map(frame => frame.name),
      retained: retained?.share ?? null,
      references: null,
    };
    const code = own ? await this.#sources.of(document) : null;
    if (code === null) return this.#noCode.explain(input, new Map(), signal);
    const site = { file: fileIn(document.uri.path), line: line + 1, name };
    const callers = callersIn(stack, growth);
    // Of what is no memory nothing is said that a language server knows more of.
    const known =
      kind === 'memory' ? await this.#references(document, code, { site, callers }, waiting) : null;
    // Where not all of what the server knows can be read, nothing can be said of what is missing in it.
    if (known === 'tooMany') return code.explain(input, new Map(), signal);
    const references = known?.found ?? null;
    return code.explain({ ...input, site, callers, references }, known?.others ?? new Map(), signal);
  }

  async #references(
    document: vscode.TextDocument,
    code: CodePackage,
    input: Pick<HintInput, 'site' | 'callers'>,
    waiting: Waiting,
  ): Promise<References | 'tooMany' | null> {
    const subject = await code.subject(input, waiting.signal);
    if (subject === null) return null;
    return referencesOf(vscode.Uri.joinPath(document.uri, '..'), subject, waiting);
  }
}

/** The frames above a site on its largest stack; what they keep of what it returns may be why it stays. */
function callersIn(stack: Growth['stack'], { name, line }: Hinted['growth']): HintInput['callers'] {
  const at = stack.findIndex(frame => frame.name === name && frame.line === line);
  if (at < 0) return [];
  return stack.slice(at + 1).map(frame => ({ name: frame.name, file: fileIn(frame.file), line: frame.line }));
}

function fileIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
