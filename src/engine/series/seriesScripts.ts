import type { Profile } from '../../core/profile.ts';
import type { GeneratedScript } from '../../core/scripts/generatedScript.ts';
import type { Script } from '../../core/scripts/script.ts';
import { scriptNotices } from '../../core/scripts/scriptNotices.ts';
import { chosenOriginals, readScripts, scriptsIn, sourceMaps } from '../../core/scripts/sourceMaps.ts';
import { withOriginals } from '../../core/scripts/withOriginals.ts';

/** The scripts that the captures of a series name, with their source maps as far as they were told. */
export class SeriesScripts {
  readonly #read = new Map<string, GeneratedScript | null>();
  readonly #asked = new Set<string>();
  readonly #found = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #unreadable = new Set<string>();

  /** Scripts of a profile that nobody was asked for yet. */
  unasked(profile: Profile): readonly string[] {
    const files = scriptsIn([profile]).filter(file => !this.#asked.has(file));
    for (const file of files) this.#asked.add(file);
    return files;
  }

  /** Takes scripts; the files of source that they lead to. */
  sourceMaps({ scripts }: { readonly scripts: readonly Script[] }): readonly string[] {
    const read = readScripts(scripts);
    for (const [file, script] of read) this.#read.set(file, script);
    return sourceMaps([], read).sources;
  }

  /** These files of source can be opened. */
  found(files: readonly string[]): void {
    for (const file of files) this.#found.add(file);
  }

  /** A profile as source has it, as far as its scripts are those that were told. */
  lead(profile: Profile): Profile {
    const named = new Set(scriptsIn([profile]));
    const read = new Map([...this.#read].filter(([file]) => named.has(file)));
    if (read.size === 0) return profile;
    const maps = sourceMaps([profile], read);
    for (const file of maps.changed) this.#changed.add(file);
    for (const file of maps.unreadable) this.#unreadable.add(file);
    return withOriginals(profile, chosenOriginals(maps, this.#found));
  }

  /** Why source maps were not used, as sentences. */
  notices(): readonly string[] {
    return scriptNotices({ changed: [...this.#changed], unreadable: [...this.#unreadable] }).map(
      ({ text }) => text,
    );
  }
}
