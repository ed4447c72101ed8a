import * as v from 'valibot';

/** C++ template names run to tens of thousands of characters; a path or a name past this is no name. */
export const name = v.pipe(v.string(), v.maxLength(1 << 16));
/** Longer than any path that a file system takes. */
export const longestUri = 1 << 15;
export const uri = v.pipe(v.string(), v.maxLength(longestUri));

/** Profiles have numbers that no line of a file has, −1 for native code of the JVM: such a line is unknown. */
const line = v.pipe(
  v.number(),
  v.transform(told => (Number.isSafeInteger(told) && told > 0 ? told : 0)),
);

/** A place from outside: a message, or the argument of a command. */
export const placeShape = v.object({ file: name, line, name, startLine: line });
