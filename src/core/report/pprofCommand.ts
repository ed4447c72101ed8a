import * as l10n from '@vscode/l10n';
import type { DiffInfo } from '../answers/diffInfo.ts';
import type { ViewOptions } from '../answers/looks.ts';
import { ProfileError } from '../error.ts';
import type { Granularity } from '../names/granularity.ts';
import { shown } from '../shown.ts';
import { type FilterField, filterFields } from '../stacks/filterFields.ts';

/** What is looked at, as a command line needs it. */
export interface PprofLook {
  readonly diff: Pick<DiffInfo, 'base' | 'current'>;
  /** Addresses of the files; `base` is null for one profile alone. */
  readonly base: string | null;
  readonly current: string;
  readonly options: ViewOptions;
  /** The frame that is asked about, by all names that it has in pprof; null for the whole. */
  readonly frame: { readonly names: readonly string[]; readonly line: number } | null;
}

/** `functions` are told apart by their files here, as in pprof's `-filefunctions`. */
const granularityFlags: Readonly<Record<Exclude<Granularity, 'packages'>, string>> = {
  functions: '-filefunctions',
  lines: '-lines',
  files: '-files',
};

const filterFlags: Readonly<Record<FilterField, string>> = {
  focus: 'focus',
  ignore: 'ignore',
  hide: 'hide',
  show: 'show',
  showFrom: 'show_from',
  tagFocus: 'tagfocus',
  tagIgnore: 'tagignore',
};

/**
 * The line that has `go tool pprof` print what is looked at: a frame with its callers and callees, or the whole as a table, with the same
 * files, sample type, granularity and filters. Quoted for PowerShell where files have drive letters, else for a POSIX shell and fish.
 *
 * Throws `ProfileError` `badOption` for what pprof does not know or cannot read.
 */
export function pprofCommand({ diff, base, current, options, frame }: PprofLook): string {
  const { sampleType, granularity, normalize, filter } = options;
  if (granularity === 'packages') throw refusal(l10n.t`it has no packages; choose another granularity`);
  for (const file of [diff.base, diff.current]) {
    if (file !== null && file.format !== 'proto') {
      throw refusal(
        l10n.t`only profile.proto names functions in it, and ${shown(file.name)} is another format`,
      );
    }
  }
  if (/^\d+$/.test(sampleType)) throw refusal(l10n.t`it would take the sample type for a number`);
  const files = base === null ? [pathOf(current)] : [pathOf(base), pathOf(current)];
  const quote = files.every(path => drive.test(path)) ? quotedForPowerShell : quotedForPosix;
  const flag = (name: string, value: string): string => quote(`-${name}=${value}`);
  const expressions = filterFields.filter(field => filter[field] !== '');
  return [
    'go tool pprof -symbolize=none',
    frame === null ? '-top' : flag('peek', nodePattern(frame, granularity)),
    granularityFlags[granularity],
    flag('sample_index', sampleType),
    ...expressions.map(field => flag(filterFlags[field], inert(filter[field]))),
    ...(normalize && base !== null ? ['-normalize'] : []),
    ...files.map((path, i) => (i < files.length - 1 ? flag('diff_base', path) : quote(path))),
  ].join(' ');
}

function refusal(why: string): ProfileError {
  return new ProfileError('badOption', l10n.t`go tool pprof cannot show this: ${why}.`);
}

const drive = /^[A-Za-z]:\\/;

/** Where a file is on this disk, as the disk's system writes it. */
function pathOf(address: string): string {
  const [, rest] = /^file:\/\/(\/.+)$/.exec(address) ?? [];
  if (rest === undefined) throw refusal(l10n.t`its files are not on this disk`);
  let path: string;
  try {
    path = decodeURIComponent(rest);
  } catch {
    throw refusal(l10n.t`a path has bytes that are no text`);
  }
  if (unseen.test(path)) throw refusal(l10n.t`a path has characters that act in a terminal, or hide`);
  if (/\.(zst|lz4)$/i.test(path)) throw refusal(l10n.t`it does not read ${shown(path)}, which is not gzip`);
  // With slashes it would take the drive for a server.
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1).replaceAll('/', '\\') : path;
}

/** Finds a frame among pprof's nodes, which are called `NAME FILE:LINE`, as far as their granularity has these. */
function nodePattern(
  { names, line }: NonNullable<PprofLook['frame']>,
  granularity: keyof typeof granularityFlags,
): string {
  const literal = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const exact = inert(names.length === 1 ? `^${literal}` : `^(?:${literal})`);
  if (granularity === 'files') return `${exact}$`;
  return granularity === 'lines' && line > 0 ? `${exact} .*:${line}$` : `${exact}( |$)`;
}

/** An expression with the characters that could act in a shell or in a terminal written as numbers. */
function inert(expression: string): string {
  if (expression.includes('\\Q') && acting.test(expression)) {
    throw refusal(l10n.t`an expression has quotes or control characters behind \\Q`);
  }
  return expression.replace(/\\?[^\\]|\\\\/gsu, each => {
    const character = each.slice(-1);
    const acts = each === '\\\\' || acting.test(character);
    return acts ? `\\x{${character.charCodeAt(0).toString(16)}}` : each;
  });
}

/** What a terminal takes for a key or does not show. */
const unseen = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
/** That, and the quotes of some shell. */
const acting = new RegExp(`${unseen.source}|['"\`‘’‚‛]`, 'u');

/** Fish, too, takes a backslash before a quote or another one for theirs, between quotes as outside. */
function quotedForPosix(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replace(/\\{2,}|\\+(?=$|')|'/g, each => `'${each.replace(/./g, '\\$&')}'`)}'`;
}

/** Also typographic quotes end a text there; without any, an option is cut at its first dot. */
function quotedForPowerShell(text: string): string {
  return /^[\w=-]+$/.test(text) ? text : `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}
