import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Grown } from '../core/answers/growth.ts';
import { languageOf } from '../core/code/language.ts';
import type { Hint } from '../core/hints/hint.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import { fileUpTo } from '../disk/fileUpTo.ts';
import type { CodeClient } from '../engine/code/codeClient.ts';
import { headersElsewhere } from '../engine/code/headersElsewhere.ts';
import type { Text, Texts } from '../engine/code/text.ts';

/** Past these a folder is no package that is read in a moment. */
const mostFiles = 300;
const mostBytes = 16 << 20;

/** A guess why a line may leak, from the files beside it; null where nothing is sure. `inside` gives a path that may be read, or rejects. */
export async function hintAt(
  code: CodeClient,
  inside: (path: string) => Promise<string>,
  { path, line, name }: FoundPlace,
  { growth: { stack, retained }, kind }: Grown,
): Promise<Hint | null> {
  const files = code.package(() => filesBeside(path, inside));
  try {
    const at = stack.findIndex(frame => frame.name === name);
    const callers = at < 0 ? [] : stack.slice(at + 1);
    return await files.explain(
      {
        kind,
        site: { file: basename(path), line, name },
        callers: callers.map(frame => ({ name: frame.name, file: lastOf(frame.file), line: frame.line })),
        stack: stack.map(frame => frame.name),
        retained: retained?.share ?? null,
        references: null,
      },
      new Map(),
    );
  } finally {
    files.close();
  }
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** None where they are too many to read, or cannot be. */
async function filesBeside(path: string, inside: (path: string) => Promise<string>): Promise<Texts> {
  const texts = new Map<string, Text>();
  try {
    const folder = dirname(path);
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter(entry => entry.isFile() && languageOf(entry.name) === languageOf(path))
      .map(({ name }) => name);
    if (names.length > mostFiles) return new Map();
    let bytes = 0;
    for (const name of names) {
      const file = join(folder, name);
      bytes += (await stat(file)).size;
      if (bytes > mostBytes) return new Map();
      texts.set(name, [await readFile(file)]);
    }
    if (languageOf(path) !== 'cpp') return texts;
    const headers = await headersElsewhere(texts, async way => {
      const header = await inside(join(folder, way)).catch(() => null);
      const content = header && (await fileUpTo(header, mostBytes).catch(() => null));
      return content && [content];
    });
    return new Map([...texts, ...headers]);
  } catch {
    return new Map();
  }
}
