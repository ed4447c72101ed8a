import * as v from 'valibot';
import type { DiffInfo } from './core/answers/diffInfo.ts';
import {
  type DiffMethod,
  exportFormats,
  type ParamsOf,
  type ResultOf,
  type View,
} from './core/answers/requests.ts';
import { sitesBy } from './core/answers/sitesBy.ts';
import { closings } from './core/evidence/gap.ts';
import { type WidthMode, widthModes } from './core/flame/widthMode.ts';
import { granularities } from './core/names/granularity.ts';
import { filterFields, longestExpression } from './core/stacks/filterFields.ts';
import { name, placeShape, uri } from './messageFields.ts';

export type { WidthMode };

export const expression = v.pipe(v.string(), v.maxLength(longestExpression));
/** Files that a page tells of when they are dropped on it: two are compared, more are refused. */
export const mostDropped = 8;
/** What the clipboard may be given: a large table as text. */
const copied = v.pipe(v.string(), v.maxLength(16 << 20));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const tabs = ['flame', 'top', 'suspects', 'neighbours'] as const;
export type Tab = (typeof tabs)[number];

export const viewOptions = v.object({
  sampleType: name,
  granularity: v.picklist(granularities),
  normalize: v.boolean(),
  filter: v.object(v.entriesFromList(filterFields, expression)),
  inverted: v.exactOptional(v.boolean()),
  collapsed: v.exactOptional(v.boolean()),
});

/** A tree may be deeper; the way to the zoomed node is followed as far as it leads. */
const mostKeys = 2_000;

/**
 * How two profiles are looked at, as a link carries it: in a sample type of theirs, `''` for the one that they are opened
 * with; `zoom` as in a saved state.
 */
export const linkedLook = v.object({
  options: viewOptions,
  width: v.picklist(widthModes),
  tab: v.picklist(tabs),
  zoom: v.pipe(v.array(name), v.maxLength(mostKeys), v.readonly()),
});
export type LinkedLook = Readonly<v.InferOutput<typeof linkedLook>>;

/** What is known of a line that was opened, besides its numbers. */
const aboutSource = v.object({
  place: placeShape,
  /** Who changed it last, when (`2024-03-01`), and the first line of why. */
  author: v.nullable(v.object({ name: v.string(), date: v.string(), subject: v.string() })),
  /** Why it may leak: a guess, as a sentence in which code stands in back-quotes. */
  hint: v.nullable(v.string()),
});
export type AboutSource = Readonly<v.InferOutput<typeof aboutSource>>;

/** What a problem offers to do about it; `cancel` is offered while files are read. */
export const remedies = ['reload', 'chooseAgain', 'openAsText', 'openAsBinary', 'showLog', 'cancel'] as const;
export type Remedy = (typeof remedies)[number];

/** A request's failure, as a sentence for people. */
export const problem = v.object({
  message: v.string(),
  remedies: v.pipe(v.array(v.picklist(remedies)), v.readonly()),
});
export type Problem = Readonly<v.InferOutput<typeof problem>>;

/** What the menu of a frame offers. */
const frameActions = [
  'openSource',
  'showCallers',
  'focusOn',
  'hide',
  'hidePackage',
  'growthBelow',
  'copyName',
  'copyStack',
  'copyPprof',
] as const;
export type FrameAction = (typeof frameActions)[number];

export const knownMarks = ['known', 'fixed', 'unknown'] as const;
export type KnownMark = (typeof knownMarks)[number];

/** What can be saved: files that the engine writes, and the page itself with what it shows. */
const saveFormats = [...exportFormats, 'html'] as const;
export type SaveFormat = (typeof saveFormats)[number];

