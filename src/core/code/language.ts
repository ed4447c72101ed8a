/** Languages whose source is read here. `javascript` stands for TypeScript as well, `cpp` for C. */
export type Language = 'go' | 'cpp' | 'rust' | 'javascript' | 'python' | 'java';

/** Grammars of the parser: TypeScript and its JSX are languages of their own to it. */
export type Grammar = Language | 'typescript' | 'tsx';

const byExtension: Readonly<Record<string, Grammar>> = {
  go: 'go',
  c: 'cpp',
  cc: 'cpp',
  cpp: 'cpp',
  cxx: 'cpp',
  h: 'cpp',
  hh: 'cpp',
  hpp: 'cpp',
  hxx: 'cpp',
  inl: 'cpp',
  java: 'java',
  rs: 'rust',
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  cts: 'typescript',
  mts: 'typescript',
  tsx: 'tsx',
  py: 'python',
};

/** The grammar of a file by its extension, null for one that is not read. */
export function grammarOf(path: string): Grammar | null {
  const dot = path.lastIndexOf('.');
  const extension = dot < 0 ? '' : path.slice(dot + 1).toLowerCase();
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null;
}

/** The language of a grammar. */
export function languageIn(grammar: Grammar): Language {
  return grammar === 'typescript' || grammar === 'tsx' ? 'javascript' : grammar;
}

/** The language of a file by its extension, null for one that is not read. */
export function languageOf(path: string): Language | null {
  const grammar = grammarOf(path);
  return grammar && languageIn(grammar);
}
