import type { Outline } from '../../core/code/declaration.ts';
import type { Hint, HintInput, Subject } from '../../core/hints/hint.ts';
import type { Answer, Question } from '../threads/requestThread.ts';
import type { Text, Texts } from './text.ts';

/** A file to follow frames into. */
export interface OutlineParams {
  /** Its extension tells the language. */
  readonly path: string;
  readonly text: Text;
  /** Functions of a profile as it names them: what the file declares besides is left out. */
  readonly functions: readonly string[];
}

/** What is said of a package; null when the thread does not have it, which may have been started since it was opened. */
export type OfPackage<T> = { readonly answer: T } | null;

/**
 * What the thread is asked, and what it answers. `start` loads the parser and comes first; `load` makes ready what outlines of
 * files with this path's extension take, as `open` does for a package.
 */
export interface CodeMethods {
  start: { readonly params: null; readonly result: null };
  load: { readonly params: { readonly path: string }; readonly result: null };
  outline: { readonly params: OutlineParams; readonly result: Outline | null };
  open: { readonly params: { readonly id: number; readonly texts: Texts }; readonly result: null };
  /** A text of a package that is another now. */
  change: {
    readonly params: { readonly id: number; readonly file: string; readonly text: Text };
    readonly result: null;
  };
  close: { readonly params: { readonly id: number }; readonly result: null };
  subject: {
    readonly params: { readonly id: number } & Pick<HintInput, 'site' | 'callers'>;
    readonly result: OfPackage<Subject | null>;
  };
  /** `others` are files outside of the package that its references stand in, for this question alone. */
  explain: {
    readonly params: { readonly id: number; readonly input: HintInput; readonly others: Texts };
    readonly result: OfPackage<Hint | null>;
  };
}

export type CodeMethod = keyof CodeMethods;

/** host → worker. */
export type ToCode = Question<CodeMethods>;

/** worker → host. */
export type FromCode = Answer<CodeMethods[CodeMethod]['result']>;
