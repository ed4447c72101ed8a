/** What the page can be asked. */
export interface AskedInBrowser {
  /** The headline of a pair, the nodes drawn of it, and its export, gzipped; how long it took until the nodes were there. */
  pair(): Promise<{
    readonly headline: string;
    readonly nodes: number;
    readonly exported: readonly number[];
    readonly milliseconds: number;
  }>;
  /** What a series of the pair is judged to be. */
  series(): Promise<string>;
  /** What a Go file declares, from a parser and a grammar that are read beside the thread. */
  outline(text: string, functions: readonly string[]): Promise<string>;
  /** What is said of two copies of one profile when the page speaks another language. */
  inLanguage(messages: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** Why a request was not answered, and what the owner of the thread was told: by a script that fails, and when it is ended. */
  failing(): Promise<readonly string[]>;
}
