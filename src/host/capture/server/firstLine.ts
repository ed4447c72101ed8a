import { shown } from '../../../core/shown.ts';

/** As much of a first line as tells what it is. */
const longest = 160;

/** The first line with anything in it of what came instead of a profile, as it may stand in a sentence; '' for bytes. */
export function firstLine(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 4 * longest));
  const line = text.split(/[\r\n]+/).find(each => each.trim() !== '') ?? '';
  return /[\0\ufffd]/.test(line) ? '' : shown(line.trim(), longest);
}
