import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ProfileError, type ProfileErrorCode } from '../../core/error.ts';
import { errorSentence } from '../../core/errorSentence.ts';
import { Cancelled } from '../../core/heed.ts';
import type { Problem, Remedy, Reply } from '../../protocol.ts';
import { commitOf } from '../files/commitOf.ts';
import { type Compared, namesOf } from '../files/compared.ts';
import { UnreadableFile } from '../files/profileBytes.ts';
import type { FileChange } from '../files/watchFiles.ts';

/** An error of any kind as a sentence: which file, what is wrong, what to do. */
export function problemOf(error: unknown, compared: Compared): Problem {
  if (error instanceof ProfileError) {
    return { message: errorSentence(error, namesOf(compared)), remedies: remediesFor(error.code, compared) };
  }
  if (error instanceof Cancelled)
    return { message: l10n.t`Another question has overtaken this one.`, remedies: [] };
  if (error instanceof UnreadableFile) return unreadable(error);
  const detail = error instanceof Error ? error.message : String(error);
  return {
    message: l10n.t`Heap Diff stopped on an error of its own: ${detail}. Reload to try again; the log has the details.`,
    remedies: ['reload', 'showLog'],
  };
}

/** The reply to a request while no files are held. */
export function unanswered(id: number): Reply {
  const problem = { message: l10n.t`No profile is open here.`, remedies: ['reload'] } as const;
  return { type: 'reply', id, ok: false, problem };
}

/** What to say when nothing tells any more which files were compared. */
export function forgotten(): Problem {
  const message = l10n.t`The files that were compared here are not known any more. Choose two profiles.`;
  return { message, remedies: ['chooseAgain'] };
}

/** What to say when people think better of reading the files. */
export function cancelled(): Problem {
  return { message: l10n.t`Reading was cancelled.`, remedies: ['reload', 'chooseAgain'] };
}

/** What to say when a file on screen is no longer the file on disk. */
export function stale(name: string, change: FileChange): Problem {
  return change === 'gone'
    ? {
        message: l10n.t`${name} has been moved or deleted since it was read. What you see is the file as it was.`,
        remedies: ['chooseAgain'],
      }
    : {
        message: l10n.t`${name} has changed since it was read. Reload to see the new content.`,
        remedies: ['reload', 'chooseAgain'],
      };
}

function unreadable(error: UnreadableFile): Problem {
  const name = namesOf({ base: null, current: error.uri }).current;
  const isPath = error.uri.scheme === 'file' || commitOf(error.uri) !== null;
  const where = isPath ? error.uri.fsPath : error.uri.toString(true);
  const code = error.cause instanceof vscode.FileSystemError ? error.cause.code : '';
  const remedies: readonly Remedy[] = ['chooseAgain', 'reload'];
  switch (code) {
    case 'FileNotFound':
      if (commitOf(error.uri) !== null) {
        const message = l10n.t`Git has no ${name} (${where}) any more. Choose another file.`;
        return { message, remedies };
      }
      return { message: l10n.t`${name} is no longer there (${where}). Choose another file.`, remedies };
    case 'FileIsADirectory':
      return {
        message: l10n.t`${name} is a folder, not a heap profile (${where}). Choose a file.`,
        remedies,
      };
    case 'NoPermissions':
      return { message: l10n.t`${name} may not be read (${where}): permission denied.`, remedies };
    default:
      return {
        message: l10n.t`${name} cannot be read (${where}). The log has the details.`,
        remedies: [...remedies, 'showLog'],
      };
  }
}

function remediesFor(code: ProfileErrorCode, { base }: Compared): readonly Remedy[] {
  switch (code) {
    case 'empty':
    case 'unrecognized':
    case 'wrongKind':
      // A custom editor may have been opened on a file that only looks like a profile by its name.
      return base === null ? ['openAsText', 'openAsBinary', 'showLog'] : ['chooseAgain', 'showLog'];
    case 'gzip':
    case 'truncated':
    case 'malformed':
      return base === null
        ? ['reload', 'openAsText', 'openAsBinary', 'showLog']
        : ['reload', 'chooseAgain', 'showLog'];
    case 'overLimit':
      return base === null ? ['reload', 'showLog'] : ['reload', 'chooseAgain', 'showLog'];
    case 'tooLarge':
      // Memory may be free again.
      return ['reload', 'chooseAgain', 'showLog'];
    case 'noCommonSampleType':
      return ['chooseAgain', 'showLog'];
    case 'badOption':
      return [];
  }
}
