import { type Language, languageOf } from '../../core/code/language.ts';
import { MiB } from '../../core/formats/limits.ts';
import { headersElsewhere } from './headersElsewhere.ts';
import { lengthOf, type Text, type Texts } from './text.ts';

/** Past these a folder is no package that anybody reads in the time a hover takes. */
const mostFiles = 300;
export const mostFolderBytes = 16 * MiB;

/** How a folder is read. */
export interface FolderFiles {
  /** Names of its files. */
  names(): Promise<readonly string[]>;
  /** One of them. Rejects when it cannot be read, or has more bytes than `most`. */
  text(name: string, most: number): Promise<Text>;
  /** A file by its path from the folder; null where there is none that may be read. */
  elsewhere(path: string, most: number): Promise<Text | null>;
}

/**
 * A folder's files of one language, by name, and for C++ the headers that they include from elsewhere. None when they are too
 * many to read, or cannot be.
 */
export async function folderTexts(language: Language, files: FolderFiles): Promise<Texts> {
  const texts = new Map<string, Text>();
  try {
    const names = (await files.names()).filter(name => languageOf(name) === language);
    if (names.length > mostFiles) return new Map();
    let left = mostFolderBytes;
    for (const name of names) {
      const text = await files.text(name, left);
      left -= lengthOf(text);
      if (left < 0) return new Map();
      texts.set(name, text);
    }
    if (language !== 'cpp') return texts;
    const headers = await headersElsewhere(texts, path => files.elsewhere(path, mostFolderBytes));
    return new Map([...texts, ...headers]);
  } catch {
    return new Map();
  }
}
