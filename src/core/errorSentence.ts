import * as l10n from '@vscode/l10n';
import { assertNever } from './assertNever.ts';
import type { ProfileError } from './error.ts';

/** Display names of the compared files; `base` is null for one profile alone. */
export interface FileNames {
  readonly base: string | null;
  readonly current: string;
}

/**
 * An error as one sentence or two for people: which file, what is wrong, what to do. `raise` says what raises a limit:
 * its setting, where the host has settings.
 */
export function errorSentence(
  { code, detail, offset, role, limit = '' }: ProfileError,
  names: FileNames,
  raise: (limit: string) => string = name => `heapDiff.limits.${name}`,
): string {
  const both = names.base === null ? names.current : l10n.t`${names.base} and ${names.current}`;
  const file = role === 'base' ? (names.base ?? names.current) : role === 'current' ? names.current : both;
  const where = offset === undefined ? detail : l10n.t`${detail}, at byte ${offset}`;
  switch (code) {
    case 'empty':
      return l10n.t`${file} is empty: ${where}. Capture it again.`;
    case 'unrecognized':
      return l10n.t`${file} is not a heap profile in a known format (${where}). Choose a profile saved by pprof, gperftools, jemalloc, Java or V8.`;
    case 'wrongKind':
      return l10n.t`${file} ${where}.`;
    case 'gzip':
      return l10n.t`${file} cannot be decompressed: ${where}. It was probably cut off while being saved; capture it again.`;
    case 'truncated':
      return l10n.t`${file} ends too early: ${where}. It was probably cut off while being saved; capture it again.`;
    case 'malformed':
      return l10n.t`${file} is damaged: ${where}. Capture it again.`;
    case 'overLimit':
      return file === names.current || file === names.base
        ? l10n.t`${file} holds ${detail}. Raise ${raise(limit)} to read it.`
        : l10n.t`${file} hold together ${detail}. Raise ${raise(limit)} to read them.`;
    case 'tooLarge':
      return l10n.t`${file} cannot be opened because it is too large: ${where}. Capture fewer stacks, or compare with \`go tool pprof\` on a machine with more memory.`;
    case 'noCommonSampleType':
      return l10n.t`${both} have no sample type in common: they are ${where}. Choose two profiles of the same kind.`;
    case 'badOption':
      return l10n.t`${capitalized(where)}.`;
    default:
      return assertNever(code);
  }
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
