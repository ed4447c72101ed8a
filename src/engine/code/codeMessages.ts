import type { Outline } from '../../core/code/declaration.ts';
import type { Answer } from '../requestThread.ts';
import type { TakenBack } from '../takenBack.ts';

/** A file to follow frames into. */
export interface OutlineParams {
  /** Its extension tells the language. */
  readonly path: string;
  readonly text: string;
  /** Functions of a profile as it names them: what the file declares besides is left out. */
  readonly functions: readonly string[];
}

/** What the thread is asked, and what it answers. `start` loads the parser and comes first. */
export interface CodeMethods {
  start: { readonly params: null; readonly result: null };
  outline: { readonly params: OutlineParams; readonly result: Outline | null };
}

export type CodeMethod = keyof CodeMethods;

type QuestionOf<M extends CodeMethod> = M extends CodeMethod
  ? {
      readonly id: number;
      readonly method: M;
      readonly params: CodeMethods[M]['params'];
      readonly takenBack: TakenBack | undefined;
    }
  : never;

/** host → worker. */
export type ToCode = QuestionOf<CodeMethod>;

/** worker → host. */
export type FromCode = Answer<CodeMethods[CodeMethod]['result']>;

/** What the thread is started with: the folder of grammars and queries. */
export interface CodeData {
  readonly syntax: string;
}
