import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Grown } from '../core/answers/growth.ts';
import { languageOf } from '../core/code/language.ts';
import type { Hint } from '../core/hints/hint.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import { fileUpTo } from '../disk/fileUpTo.ts';
import type { CodeClient } from '../engine/code/codeClient.ts';
import { type FolderFiles, folderTexts } from '../engine/code/folderTexts.ts';

/** A guess why a line may leak, from the files beside it; null where nothing is sure. `inside` gives a path that may be read, or rejects. */
export async function hintAt(
  code: CodeClient,
  inside: (path: string) => Promise<string>,
  { path, line, name }: FoundPlace,
  { growth: { stack, retained, mayBeGone }, kind }: Grown,
): Promise<Hint | null> {
  const language = languageOf(path);
  if (language === null || mayBeGone) return null;
  const files = code.package(() => folderTexts(language, filesOf(dirname(path), inside)));
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

function filesOf(folder: string, inside: (path: string) => Promise<string>): FolderFiles {
  return {
    names: async () =>
      (await readdir(folder, { withFileTypes: true }))
        .filter(entry => entry.isFile())
        .map(({ name }) => name),
    text: async (name, most) => {
      const content = await fileUpTo(join(folder, name), most);
      if (content === null) throw new Error(`no file of at most ${most} bytes`);
      return [content];
    },
    elsewhere: async (way, most) => {
      const header = await inside(join(folder, way)).catch(() => null);
      const content = header && (await fileUpTo(header, most));
      return content && [content];
    },
  };
}
