import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { placeShape } from '../../messageFields.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { columnOfEditor } from '../source/lineReveal.ts';
import { namedPlace, notNamed } from '../source/namedPlace.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';

/** Goes to a place of a profile, as a link in a hover asks for. */
export async function openPlace(source: SourceOpener, diffs: ShownDiffs, given: unknown): Promise<void> {
  const place = v.parse(placeShape, given);
  const named = await namedPlace(place, diffs.all);
  const opening = named === null ? notNamed(place) : await source.open(named, 'go', columnOfEditor());
  if (opening?.message == null) return;
  const locate = say(l10n.t('Locate…'));
  const picked = await inform(opening.message, ...(opening.locatable ? [locate] : []));
  if (picked === locate && named !== null) await source.locate(named, columnOfEditor());
}
