import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const fixtures = join(import.meta.dirname, '../fixtures');

/** A sound profile to begin with, decompressed. */
export interface Seed {
  readonly name: string;
  readonly kind: 'proto' | 'text' | 'json';
  readonly bytes: Uint8Array;
}

/** The project's own profiles of every format, short enough to be read again and again. */
export const corpus: readonly Seed[] = globSync('{dedupe,goText,native,real,v8}/*', { cwd: fixtures })
  .filter(name => /\.(gz|out|heap|heapprofile)$|heap\.txt$|base\.txt$/.test(name))
  .sort()
  .map(name => {
    const stored = readFileSync(join(fixtures, name));
    const bytes = new Uint8Array(stored[0] === 0x1f ? gunzipSync(stored) : stored);
    const kind = /\.(gz|out)$/.test(name) ? 'proto' : name.endsWith('profile') ? 'json' : 'text';
    return { name, kind, bytes: kind === 'text' ? firstPart(bytes) : bytes };
  });

/** Some stacks and the mappings behind them are enough. */
function firstPart(text: Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(text).split('\n');
  const mappings = Math.max(lines.indexOf('MAPPED_LIBRARIES:'), 0);
  const end = mappings > 0 ? lines.slice(mappings, mappings + 20) : [];
  return new TextEncoder().encode([...lines.slice(0, 60), ...end].join('\n'));
}
