import { assertNever } from '../assertNever.ts';
import { formatValue } from '../format.ts';
import type { Judged, Outcome } from '../gate/judge.ts';
import type { GrowthLimit } from '../gate/limit.ts';
import { scaleOf } from '../units.ts';
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
  return `${limit.text}${inBinary(limit)} ${outcomeWord(outcome)}: ${sentence}`;
}

/** Limits as a list in Markdown; nothing where none was set. */
export function limitLines(judged: readonly Judged[]): string[] {
  return judged.map(
    ({ limit, outcome, sentence }) =>
      `- \`${limit.text}\`${inBinary(limit)} **${outcomeWord(outcome)}**: ${escaped(sentence)}`,
  );
}

/** Behind a limit in MB what that is here, ` (5.0 MiB)`: pprof has powers of 1024 too, elsewhere it is less. */
function inBinary({ most, unit, perHour }: GrowthLimit): string {
  const scale = scaleOf(unit);
  if (scale?.of !== 'memory' || scale.factor === 1 || /ib/i.test(unit)) return '';
  return ` (${formatValue(most, unit)}${perHour ? '/h' : ''})`;
}
