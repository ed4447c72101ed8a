/**
 * Short names for paths (`/`-separated, each with at least one segment): the file name, with as many folders
 * before it as it takes to tell unequal paths apart.
 */
export function displayNames(paths: readonly string[]): readonly string[] {
  const segments = paths.map(path => path.split('/').filter(segment => segment !== ''));
  const deepest = Math.max(...segments.map(each => each.length));
  const wanted = new Set(segments.map(each => each.join('/'))).size;
  for (let taken = 1; taken < deepest; taken++) {
    const names = segments.map(each => each.slice(-taken).join('/'));
    if (new Set(names).size === wanted) return names;
  }
  return segments.map(each => each.join('/'));
}
