import * as l10n from '@vscode/l10n';

/** Sentences one after the other, as the reader's language sets them apart. What is empty is left out. */
export function sentences(...all: readonly string[]): string {
  return all
    .filter(each => each !== '')
    .reduce((said, next) => (said === '' ? next : l10n.t`${said} ${next}`), '');
}
