/**
 * Whether a path (`/`-separated, absolute) names a file of this machine in one way only: no steps upwards, by which it
 * would leave the folder that it seems to be in; no server's name, as `//` and a backslash give one on Windows; nothing
 * that cannot be seen.
 */
export function isPlainPath(path: string): boolean {
  return /^\/[^/]/.test(path) && !/\\|\p{Cc}|\/\/|\/\.{1,2}(?:\/|$)/u.test(path);
}
