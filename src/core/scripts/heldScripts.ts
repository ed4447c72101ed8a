import type { Profile } from '../profile.ts';
import type { GeneratedScript } from './generatedScript.ts';
import type { Script } from './script.ts';
import {
  chosenOriginals,
  ofPackage,
  readScripts,
  type SourceMaps,
  scriptsIn,
  sourceMaps,
} from './sourceMaps.ts';
import { withOriginals } from './withOriginals.ts';

/** The scripts that profiles name, with their source maps as far as somebody has told them. */
export class HeldScripts {
  readonly #read = new Map<string, readonly (GeneratedScript | null)[]>();
  readonly #asked = new Set<string>();
  readonly #found = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #unreadable = new Set<string>();

  /** Scripts of profiles that nobody was asked for before. */
  unasked(profiles: readonly Profile[]): readonly string[] {
    const files = scriptsIn(profiles).filter(file => !this.#asked.has(file));
    for (const file of files) this.#asked.add(file);
    return files;
  }

  /** Takes scripts. The files of source that they lead to, without those of packages. */
  told(scripts: readonly Script[]): readonly string[] {
    const sources = new Set<string>();
    for (const [file, candidates] of readScripts(scripts)) {
      this.#read.set(file, candidates);
      for (const source of candidates.flatMap(script => script?.sources ?? [])) {
        if (!ofPackage.test(source)) sources.add(source);
      }
    }
    return [...sources];
  }

  /** These files of source can be opened. */
  found(files: readonly string[]): void {
    for (const file of files) this.#found.add(file);
  }

  /** Profiles of one comparison as source has them, as far as the scripts that were told are those that ran. */
  lead(profiles: readonly Profile[]): readonly Profile[] {
    const named = new Set(scriptsIn(profiles));
    const read = new Map([...this.#read].filter(([file]) => named.has(file)));
    if (read.size === 0) return profiles;
    const maps = sourceMaps(profiles, read);
    for (const file of maps.changed) this.#changed.add(file);
    for (const file of maps.unreadable) this.#unreadable.add(file);
    const chosen = chosenOriginals(maps, this.#found);
    return profiles.map(profile => withOriginals(profile, chosen));
  }

  /** Scripts whose source maps were not used, and why. */
  get unused(): Pick<SourceMaps, 'changed' | 'unreadable'> {
    return { changed: [...this.#changed], unreadable: [...this.#unreadable] };
  }
}
