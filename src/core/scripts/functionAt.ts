/** How much of a line before a function is looked at: between its name and where it begins stands little. */
const near = 200;
/** The same for a constructor's class, of which anything may stand before it. */
const withinClass = 5_000;

/** What may stand there: `seen = async function*` before `(`, `seen:` before `(`, and spaces. */
const between = /(?:[\s=:*(]|\basync\b|\bfunction\b)+$/;

/** The last part of a name that is one in JavaScript: `seen` of `DedupeCache.seen`, `size` of `get size`. */
const identifier = /[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Where a function's own name stands that V8 says begins at a column (from 0) of a line, of a constructor its class's; −1 where
 * that is not on the line. Undefined where there is no function of that name, null where the name tells nothing: those that V8
 * makes up.
 */
export function nameColumn(line: string, column: number, name: string): number | null | undefined {
  const own = identifier.exec(name)?.[0];
  if (own === undefined) return null;
  const from = Math.max(0, column - near);
  const before = line.slice(from, column).replace(between, '');
  if (endsWithWord(before, own)) return from + before.length - own.length;
  if (endsWithWord(before, 'constructor')) return classColumn(line, from + before.length, own);
  // A class that has no constructor begins where it does itself.
  if (!/^class\b/.test(line.slice(column, column + 6))) return undefined;
  return classColumn(line, column + 'class '.length + own.length, own);
}

/** Where the name stands of the last class of it that begins before a column: `class Cache {`, `Cache = class {`. */
function classColumn(line: string, before: number, own: string): number {
  const first = Math.max(0, before - withinClass);
  for (let at = before - own.length; at >= first; at = line.lastIndexOf(own, at - 1)) {
    if (!line.startsWith(own, at)) continue;
    const end = at + own.length;
    if (/(?:^|[^\p{ID_Continue}$])class\s+$/u.test(line.slice(Math.max(0, at - near), at))) {
      if (!/^[\p{ID_Continue}$]/u.test(line.slice(end, end + 2))) return at;
    } else if (/^\s*=\s*class\b/.test(line.slice(end, end + near))) {
      if (endsWithWord(line.slice(0, end), own)) return at;
    }
    if (at === 0) break;
  }
  return -1;
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && !/[\p{ID_Continue}$]$/u.test(text.slice(-word.length - 2, -word.length));
}
