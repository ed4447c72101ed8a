import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Shown } from '../../core/shown.ts';
import { type FilterField, filterFields } from '../../core/stacks/filterFields.ts';
import { extensionId } from '../../manifest.ts';
import { longestUri } from '../../messageFields.ts';
import { type LinkedLook, linkedLook } from '../../protocol.ts';
import { say } from '../say/say.ts';

/** Two files and how they are looked at, as a link carries them. */
export interface PairLink {
  /** Paths on this machine (`/tmp/heap.pb.gz`), or URIs. */
  readonly base: string;
  readonly current: string;
  readonly look: LinkedLook;
}

/** A link that leads nowhere, or cannot be made; the message is a sentence for people. */
export class LinkError extends Error {
  readonly sentence: Shown;

  constructor(sentence: Shown) {
    super(sentence);
    this.name = 'LinkError';
    this.sentence = sentence;
  }
}

const path = '/compare';
/** What programs pass on whole: a command line of Windows takes 8,191 characters. */
const longestLink = 8_000;
/** A link of anybody's. */
const longestQuery = 1 << 16;

const address = v.pipe(v.string(), v.minLength(1), v.maxLength(longestUri));
const { options, width, tab, zoom } = linkedLook.entries;
const { sampleType, granularity, filter } = options.entries;

/** Whether something is so. */
const given = v.optional(v.picklist(['0', '1']), '0');

/** Each parameter's text; what is left out is as in a panel that opens. */
const parameters = v.object({
  base: address,
  current: address,
  type: v.optional(sampleType, ''),
  granularity: v.optional(granularity, 'functions'),
  normalize: given,
  inverted: given,
  collapsed: given,
  ...v.entriesFromList(filterFields, v.optional(filter.entries.focus, '')),
  width: v.optional(width, 'change'),
  tab: v.optional(tab, 'flame'),
  zoom,
});

/**
 * The link that VS Code passes to the extension, `scheme` being that of the product. The zoom is kept as far as there is
 * room. Throws `LinkError`.
 */
export function linkText(scheme: string, { base, current, look }: PairLink): string {
  const { sampleType: type, granularity: by, filter: filtered } = look.options;
  const written = new URLSearchParams({ base, current, type });
  if (by !== 'functions') written.set('granularity', by);
  for (const each of ['normalize', 'inverted', 'collapsed'] as const) {
    if (look.options[each] === true) written.set(each, '1');
  }
  for (const field of filterFields) if (filtered[field] !== '') written.set(field, filtered[field]);
  if (look.width !== 'change') written.set('width', look.width);
  if (look.tab !== 'flame') written.set('tab', look.tab);
  let link = `${scheme}://${extensionId}${path}?${escaped(written)}`;
  if (link.length > longestLink) {
    throw new LinkError(
      say(l10n.t('The link would be too long to be passed on: the filters are. Shorten them.')),
    );
  }
  for (const key of look.zoom) {
    const more = `&${escaped(new URLSearchParams({ zoom: key }))}`;
    if (link.length + more.length > longestLink) break;
    link += more;
  }
  return link;
}

/** VS Code takes the first escapes away before anybody can tell what is a separator: they are escaped once more. */
function escaped(written: URLSearchParams): string {
  return written.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%', '%25');
}

/** What a link says, as VS Code hands it over: anybody may have written it. Throws `LinkError`. */
export function readLink(given: { readonly path: string; readonly query: string }): PairLink {
  if (given.path !== path) {
    throw new LinkError(say(l10n.t('Heap Diff knows links to /compare only, not to {0}.'), given.path));
  }
  if (given.query.length > longestQuery)
    throw new LinkError(say(l10n.t('The link is too long to be one of Heap Diff.')));
  const read = v.safeParse(parameters, texts(new URLSearchParams(given.query)), { abortEarly: true });
  if (!read.success) {
    const wrong = v.getDotPath(read.issues[0])?.replace(/\..*/, '') ?? '';
    throw new LinkError(
      say(l10n.t('The link says nothing that Heap Diff knows by its “{0}”. Copy it anew.'), wrong),
    );
  }
  const { base, current, type, granularity: by, normalize, inverted, collapsed, ...rest } = read.output;
  const filtered = Object.fromEntries(filterFields.map(field => [field, rest[field]])) as Record<
    FilterField,
    string
  >;
  return {
    base,
    current,
    look: {
      options: {
        sampleType: type,
        granularity: by,
        normalize: normalize === '1',
        filter: filtered,
        ...(inverted === '1' && { inverted: true }),
        ...(collapsed === '1' && { collapsed: true }),
      },
      width: rest.width,
      tab: rest.tab,
      zoom: rest.zoom,
    },
  };
}

/** The texts of parameters; the zoom is a list. One that stands there twice is no text. */
function texts(query: URLSearchParams): Readonly<Record<string, string | readonly string[]>> {
  const names = Object.keys(parameters.entries).filter(each => query.has(each));
  const said = names.map(each => {
    const all = query.getAll(each);
    return [each, all.length === 1 && each !== 'zoom' ? (all[0] ?? '') : all] as const;
  });
  return { zoom: [], ...Object.fromEntries(said) };
}
