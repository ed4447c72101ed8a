/** Languages whose source is read here. `javascript` stands for TypeScript as well, `cpp` for C. */
export type Language = 'go' | 'cpp' | 'rust' | 'javascript' | 'python';

const byExtension: Readonly<Record<string, Language>> = {
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
  rs: 'rust',
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  cts: 'javascript',
  mts: 'javascript',
  tsx: 'javascript',
  py: 'python',
};

/** The language of a file by its extension, null for one that is not read. */
export function languageOf(path: string): Language | null {
  const dot = path.lastIndexOf('.');
  const extension = dot < 0 ? '' : path.slice(dot + 1).toLowerCase();
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null;
}
