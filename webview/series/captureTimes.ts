import * as l10n from '@vscode/l10n';
import type { ShownCapture } from '../../src/seriesProtocol.ts';
import { clocksOf } from '../state/clock.ts';

/** Capture times in local time, with the day where they are not of one day; '–' where nothing says. */
export function captureTimes(captures: readonly ShownCapture[]): readonly string[] {
  return clocksOf(
    captures.map(({ timeMs }) => timeMs),
    '–',
  );
}

/** `8 captures` */
export function captureCount({ length }: readonly ShownCapture[]): string {
  return length === 1 ? l10n.t`1 capture` : l10n.t`${length} captures`;
}

/** Milliseconds from the first capture to the last, 0 where nothing says. */
export function spanOf(captures: readonly ShownCapture[]): number {
  const times = captures.flatMap(({ timeMs }) => (timeMs === null ? [] : [timeMs]));
  return times.length < captures.length ? 0 : (times.at(-1) ?? 0) - (times[0] ?? 0);
}
