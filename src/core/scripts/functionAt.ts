/** How much of a line before a function is looked at: between its name and where it begins stands little. */
const near = 200;

/** What may stand there: `seen = async function*` before `(`, `seen:` before `(`, and spaces. */
const between = /(?:[\s=:*(]|\basync\b|\bfunction\b)+$/;

/** The last part of a name that is one in JavaScript: `seen` of `DedupeCache.seen`, `size` of `get size`. */
const identifier = /[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Where a function's own name stands that V8 says begins at a column (from 0) of a line, as `undefined` where there is no
 * function of that name; −1 where it has no name of its own there: a class without a constructor, one that is called so.
 * Null where the name tells nothing: those that V8 makes up.
 */
export function nameColumn(line: string, column: number, name: string): number | null | undefined {
  const own = identifier.exec(name)?.[0];
  if (own === undefined) return null;
  const before = line.slice(Math.max(0, column - near), column).replace(between, '');
  const end = column - (line.slice(Math.max(0, column - near), column).length - before.length);
  if (endsWithWord(before, own)) return end - own.length;
  if (endsWithWord(before, 'constructor') || /^class\b/.test(line.slice(column, column + 6))) return -1;
  return undefined;
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && !/[\p{ID_Continue}$]$/u.test(text.slice(0, -word.length));
}
