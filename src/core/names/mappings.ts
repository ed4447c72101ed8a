import type { Mapping, Profile } from '../profile.ts';

/** By mapping: whether it has locations and all have lines, so that pprof need not look for the binary. */
export function symbolizedMappings({ mappings, locations }: Profile): boolean[] {
  const used = mappings.map(() => false);
  const bare = mappings.map(() => false);
  for (let row = 0; row < locations.count; row++) {
    const mapping = locations.mapping[row] ?? -1;
    if (mapping < 0) continue;
    used[mapping] = true;
    if (locations.lineStart[row] === locations.lineStart[row + 1]) bare[mapping] = true;
  }
  return mappings.map((_, row) => used[row] === true && bare[row] === false);
}

/** Mappings of one binary are the same when their sizes agree up to this. */
const mappingRounding = 0x1000n;

/** Equal for what pprof takes for one mapping: of one build where that is known, of one file where it is not. */
export function mappingKey({ start, limit, fileOffset, file, buildId }: Mapping): string {
  const size = (limit - start + mappingRounding - 1n) / mappingRounding;
  return `${size} ${fileOffset} ${buildId || file}`;
}

/**
 * The files of each profile's mappings, by row. As in pprof's differences, equal mappings have the file that the last profile
 * has for them: a binary that was replaced while it ran is `server (deleted)` in one capture and `server` in another.
 */
export function mappingFiles(profiles: readonly Profile[]): readonly (readonly string[])[] {
  const files = new Map<string, string>();
  for (const mapping of [...profiles].reverse().flatMap(({ mappings }) => mappings)) {
    const key = mappingKey(mapping);
    if (!files.has(key)) files.set(key, mapping.file);
  }
  return profiles.map(({ mappings }) =>
    mappings.map(mapping => files.get(mappingKey(mapping)) ?? mapping.file),
  );
}
