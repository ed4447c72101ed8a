/** What people call a capture is cut at so many characters in its file's name. */
const longestPart = 40;

/** `20261125-1300`, in local time, as people name captures; with `seconds` `20261125-130015`. */
export function timeStamp(time: Date, seconds = false): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  const clock = two(time.getHours()) + two(time.getMinutes()) + (seconds ? two(time.getSeconds()) : '');
  return `${day}-${clock}`;
}

/**
 * What the name of a file has of what people call a capture: `after-1000-requests` for "after 1,000 requests". Only
 * letters, digits and single hyphens, so nothing in it means anything to a shell, a path or a file system.
 */
export function namePart(name: string): string {
  const words = name.normalize('NFKC').replace(/(?<=\p{N})[,.'’_](?=\p{N})/gu, '');
  const safe = words.replace(/[^\p{L}\p{N}]+/gu, '-');
  return Array.from(safe)
    .slice(0, longestPart)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/**
 * What the files of a capture are called, but for what they hold and their ending: `20261125-1300-NAME`, with seconds where
 * there is one of that minute, so that names are in the order of time; then numbered. `names` are the files that are there.
 */
export function freeStem(time: Date, name: string, names: readonly string[]): string {
  const part = namePart(name);
  for (let number = 0; ; number++) {
    const stem = timeStamp(time, number > 0) + (number > 1 ? `-${number}` : '');
    if (names.some(each => each.startsWith(`heap-${stem}`))) continue;
    return part === '' ? stem : `${stem}-${part}`;
  }
}
