import * as l10n from '@vscode/l10n';
import { assertNever } from '../../core/assertNever.ts';
import type { KnownChange } from '../../core/known/changeKnown.ts';
import type { Fingerprint } from '../../core/known/fingerprint.ts';
import type { KnownMark } from '../../protocol.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import { askText } from '../say/ask.ts';
import { say } from '../say/say.ts';

/** Asks why a site is lived with, or when it was fixed, and writes that down; nothing when they think better of it. */
export async function markKnown(known: KnownLeaks, site: Fingerprint, mark: KnownMark): Promise<void> {
  if (!known.mayChange()) return;
  const change = await asked(mark);
  if (change !== undefined) await known.change(site, change);
}

async function asked(mark: KnownMark): Promise<KnownChange | undefined> {
  switch (mark) {
    case 'known': {
      const because = await askText({
        title: say(l10n.t('Known leak')),
        prompt: say(
          l10n.t(
            'Why it is lived with, for whoever reads .heap-diff.json. It is set aside among the suspects.',
          ),
        ),
        placeHolder: say(l10n.t('bounded at 1 GiB, see #123')),
      });
      return because === undefined ? undefined : { to: 'known', because };
    }
    case 'fixed': {
      const fixed = await askText({
        title: say(l10n.t('Fixed')),
        prompt: say(l10n.t('When or how it was fixed. Where it grows again, it is said to be back.')),
        value: new Date().toISOString().slice(0, 10),
        refuse: typed => (typed.trim() === '' ? say(l10n.t('Say when or how.')) : undefined),
      });
      return fixed === undefined ? undefined : { to: 'fixed', fixed };
    }
    case 'unknown':
      return { to: 'unknown' };
    default:
      return assertNever(mark);
  }
}
