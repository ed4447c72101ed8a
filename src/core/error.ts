import * as l10n from '@vscode/l10n';
/** Why a file, or a pair of files, cannot be used. */
export type ProfileErrorCode =
  | 'empty' // no bytes, or nothing in them
  | 'unrecognized' // none of the known formats
  | 'wrongKind' // whole, but no heap profile that can be read; `detail` goes on after the file's name: `is …: what to do`
  | 'gzip' // the compressed stream is damaged
  | 'truncated' // ends inside a field
  | 'malformed' // well-framed, but breaks a rule of its format
  | 'overLimit' // past a limit that a setting raises
  | 'tooLarge' // past a bound that nothing raises, or the machine's memory
  | 'noCommonSampleType' // two profiles that share no column
  | 'badOption'; // a view option that the profiles cannot satisfy (unknown sample type, bad regular expression)

/** Which of the compared files an error is about; `pair` when it takes both to go wrong. */
export type ProfileRole = 'base' | 'current' | 'pair';

/**
 * The one error core throws. `detail` says what is wrong; `offset` is a byte offset into the (decompressed) file;
 * `role` is set by whoever knows which file is being read; `limit` is the setting that an `overLimit` is about.
 */
export class ProfileError extends Error {
  readonly code: ProfileErrorCode;
  readonly detail: string;
  readonly offset: number | undefined;
  readonly role: ProfileRole | undefined;
  readonly limit: string | undefined;

  constructor(code: ProfileErrorCode, detail: string, offset?: number, role?: ProfileRole, limit?: string) {
    super(offset === undefined ? detail : l10n.t`${detail} (at byte ${offset})`);
    this.name = 'ProfileError';
    this.code = code;
    this.detail = detail;
    this.offset = offset;
    this.role = role;
    this.limit = limit;
  }
}
