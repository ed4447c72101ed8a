import { Interned } from '../../names/interned.ts';
import { mappingKey, symbolizedMappings } from '../../names/mappings.ts';
import type { Mapping, Profile } from '../../profile.ts';

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
      const id = this.#known.id(mappingKey(mapping), newId => ({
        id: newId,
        mapping,
        hasLines: symbolized[row] === true,
      }));
      return { id, shift: (this.all[id - 1]?.mapping.start ?? mapping.start) - mapping.start };
    });
  }
}
