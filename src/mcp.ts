import { RefusedError } from './disk/folders.ts';
import { serve } from './mcp/serve.ts';
import { version } from './report/version.ts';

/** The server alone, as the extension has it: `node mcp.cjs [FOLDER…]`. */
async function main(folders: readonly string[]): Promise<void> {
  try {
    await serve(folders, { folder: import.meta.dirname, file: import.meta.filename, version: version() });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

void main(process.argv.slice(2));
