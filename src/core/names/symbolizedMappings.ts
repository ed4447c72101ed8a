import type { Profile } from '../profile.ts';

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
