import type { Heed } from '../heed.ts';
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
  if (uses.some(shrinks) || isBounded(gain) || isOwnerReset(gain)) return null;
  if (input.references === null && isExported(gain)) return null;
  const isTold = gain.match.set['rule'] !== undefined;
  if (isTold && isMarked(site.source, 'guarded', expression)) return null;
  // An interval of an object that ends leaks the more.
  if (!isTold && !(await isLongLived(code, gain, input.retained, heed))) return null;
  const { rule, text } = gain.match.set;
  if (rule !== undefined && text !== undefined && !gain.isCaller) {
    return {
      rule: rule ?? 'onlyFilled',
      text: `${filled(text, site.source, site.fn, gain.match)}${keptText(input.retained)} ${lookedAt(code, gain, input.references)}`,
      lines: gainLines(gain),
      next: null,
    };
  }
  const added = uses.filter(({ role }) => role === 'added');
  const files = new Set(added.map(({ source }) => source.file)).size;
  const places = `${added.length === 1 ? 'one place' : `${added.length} places`}${files > 1 ? ` in ${files} files` : ''}`;
  const life = container.life === 'field' ? '' : ` It ${livesAs(gain)}.`;
  return {
    rule: 'onlyFilled',
    text: `\`${titleOf(expression.text)}\` gains ${gainOf(container.kind)} ${whereOf(gain)}: it is added to at ${places} and taken from at none, and nothing resets it or limits its size.${life}${keptText(input.retained)} ${lookedAt(code, gain, input.references)}`,
    lines: [
      ...gainLines(gain),
      ...(container.life === 'field' ? [] : [lineIn(container.source, container.node)]),
    ],
    next:
      added.length < 2
        ? null
        : {
            title: `Open the ${added.length} places that add to it`,
            lines: added.map(({ source, name }) => lineIn(source, name)),
          },
  };
}

/** What a container gains, by its kind: `list`, `sharedList`. */
function gainOf(kind: string): string {
  const of = kind.toLowerCase();
  if (of.endsWith('list')) return 'elements';
  return of.endsWith('set') ? 'members' : of.endsWith('text') ? 'text' : 'keys';
}

function livesAs({ container: { life, owner, source } }: Gain): string {
  if (life === 'local') return 'is a local that a function inside keeps after the call that made it';
  const always = 'and lives as long as the process';
  if (life === 'static') return `belongs to \`${owner}\` itself ${always}`;
  if (life === 'default') return `is a default value, made once for all calls, ${always}`;
  return `${source.facts.package === '' ? 'is a variable of its module' : 'is a package-level variable'} ${always}`;
}
