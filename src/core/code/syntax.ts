import {
  type Node,
  Parser,
  Query,
  type QueryMatch,
  type Tree,
  Language as TreeLanguage,
} from 'web-tree-sitter';
import { decodeUtf8 } from '../formats/decodeUtf8.ts';
import type { Heed } from '../heed.ts';
import type { Grammar } from './language.ts';

/** What is asked of a tree: a file of queries a language, each a folder of its own. */
export type QueryKind = 'declarations' | 'hints';

/** Reads what the parser needs: `tree-sitter.wasm`, `tree-sitter-go.wasm`, `declarations/go.scm`, `hints/go.scm`. */
export type ReadPart = (name: string) => Promise<Uint8Array>;

/** A text as its language's grammar has it. Holds memory outside of the garbage collector's reach until disposed. */
export class Parsed {
  readonly grammar: Grammar;
  readonly text: string;
  readonly #tree: Tree;
  readonly #queries: Readonly<Record<QueryKind, Query | null>>;

  constructor(
    grammar: Grammar,
    text: string,
    tree: Tree,
    queries: Readonly<Record<QueryKind, Query | null>>,
  ) {
    this.grammar = grammar;
    this.text = text;
    this.#tree = tree;
    this.#queries = queries;
  }

  get root(): Node {
    return this.#tree.rootNode;
  }

  /** All that a file of queries finds, none where the language has no such file. Throws what `heed` throws. */
  matches(kind: QueryKind, heed: Heed): readonly QueryMatch[] {
    const query = this.#queries[kind];
    if (query === null) return [];
    return heeding(heed, progressCallback => query.matches(this.root, { progressCallback }));
  }

  dispose(): void {
    this.#tree.delete();
  }
}

interface Loaded {
  readonly language: TreeLanguage;
  readonly queries: Readonly<Record<QueryKind, Query | null>>;
}

/** Grammars that take the queries of others before their own. */
const queryFiles: Readonly<Record<Grammar, readonly string[]>> = {
  cpp: ['cpp'],
  go: ['go'],
  java: ['java'],
  javascript: ['javascript'],
  typescript: ['javascript', 'typescript'],
  tsx: ['javascript', 'typescript'],
  python: ['python'],
  rust: ['rust'],
};

/** The parser, with the grammars that have been asked for. One for a thread: the runtime is loaded once. */
export class Syntax {
  readonly #read: ReadPart;
  readonly #parser: Parser;
  readonly #grammars = new Map<Grammar, Promise<Loaded>>();

  private constructor(read: ReadPart, parser: Parser) {
    this.#read = read;
    this.#parser = parser;
  }

  static async load(read: ReadPart): Promise<Syntax> {
    await Parser.init({ wasmBinary: await read('tree-sitter.wasm') });
    return new Syntax(read, new Parser());
  }

  /** Takes time linear in the text for what people write; `heed` is asked now and then, and ends it by throwing. */
  async parse(text: string, grammar: Grammar, heed: Heed): Promise<Parsed> {
    const { language, queries } = await this.#grammar(grammar);
    this.#parser.setLanguage(language);
    try {
      const tree = heeding(heed, progressCallback => this.#parser.parse(text, null, { progressCallback }));
      if (tree === null) throw new Error(`${grammar} could not be parsed`);
      return new Parsed(grammar, text, tree, queries);
    } finally {
      this.#parser.reset();
    }
  }

  #grammar(grammar: Grammar): Promise<Loaded> {
    const known = this.#grammars.get(grammar) ?? this.#load(grammar);
    this.#grammars.set(grammar, known);
    return known;
  }

  async #load(grammar: Grammar): Promise<Loaded> {
    const language = await TreeLanguage.load(await this.#read(`tree-sitter-${grammar}.wasm`));
    const query = async (kind: QueryKind): Promise<Query | null> => {
      const texts = await Promise.all(
        queryFiles[grammar].map(name => this.#read(`${kind}/${name}.scm`).catch(() => new Uint8Array())),
      );
      const text = texts.map(bytes => decodeUtf8(bytes, 0, bytes.length)).join('\n');
      return text.trim() === '' ? null : new Query(language, text);
    };
    return { language, queries: { declarations: await query('declarations'), hints: await query('hints') } };
  }
}

/** Runs what asks a callback whether to stop, and throws what `heed` threw there. */
function heeding<T>(heed: Heed, run: (isOver: () => boolean) => T): T {
  let thrown: { readonly error: unknown } | undefined;
  const result = run(() => {
    try {
      heed();
    } catch (error) {
      thrown = { error };
    }
    return thrown !== undefined;
  });
  if (thrown !== undefined) throw thrown.error;
  return result;
}
