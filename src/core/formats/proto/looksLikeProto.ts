import { ProfileError } from '../../error.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/** Wire types that each of profile.proto's top-level fields may have, by number. */
const wireTypes: readonly (readonly number[])[] = [
  [],
  ...Array.from({ length: 6 }, () => [lengthType]),
  ...Array.from({ length: 4 }, () => [varintType]),
  [lengthType],
  [varintType],
  [varintType, lengthType],
  [varintType],
  [varintType],
];

/** So many fields in a row do not come about by chance. */
const enough = 3;

/** Whether bytes that cannot be read as profile.proto at least start like one: then they are damaged, else something else. */
export function looksLikeProto(bytes: Uint8Array): boolean {
  const cursor = new WireCursor(bytes);
  for (let fields = 0; fields < enough; fields++) {
    try {
      if (!cursor.next()) return fields > 0;
    } catch (error) {
      if (error instanceof ProfileError) return fields > 0 && error.code === 'truncated';
      throw error;
    }
    if (wireTypes[cursor.field]?.includes(cursor.wireType) !== true) return false;
  }
  return true;
}
