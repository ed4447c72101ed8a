import { assertNever } from '../assertNever.ts';
import type { Judged, Outcome } from '../gate/judge.ts';
import { escaped } from './escaped.ts';

/** What became of a limit, in a word. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case 'held':
      return 'held';
    case 'passed':
      return 'passed';
    case 'cannotJudge':
      return 'cannot be judged';
    default:
      return assertNever(outcome);
  }
}

/** `growth > 5 MiB passed: +318 MiB`. */
export function limitText({ limit, outcome, sentence }: Judged): string {
  return `${limit.text} ${outcomeWord(outcome)}: ${sentence}`;
}

/** Limits as a list in Markdown; nothing where none was set. */
export function limitLines(judged: readonly Judged[]): string[] {
  return judged.map(
    ({ limit, outcome, sentence }) => `- \`${limit.text}\` **${outcomeWord(outcome)}**: ${escaped(sentence)}`,
  );
}
