import { Interned } from '../../names/interned.ts';
import { symbolizedMappings } from '../../names/symbolizedMappings.ts';
import type { Mapping, Profile } from '../../profile.ts';

/** pprof takes mappings of one binary for the same when their sizes agree up to this. */
const mappingRounding = 0x1000n;

/** A mapping as the first profile has it that has it at all. */
export interface SharedMapping {
  /** 1, 2, 3, … */
  readonly id: number;
  readonly mapping: Mapping;
  /** All its locations have lines, so that pprof need not look for the binary. */
  readonly hasLines: boolean;
}

/** Mappings of one or several profiles, equal ones once. */
export class SharedMappings {
  readonly #known = new Interned<string, SharedMapping>();

  get all(): readonly SharedMapping[] {
    return this.#known.all;
  }

  /** Ids by row, and what has to be added to addresses: two runs map one binary at different addresses. */
  add(profile: Profile): { readonly id: number; readonly shift: bigint }[] {
    const symbolized = symbolizedMappings(profile);
    return profile.mappings.map((mapping, row) => {
      const { start, limit, fileOffset, file, buildId } = mapping;
      const size = (limit - start + mappingRounding - 1n) / mappingRounding;
      const id = this.#known.id(`${size} ${fileOffset} ${buildId || file}`, newId => ({
        id: newId,
        mapping,
        hasLines: symbolized[row] === true,
      }));
      return { id, shift: (this.all[id - 1]?.mapping.start ?? start) - start };
    });
  }
}
