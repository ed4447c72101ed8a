import * as l10n from '@vscode/l10n';
import type { Authorizations } from '../capture/authorizations.ts';
import { askForAddress } from '../capture/captureQuestions.ts';
import type { RememberedCaptures } from '../capture/rememberedCaptures.ts';
import { usualAddress, webAddress } from '../capture/server/captureAddress.ts';
import { say } from '../say/say.ts';

/** Asks for a server and for the Authorization header that is sent to it. */
export async function setAuthorization(
  authorizations: Authorizations,
  remembered: RememberedCaptures,
): Promise<void> {
  const typed = await askForAddress(
    say(l10n.t('Set Authorization Header')),
    remembered.addresses[0] ?? usualAddress,
  );
  if (typed !== undefined) await authorizations.ask(webAddress(typed));
}
