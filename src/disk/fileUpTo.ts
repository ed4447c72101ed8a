import { readFile, stat } from 'node:fs/promises';

/** What a file holds; null where there is none of at most so many bytes that can be read. */
export async function fileUpTo(path: string, most: number): Promise<Uint8Array | null> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= most ? await readFile(path) : null;
  } catch {
    return null;
  }
}
