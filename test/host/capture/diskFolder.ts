import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureFolder } from '../../../src/host/capture/captureFolder.ts';
import { type WritableFiles, writeBeside } from '../../../src/host/files/writeBeside.ts';

const files: WritableFiles<string> = { writeFile, stat, rename, delete: path => rm(path) };

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** A folder of this machine's, without VS Code. */
export function diskFolder(path: string): CaptureFolder {
  return {
    names: async () => (await readdir(path).catch(unlessMissing)) ?? [],
    read: name => readFile(join(path, name)).catch(unlessMissing),
    write: async (name, bytes) => {
      await mkdir(path, { recursive: true });
      await writeBeside(
        files,
        join(path, name),
        join(path, `${name}.tmp-${crypto.randomUUID()}`),
        name,
        bytes,
      );
    },
  };
}
