import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { FileNames } from '../../core/errorSentence.ts';
import { type Shown, shown } from '../../core/shown.ts';
import type { Order } from '../../engine/session.ts';
import { savedFiles } from '../../panelState.ts';
import { say } from '../say/say.ts';
import { commitOf } from './commitOf.ts';
import { displayNames } from './displayNames.ts';

/** The files of one panel; `base` is null for one profile alone. */
export interface Compared {
  readonly base: vscode.Uri | null;
  readonly current: vscode.Uri;
}

/** Short names for the files, in which a base and a current are never the same text: `heap.pb.gz at 1a2b3c4`. */
export function namesOf({ base, current }: Compared): FileNames {
  if (base === null) return { base, current: dated(displayNames([current.path])[0], current) };
  const [baseName, currentName] = displayNames([base.path, current.path]);
  return { base: dated(baseName, base), current: dated(currentName, current) };
}

/** A file's name, with the commit that has it so. */
function dated(name: string | undefined, uri: vscode.Uri): string {
  const commit = commitOf(uri);
  const short = name ?? uri.path;
  return commit === null ? short : l10n.t`${short} at ${commit}`;
}

/** What a panel's tab says. */
export function titleOf(compared: Compared): Shown {
  const { base, current } = namesOf(compared);
  return base === null ? shown(current) : say`${base} ⇄ ${current}`;
}

/** The file beside which what is made of both is written: one as it is now, where there is one. */
export function besideOf({ base, current }: Compared): vscode.Uri {
  return base === null || commitOf(current) === null ? current : base;
}

export function swapped({ base, current }: Compared): Compared {
  return base === null ? { base, current } : { base: current, current: base };
}

/** Whether two panels show the same files, whichever is the base. */
export function sameFiles(one: Compared, other: Compared): boolean {
  const key = ({ base, current }: Compared): string =>
    [base?.toString() ?? '', current.toString()].sort().join('\n');
  return key(one) === key(other);
}

/** The files' URIs as a page keeps them. */
export function addressesOf({ base, current }: Compared): {
  readonly base: string | null;
  readonly current: string;
} {
  return { base: base?.toString() ?? null, current: current.toString() };
}

/** The files that a saved state names; null when it is not one of ours, or an address in it is none. */
export function restored(state: unknown): { readonly compared: Compared; readonly order: Order } | null {
  const saved = v.safeParse(savedFiles, state);
  if (!saved.success) return null;
  const { base, current, isOrdered } = saved.output;
  try {
    const compared = {
      base: base === null ? null : vscode.Uri.parse(base, true),
      current: vscode.Uri.parse(current, true),
    };
    return { compared, order: isOrdered ? 'asGiven' : 'byTime' };
  } catch {
    return null;
  }
}
