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

/** More parts than this are looked at as a whole, which takes less than each by itself. */
const mostParts = 500;

/** A text as its language's grammar has it. Holds memory outside of the garbage collector's reach until disposed. */
export class Parsed {
  readonly grammar: Grammar;
  readonly text: string;
  readonly #tree: Tree;
  readonly #query: Loaded['query'];

  constructor(grammar: Grammar, text: string, tree: Tree, query: Loaded['query']) {
    this.grammar = grammar;
    this.text = text;
    this.#tree = tree;
    this.#query = query;
  }

  get root(): Node {
    return this.#tree.rootNode;
  }

  /** All that a file of queries finds in parts of the text, none where the language has no such file. Throws what `heed` throws. */
  matches(kind: QueryKind, heed: Heed, parts: readonly Node[] = [this.root]): readonly QueryMatch[] {
    const query = this.#query(kind);
    if (query === null) return [];
    return parts.flatMap(part =>
      heeding(heed, progressCallback => query.matches(part, { progressCallback })),
    );
  }

  /** The outermost parts of the text that have one of these words in them; all of it where they are many. */
  partsWith(words: readonly string[]): readonly Node[] {
    const { root, text } = this;
    const parts = new Map<number, Node>();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at)) {
        const part = root.firstChildForIndex(at);
        if (part === null || parts.size === mostParts) return [root];
        parts.set(part.id, part);
        at = Math.max(part.endIndex, at + word.length);
      }
    }
    return [...parts.values()];
  }

  dispose(): void {
    this.#tree.delete();
  }
}

interface Loaded {
  readonly language: TreeLanguage;
  /** Made on its first use, since that takes its time: 0.6 s for TypeScript's hints. */
  readonly query: (kind: QueryKind) => Query | null;
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
    const { language, query } = await this.#grammar(grammar);
    this.#parser.setLanguage(language);
    try {
      const tree = heeding(heed, progressCallback => this.#parser.parse(text, null, { progressCallback }));
      if (tree === null) throw new Error(`${grammar} could not be parsed`);
      return new Parsed(grammar, text, tree, query);
    } finally {
      this.#parser.reset();
    }
  }

  /** Makes ready what takes a while on its first use. */
  async prepare(grammar: Grammar, kinds: readonly QueryKind[]): Promise<void> {
    const { query } = await this.#grammar(grammar);
    for (const kind of kinds) query(kind);
  }

  #grammar(grammar: Grammar): Promise<Loaded> {
    const known = this.#grammars.get(grammar);
    if (known !== undefined) return known;
    const loading = this.#load(grammar);
    this.#grammars.set(grammar, loading);
    // What could not be read this time may be there the next.
    loading.catch(() => this.#grammars.delete(grammar));
    return loading;
  }

  async #load(grammar: Grammar): Promise<Loaded> {
    const language = await TreeLanguage.load(await this.#read(`tree-sitter-${grammar}.wasm`));
    const read = async (kind: QueryKind): Promise<string> => {
      const texts = await Promise.all(
        queryFiles[grammar].map(name => this.#read(`${kind}/${name}.scm`).catch(() => new Uint8Array())),
      );
      return texts.map(bytes => decodeUtf8(bytes, 0, bytes.length)).join('\n');
    };
    const texts = { declarations: await read('declarations'), hints: await read('hints') };
    const made = new Map<QueryKind, Query | null>();
    const query = (kind: QueryKind): Query | null => {
      const known = made.get(kind);
      if (known !== undefined) return known;
      const query = texts[kind].trim() === '' ? null : new Query(language, texts[kind]);
      made.set(kind, query);
      return query;
    };
    return { language, query };
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
