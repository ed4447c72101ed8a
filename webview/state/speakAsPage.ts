import * as l10n from '@vscode/l10n';
import { languageElement } from '../../src/pageLanguage.ts';

/** From now on this script says what it says as the page has it. To be called before it says anything. */
export function speakAsPage(): void {
  const messages = document.getElementById(languageElement)?.textContent;
  if (messages) l10n.config({ contents: messages });
}
