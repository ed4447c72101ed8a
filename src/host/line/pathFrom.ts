/** What is looked at of an address. */
type Address = Readonly<Record<'scheme' | 'authority' | 'path', string>>;

/** A file's path from a folder, `cache.go`, `../other/x.go`; null where there is none, as to another machine. */
export function pathFrom(folder: Address, file: Address): string | null {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return null;
  const from = partsOf(folder);
  const to = partsOf(file);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function partsOf({ path }: Address): readonly string[] {
  return path.split('/').filter(part => part !== '');
}
