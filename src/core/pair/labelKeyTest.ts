import type { StringTable } from '../profile.ts';

/** A test of label keys, given as string indices, that looks at each string once: profiles have few keys. */
export function labelKeyTest(
  strings: StringTable,
  test: (key: string) => boolean,
): (index: number) => boolean {
  const known = new Map<number, boolean>();
  let lastIndex = -1;
  let lastAnswer = false;
  return index => {
    if (index === lastIndex) return lastAnswer;
    const answer = known.get(index) ?? test(strings.get(index));
    known.set(index, answer);
    lastIndex = index;
    lastAnswer = answer;
    return answer;
  };
}
