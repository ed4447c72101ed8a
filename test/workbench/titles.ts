import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.ts';

/** What the extension's manifest is written in. */
export type Language = 'en' | 'de' | 'zh-cn';

/** A title of the manifest, by its key there. */
export function titleIn(language: Language, key: string): string {
  const file = language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
  const title = (JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>)[key];
  if (title === undefined) throw new Error(`${file} has no ${key}`);
  return title;
}
