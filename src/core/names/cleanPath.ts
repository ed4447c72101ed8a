/** Where Bazel's sandbox runs the compiler; says nothing about the file. */
const sandbox = '/proc/self/cwd/';

/** A source file's name as pprof compares it: without Bazel's sandbox, then shortened like Go's `path.Clean`. */
export function cleanPath(path: string): string {
  let trimmed = path;
  if (trimmed.startsWith(sandbox)) {
    trimmed = trimmed.slice(sandbox.length);
    if (trimmed.startsWith('./')) trimmed = trimmed.slice(2);
  }
  return unclean.test(trimmed) ? shortest(trimmed) : trimmed;
}

/** An empty, `.` or `..` element, or a slash at the end. */
const unclean = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|.\/$/;

function shortest(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const element of path.split('/')) {
    if (element === '' || element === '.') continue;
    if (element !== '..') kept.push(element);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  const joined = kept.join('/');
  if (rooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}
