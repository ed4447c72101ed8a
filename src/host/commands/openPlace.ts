import * as v from 'valibot';
import { placeShape } from '../../protocol.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { columnOfEditor } from '../source/lineReveal.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';

/** Goes to a place of a profile, as a link in a hover asks for. */
export async function openPlace(source: SourceOpener, given: unknown): Promise<void> {
  const place = v.parse(placeShape, given);
  const opening = await source.open(place, 'go', columnOfEditor());
  if (opening?.message == null) return;
  const locate = say`Locate…`;
  const picked = await inform(opening.message, ...(opening.locatable ? [locate] : []));
  if (picked === locate) await source.locate(place, columnOfEditor());
}
