import * as l10n from '@vscode/l10n';
import type { Heed } from '../heed.ts';
import { sentences } from '../sentences.ts';
import { type Gain, gainLines, isBounded, isExported, isOwnerReset } from './gain.ts';
import type { Hint, HintInput } from './hint.ts';
import { isLongLived } from './lifetime.ts';
import type { PackageCode } from './packageCode.ts';
import { isMarked, type Use } from './uses.ts';
import { filled, keptText, lineIn, lookedAt, titleOf, whereOf } from './words.ts';

/** A container that lives long, gains at the site, and from which nothing in its package ever takes. */
export async function onlyFilled(
  code: PackageCode,
  gain: Gain,
  input: HintInput,
  heed: Heed,
): Promise<Hint | null> {
  const { container, uses, expression, site } = gain;
  const shrinks = ({ role }: Use): boolean => ['removed', 'emptied', 'replaced', 'handed'].includes(role);
  if (uses.some(shrinks) || isOwnerReset(gain) || (await isBounded(code, gain, heed))) return null;
  if (input.references === null && isExported(gain)) return null;
  const { rule, text } = gain.match.set;
  const isTold = rule !== undefined;
  if (isTold && isMarked(site.source, 'guarded', expression)) return null;
  // An interval of an object that ends leaks the more.
  if (!isTold && !(await isLongLived(code, gain, input.retained, heed))) return null;
  const known = [keptText(input.retained), lookedAt(code, gain, input.references)];
  if (isTold && !gain.isHanded) {
    const told = filled(l10n.t(text ?? ''), site.source, site.fn, gain.match);
    return { rule: rule ?? '', text: sentences(told, ...known), lines: gainLines(gain), next: null };
  }
  const added = uses.filter(({ role }) => role === 'added');
  const files = new Set(added.map(({ source }) => source.file)).size;
  const isField = container.life === 'field';
  return {
    rule: 'onlyFilled',
    text: sentences(filledAt(gain, added.length, files), isField ? '' : livesAs(gain), ...known),
    lines: [...gainLines(gain), ...(isField ? [] : [lineIn(container.source, container.node)])],
    next:
      added.length < 2 || gainsUnderKeys(gain)
        ? null
        : {
            title: l10n.t`Open the ${added.length} places that add to it`,
            lines: added.map(({ source, name }) => lineIn(source, name)),
          },
  };
}

/** That a container gains something at a site, and in how many places and files it does so. */
function filledAt(gain: Gain, places: number, files: number): string {
  if (gainsUnderKeys(gain)) {
    const [name, where] = [titleOf(gain.expression.text), whereOf(gain)];
    return l10n.t(
      '`{0}` gains entries under its keys {1}: nothing was found that takes from it or from them, resets it or limits its size.',
      name,
      where,
    );
  }
  const gains = gainText(gain);
  if (places === 1)
    return l10n.t`${gains}: it is added to at one place and taken from at none, and nothing resets it or limits its size.`;
  return files > 1
    ? l10n.t`${gains}: it is added to at ${places} places in ${files} files and taken from at none, and nothing resets it or limits its size.`
    : l10n.t`${gains}: it is added to at ${places} places and taken from at none, and nothing resets it or limits its size.`;
}

/** Whether what keys have gains alone: where the same statement makes the key, that is what is sure. */
function gainsUnderKeys(gain: Gain): boolean {
  return gain.match.set['gains'] === 'under';
}

/** What a container gains, by its kind: `list`, `sharedList`. */
function gainText(gain: Gain): string {
  const of = gain.container.kind.toLowerCase();
  const [name, where] = [titleOf(gain.expression.text), whereOf(gain)];
  if (of.endsWith('list')) return l10n.t('`{0}` gains elements {1}', name, where);
  if (of.endsWith('set')) return l10n.t('`{0}` gains members {1}', name, where);
  return of.endsWith('text')
    ? l10n.t('`{0}` gains text {1}', name, where)
    : l10n.t('`{0}` gains keys {1}', name, where);
}

function livesAs({ container: { life, owner, source } }: Gain): string {
  if (life === 'local')
    return l10n.t('It is a local that a function inside keeps after the call that made it.');
  if (life === 'static') return l10n.t`It belongs to \`${owner}\` itself and lives as long as the process.`;
  if (life === 'default')
    return l10n.t('It is a default value, made once for all calls, and lives as long as the process.');
  if (source.parsed.grammar === 'cpp') return l10n.t('It is static and lives as long as the process.');
  return source.facts.package === ''
    ? l10n.t('It is a variable of its module and lives as long as the process.')
    : l10n.t('It is a package-level variable and lives as long as the process.');
}
