import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package.json that this came with, beside the bundle's folder or the source's. */
export function version(): string {
  for (const up of ['..', '../..']) {
    const file = join(import.meta.dirname, up, 'package.json');
    if (!existsSync(file)) continue;
    const { version: own } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
    return own ?? '';
  }
  return '';
}
