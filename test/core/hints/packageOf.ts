import type { TestContext } from 'node:test';
import type { Node } from 'web-tree-sitter';
import { heedNothing } from '../../../src/core/heed.ts';
import { PackageCode, type Source } from '../../../src/core/hints/packageCode.ts';
import { syntax } from '../code/parser.ts';

/** A package of some files by their names, disposed after the test. */
export function packageOf(t: TestContext, files: Readonly<Record<string, string>>): PackageCode {
  const code = new PackageCode(syntax, new Map(Object.entries(files)));
  t.after(() => code.dispose());
  return code;
}

/** A file that is there and can be read. */
export async function sourceIn(code: PackageCode, file: string): Promise<Source> {
  const source = await code.source(file, heedNothing);
  if (source === null) throw new Error(`${file} cannot be read`);
  return source;
}

/** A package of one file, and that file. */
export async function sourceOf(
  t: TestContext,
  file: string,
  text: string,
): Promise<{ readonly code: PackageCode; readonly source: Source }> {
  const code = packageOf(t, { [file]: text });
  return { code, source: await sourceIn(code, file) };
}

/** The smallest expression that is `part` where it stands last in the only `whole` of a file. */
export function nodeIn({ parsed: { text, root } }: Source, whole: string, part = whole): Node {
  const from = text.indexOf(whole);
  if (from < 0 || text.indexOf(whole, from + 1) >= 0) throw new Error(`not one ${whole}`);
  const start = from + whole.lastIndexOf(part);
  const node = root.descendantForIndex(start, start + part.length);
  if (node?.text !== part) throw new Error(`${part} is no expression, ${node?.text} is`);
  return node;
}
