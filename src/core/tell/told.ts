import * as l10n from '@vscode/l10n';
import { codeSpan } from '../report/codeSpan.ts';
import { shown } from '../shown.ts';

/** An answer: Markdown, and the same as data. */
export interface Told {
  readonly markdown: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A call that leads on, and what it is for. */
export interface NextCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** Lines that belong together. `keep` says how dear they are: those with less go first. */
export interface Section {
  readonly keep: number;
  readonly lines: readonly string[];
}

/** Bytes of an answer's Markdown. */
export const mostBytes = 5_000;
/** Of a name or a path in an answer. */
const longestName = 160;

/**
 * Sections with an empty line between them, in at most `mostBytes` of UTF-8. What is too much goes line by line from the end of
 * the section that is least dear, and how many lines that were is said.
 */
export function written(sections: readonly Section[], most = mostBytes): string {
  const kept = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ keep, lines }) => ({ keep, lines: [...lines] }));
  let cut = 0;
  const text = (): string => {
    const note =
      cut === 0
        ? []
        : [
            [
              cut === 1
                ? l10n.t`(1 more line left out: an answer stays below 5 kB.)`
                : l10n.t`(${cut} more lines left out: an answer stays below 5 kB.)`,
            ],
          ];
    const parts = [...kept.map(({ lines }) => lines), ...note].filter(lines => lines.length > 0);
    return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`;
  };
  for (let written = text(); ; written = text()) {
    if (bytesOf(written) <= most) return written;
    const least = kept.filter(({ lines }) => lines.length > 0).sort((a, b) => a.keep - b.keep)[0];
    if (least === undefined) return written;
    least.lines.pop();
    cut += 1;
  }
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A stranger's name or path in a code span, cut. */
export function nameSpan(name: string): string {
  return codeSpan(cutName(name));
}

/** A stranger's name or path as data, cut: nothing in it is invisible. */
export function cutName(name: string): string {
  return shown(name, longestName);
}

/** What to call next, as lines. */
export function nextLines(calls: readonly NextCall[]): string[] {
  return calls.map(
    ({ tool, arguments: given, why }) => `Next: ${codeSpan(`${tool} ${JSON.stringify(given)}`)} ${why}`,
  );
}
