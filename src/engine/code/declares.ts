import { followFrames } from '../../core/code/drift.ts';
import { languageOf } from '../../core/code/language.ts';
import type { CodeClient } from './codeClient.ts';
import type { Text } from './text.ts';

/** Whether a file declares a function as a profile names it; false where that cannot be told. Rejects with `Cancelled` alone. */
export async function declares(
  code: Pick<CodeClient, 'outline'>,
  path: string,
  text: Text,
  functionName: string,
): Promise<boolean> {
  const language = languageOf(path);
  if (language === null) return false;
  const outline = await code.outline({ path, text, functions: [functionName] });
  const place = { name: functionName, line: 0, startLine: 0 };
  return outline !== null && followFrames(outline, language).declaration(place) !== null;
}
