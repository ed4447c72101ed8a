import type { Outline } from '../../core/code/declaration.ts';
import { grammarOf } from '../../core/code/language.ts';
import { outlineFor } from '../../core/code/narrowed.ts';
import type { Syntax } from '../../core/code/syntax.ts';
import type { Heed } from '../../core/heed.ts';
import { explainLeak, subjectOf } from '../../core/hints/explainLeak.ts';
import type { Hint, Subject } from '../../core/hints/hint.ts';
import { PackageCode } from '../../core/hints/packageCode.ts';
import type { CodeMethods, OfPackage, OutlineParams } from './codeMessages.ts';
import { decoded } from './text.ts';

/** What the thread knows: the parser, and the packages that were opened. */
export class CodeAnswers {
  readonly #syntax: Syntax;
  readonly #packages = new Map<number, PackageCode>();

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
  }

  async load({ path }: CodeMethods['load']['params']): Promise<null> {
    const grammar = grammarOf(path);
    if (grammar !== null) await this.#syntax.prepare(grammar, ['declarations']);
    return null;
  }

  /** Null for a language that is not read. Throws what `heed` throws. */
  async outline({ path, text, functions }: OutlineParams, heed: Heed): Promise<Outline | null> {
    const grammar = grammarOf(path);
    if (grammar === null) return null;
    const parsed = await this.#syntax.parse(decoded(text), grammar, heed);
    try {
      return outlineFor(parsed, functions, heed);
    } finally {
      parsed.dispose();
    }
  }

  async open({ id, texts }: CodeMethods['open']['params']): Promise<null> {
    this.close({ id });
    for (const grammar of new Set([...texts.keys()].map(grammarOf))) {
      if (grammar !== null) await this.#syntax.prepare(grammar, ['declarations', 'hints']);
    }
    const read = new Map([...texts].map(([file, text]) => [file, decoded(text)]));
    this.#packages.set(id, new PackageCode(this.#syntax, read));
    return null;
  }

  change({ id, file, text }: CodeMethods['change']['params']): null {
    this.#packages.get(id)?.change(file, decoded(text));
    return null;
  }

  close({ id }: CodeMethods['close']['params']): null {
    this.#packages.get(id)?.dispose();
    this.#packages.delete(id);
    return null;
  }

  /** Throws what `heed` throws. */
  async subject(
    { id, ...input }: CodeMethods['subject']['params'],
    heed: Heed,
  ): Promise<OfPackage<Subject | null>> {
    const code = this.#packages.get(id);
    return code === undefined ? null : { answer: await subjectOf(code, input, heed) };
  }

  /** Throws what `heed` throws. */
  async explain(
    { id, input, others }: CodeMethods['explain']['params'],
    heed: Heed,
  ): Promise<OfPackage<Hint | null>> {
    const code = this.#packages.get(id);
    if (code === undefined) return null;
    for (const [file, text] of others) code.change(file, decoded(text));
    try {
      return { answer: await explainLeak(code, input, heed) };
    } finally {
      for (const file of others.keys()) code.change(file, null);
    }
  }
}
