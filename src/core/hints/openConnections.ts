import * as l10n from '@vscode/l10n';
import { knownStack } from '../evidence/knownStacks.ts';
import type { Heed } from '../heed.ts';
import type { HintLine } from './hint.ts';
import type { PackageCode } from './packageCode.ts';
import { unreleased } from './resources.ts';
import { functionTitle, lineIn } from './words.ts';

/** Functions that are named. */
const mostNamed = 3;

/** Calls of a package that leave a connection open, with what is said of them. */
export interface OpenConnections {
  readonly text: string;
  /** At least one. */
  readonly lines: readonly HintLine[];
}

/** Of a stack on which connections pile up, the calls that leave them open; null for other stacks, and where none was found. */
export async function openConnections(
  code: PackageCode,
  stack: readonly string[],
  heed: Heed,
): Promise<OpenConnections | null> {
  const open = knownStack(stack)?.open;
  if (open === undefined) return null;
  const { imported, kind } = open;
  const titles: string[] = [];
  const lines: HintLine[] = [];
  for (const file of code.files('.go')) {
    if (!code.text(file)?.includes(imported)) continue;
    const source = await code.source(file, heed);
    if (source === null) continue;
    for (const { name, fn } of unreleased(source, kind)) {
      titles.push(`\`${functionTitle(source, fn)}\``);
      lines.push(lineIn(source, name));
    }
  }
  if (lines.length === 0) return null;
  const named = titles.slice(0, mostNamed).join(', ');
  const text =
    kind === 'rows'
      ? l10n.t`No close of the rows was found in ${named}.`
      : l10n.t`No close of the response body was found in ${named}.`;
  return { text, lines: lines.slice(0, mostNamed) };
}
