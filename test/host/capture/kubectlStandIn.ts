import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Puts a `kubectl` that is this script first on the PATH, until what comes back is called; there is no cluster here. */
export function standInForKubectl(script: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'heap-diff-kubectl-'));
  const before = process.env['PATH'];
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  process.env['PATH'] = folder + delimiter + before;
  return {
    folder,
    remove: () => {
      process.env['PATH'] = before;
      rmSync(folder, { recursive: true });
    },
  };
}
