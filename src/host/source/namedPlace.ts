import * as l10n from '@vscode/l10n';
import type { ParamsOf } from '../../core/answers/requests.ts';
import type { Place } from '../../core/names/place.ts';
import { say } from '../say/say.ts';
import type { Opening } from './sourceOpener.ts';

declare const named: unique symbol;

/** A place that an open profile speaks of. Only `namedPlace` makes one, and nothing else is opened. */
export type NamedPlace = Place & { readonly [named]: true };

/** What can be asked whether its profiles speak of a place. */
export interface Namer {
  readonly request: (method: 'names', params: ParamsOf<'names'>) => Promise<boolean>;
}

/** A place that came from a page or a link, if one of the open diffs speaks of it; else null. */
export async function namedPlace(place: Place, diffs: Iterable<Namer>): Promise<NamedPlace | null> {
  const { name, file } = place;
  for (const diff of diffs) {
    // A diff that is closed meanwhile speaks of nothing.
    const isNamed = await diff.request('names', { name, file }).catch(() => false);
    if (isNamed) return place as NamedPlace;
  }
  return null;
}

/** What is said of a place that no open profile speaks of. */
export function notNamed({ file }: Place): Opening {
  const message = say(l10n.t('No profile that is open speaks of {0}, so it was not opened.'), file);
  return { message, locatable: false, shown: null };
}