const pictureFormats = ['svg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** Of some hundred rows on a large screen. Characters. */
const longestPicture = 64 << 20;
const picture = v.pipe(v.string(), v.minLength(1), v.maxLength(longestPicture));

const phases = ['reading', 'decoding', 'merging'] as const;
export type Phase = (typeof phases)[number];

const nodeRef = v.object({ view: count, node: count });

/** What each request has to carry. A method without its line does not compile. */
const params = {
  view: v.object({ options: viewOptions, root: v.nullable(nodeRef) }),
  details: v.object({ node: nodeRef }),
  table: v.object({ options: viewOptions }),
  neighbours: v.object({ options: viewOptions, name, file: name }),
  spellings: v.object({ name, file: name }),
  headline: v.object({ options: viewOptions }),
  suspects: v.object({ options: viewOptions, by: v.picklist(sitesBy), limit: count }),
  swap: v.object({}),
} satisfies { readonly [M in DiffMethod]: v.GenericSchema<unknown, ParamsOf<M>> };

function request<M extends DiffMethod>(method: M) {
  return v.object({
    type: v.literal('request'),
    id: count,
    method: v.literal(method),
    params: params[method],
  });
}

/** webview → host. The webview speaks first, with `ready`. What the protocol does not know is left behind. */
export const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.variant('method', [
    request('view'),
    request('details'),
    request('table'),
    request('neighbours'),
    request('spellings'),
    request('headline'),
    request('suspects'),
    request('swap'),
  ]),
  /** `reveal`: show beside, keep the focus here. `go`: move there. */
  v.object({ type: v.literal('openSource'), place: placeShape, how: v.picklist(['reveal', 'go']) }),
  /** Ask the user where the place's file is, then go there. */
  v.object({ type: v.literal('locateSource'), place: placeShape }),
  /** Show the commit of the author that `aboutSource` named last. */
  v.object({ type: v.literal('showCommit') }),
  /** Compare the profiles of leaked goroutines that were captured beside the heaps. */
  v.object({ type: v.literal('compareLeaks') }),
  /** Do what closes a gap in the evidence. */
  v.object({ type: v.literal('closeGap'), closing: v.picklist(closings) }),
  v.object({ type: v.literal('remedy'), remedy: v.picklist(remedies) }),
  /** Ask the user where to, and write the diff there. */
  v.object({ type: v.literal('save'), format: v.picklist(saveFormats), options: viewOptions }),
  /** Ask the user where to, and write this picture there: an SVG image, or a PNG one in base64. */
  v.object({ type: v.literal('savePicture'), format: v.picklist(pictureFormats), data: picture }),
  v.object({ type: v.literal('copy'), text: copied }),
  /** Copy what was viewed last for an assistant. */
  v.object({ type: v.literal('copyForAi') }),
  /** Copy a link to what is shown. */
  v.object({ type: v.literal('copyLink'), look: linkedLook }),
  /** Compare files that were dropped: their URIs as the page was told them, to be checked like anybody's. */
  v.object({
    type: v.literal('drop'),
    files: v.pipe(v.array(uri), v.minLength(1), v.maxLength(mostDropped), v.readonly()),
  }),
  /** Set a site aside as a known leak, mark it as fixed, or neither any more. */
  v.object({
    type: v.literal('markKnown'),
    site: v.object({ name, file: name }),
    mark: v.picklist(knownMarks),
  }),
  /** Something that the host said is not of the protocol: why. */
  v.object({ type: v.literal('refused'), why: name }),
]);
export type ToHost = v.InferOutput<typeof toHost>;

/** What core answers, in columns of any length: passed on as it is, neither copied nor walked. */
export const answer = <T extends object>() =>
  v.custom<T>(value => typeof value === 'object' && value !== null, 'no answer');

const reply = v.variant('ok', [
  v.object({
    type: v.literal('reply'),
    id: count,
    ok: v.literal(true),
    result: answer<ResultOf<DiffMethod>>(),
  }),
  v.object({ type: v.literal('reply'), id: count, ok: v.literal(false), problem }),
]);
export type Reply = Readonly<v.InferOutput<typeof reply>>;

const leakedGoroutines = v.object({ text: v.string(), canCompare: v.boolean() });
export type LeakedGoroutines = Readonly<v.InferOutput<typeof leakedGoroutines>>;

/** host → webview. */
export const toWebview = v.variant('type', [
  /** Which files are about to be read: URIs to keep in the state, so that a page that loads again finds them there. */
  v.object({ type: v.literal('files'), base: v.nullable(uri), current: uri, isOrdered: v.boolean() }),
  v.object({ type: v.literal('progress'), phase: v.picklist(phases), fraction: v.number() }),
  /**
   * Sent after each `ready` once the files are decoded, and again after a reload and after a swap (whose reply
   * carries the same `DiffInfo`): ask for the view anew. `base` and `current` are in their order now. A page that is about
   * to load may be told sooner, before it has spoken, and then again: `revision` is another for each opening and swap.
   * `view` is the first look at the files, where a page is likely to ask for it.
   */
  v.object({
    type: v.literal('opened'),
    diff: answer<DiffInfo>(),
    base: v.nullable(uri),
    current: uri,
    revision: count,
    /** What was captured of leaked goroutines beside the heaps: a sentence, and whether their profiles can be compared. */
    leaked: v.exactOptional(leakedGoroutines),
    view: v.exactOptional(answer<View>()),
  }),
  v.object({ type: v.literal('failed'), problem }),
  /** A file changed or went away after it was read; the diff on screen is still the old one. */
  v.object({ type: v.literal('stale'), problem }),
  /**
   * Where a frame's source was found, or why not; null takes an earlier message away. `locate` is a place whose file
   * the user may point out (`locateSource`), if there is anything to point out.
   */
  v.object({
    type: v.literal('sourceStatus'),
    message: v.nullable(v.string()),
    locate: v.exactOptional(placeShape),
  }),
  /** Follows the opening of a place, as soon as it is known. */
  v.object({ type: v.literal('aboutSource'), about: aboutSource }),
  /** Follows an answer that names sites, headline or suspects: what is known of the line of one of them, as soon as it is. */
  v.object({ type: v.literal('aboutSite'), about: aboutSource }),
  /** Paths of the workspace's Go modules, for the filter that leaves only them. */
  v.object({ type: v.literal('goModules'), paths: v.pipe(v.array(v.string()), v.readonly()) }),
  /** The host has found out which code is the reader's own, or which leaks are known: ask for headline and suspects anew. */
  v.object({ type: v.literal('ownCode') }),
  /** Do this with the selected frame. */
  v.object({ type: v.literal('frameAction'), action: v.picklist(frameActions) }),
  /** Tell with `copyLink` how the profiles are looked at now. */
  v.object({ type: v.literal('copyLink') }),
  /** Look at the profiles in this way, those that are about to be opened too. */
  v.object({ type: v.literal('look'), look: linkedLook }),
  /** Select the node where this function changed most. */
  v.object({ type: v.literal('reveal'), place: placeShape }),
  reply,
]);
export type ToWebview = Readonly<v.InferOutput<typeof toWebview>>;
