import type { Outline } from '../code/declaration.ts';
import { outlineOf } from '../code/declarations.ts';
import { grammarOf, languageOf } from '../code/language.ts';
import type { Parsed, Syntax } from '../code/syntax.ts';
import type { Heed } from '../heed.ts';
import { type Facts, factsOf } from './facts.ts';
import { maxSourceLength } from './hint.ts';

/** A file of a package, parsed, with what the queries find in it. */
export interface Source {
  readonly file: string;
  readonly parsed: Parsed;
  readonly facts: Facts;
  readonly outline: Outline;
}

/** The files of a package, or of a folder where the language has none, each parsed when it is first looked at. */
export class PackageCode {
  readonly #syntax: Syntax;
  readonly #texts: Map<string, string>;
  readonly #sources = new Map<string, Source>();

  /** All files: a hint says that something was not found. */
  constructor(syntax: Syntax, texts: ReadonlyMap<string, string>) {
    this.#syntax = syntax;
    this.#texts = new Map(texts);
  }

  /** The files of a language, tests only with a test. */
  files(likeFile: string): readonly string[] {
    const language = languageOf(likeFile);
    const withTests = isTest(likeFile);
    return [...this.#texts.keys()].filter(
      file => languageOf(file) === language && (withTests || !isTest(file)),
    );
  }

  text(file: string): string | undefined {
    return this.#texts.get(file);
  }

  /** A file as it is now; null for one that does not belong to the package any more. */
  change(file: string, text: string | null): void {
    if (text === null) this.#texts.delete(file);
    else this.#texts.set(file, text);
    this.#forget(file);
  }

  /** Null for a file that is not there or too long. Throws what `heed` throws. */
  async source(file: string, heed: Heed): Promise<Source | null> {
    const known = this.#sources.get(file);
    if (known !== undefined) return known;
    const text = this.#texts.get(file);
    const grammar = grammarOf(file);
    if (text === undefined || grammar === null || text.length > maxSourceLength) return null;
    const parsed = await this.#syntax.parse(text, grammar, heed);
    const meanwhile = this.#sources.get(file);
    if (meanwhile !== undefined) {
      parsed.dispose();
      return meanwhile;
    }
    try {
      const source = { file, parsed, facts: factsOf(parsed, heed), outline: outlineOf(parsed, heed) };
      this.#sources.set(file, source);
      return source;
    } catch (error) {
      parsed.dispose();
      throw error;
    }
  }

  /** The files of the same package that have a word in them; null when one of them cannot be read. */
  async sourcesWith(word: string, of: Source, heed: Heed): Promise<readonly Source[] | null> {
    const found: Source[] = [];
    for (const file of this.files(of.file)) {
      if (!this.#texts.get(file)?.includes(word)) continue;
      const source = await this.source(file, heed);
      if (source === null) return null;
      if (source.facts.package === of.facts.package) found.push(source);
    }
    return found;
  }

  dispose(): void {
    for (const { parsed } of this.#sources.values()) parsed.dispose();
    this.#sources.clear();
  }

  #forget(file: string): void {
    this.#sources.get(file)?.parsed.dispose();
    this.#sources.delete(file);
  }
}

function isTest(file: string): boolean {
  return /_(?:unit)?test\.(?:go|py|cc|cpp|cxx)$|\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)test_[^/]*\.py$|Tests?\.java$|(?:^|\/)(?:tests|mocks)\.rs$/.test(
    file,
  );
}
