/**
 * Whether what came or went by this name may change where files are that were looked for: it is named like one, or may be
 * a folder, which comes and goes without a word on what is in it.
 */
export function matters(name: string, asked: ReadonlySet<string>): boolean {
  return asked.has(name) || !name.includes('.');
}
