import { detailsOf, elidedDetails } from '../core/answers/details.ts';
import { type DiffInfo, diffInfo, type NamedProfile } from '../core/answers/diffInfo.ts';
import { growthOf } from '../core/answers/growth.ts';
import { type Headline, headlineOf } from '../core/answers/headline.ts';
import type { Look } from '../core/answers/look.ts';
import { Looks, type ViewOptions } from '../core/answers/looks.ts';
import { neighboursOf } from '../core/answers/neighbours.ts';
import type { Notice } from '../core/answers/notices.ts';
import type { EngineRequests, ParamsOf, ResultOf, View } from '../core/answers/requests.ts';
import { suspects } from '../core/answers/sites.ts';
import { mostSuspects } from '../core/answers/sitesBy.ts';
import { sourcesOf } from '../core/answers/sources.ts';
import { tableOf } from '../core/answers/tableColumns.ts';
import { type Heed, heedNothing } from '../core/heed.ts';
import type { Node } from '../core/ids.ts';
import { fingerprintsOf } from '../core/known/fingerprint.ts';
import type { KnownLeak } from '../core/known/knownLeaks.ts';
import { recognisedChip, recognisedSites } from '../core/known/recognised.ts';
import { captureTime } from '../core/pair/captureTime.ts';
import { Recent } from '../core/recent.ts';
import type { Report } from '../core/report/reportJson.ts';
import { HeldScripts } from '../core/scripts/heldScripts.ts';
import { noFilter } from '../core/stacks/filterFields.ts';
import { rootNode } from '../core/tree/callTree.ts';
import { filterKey } from '../core/tree/mergedTree.ts';
import { exportDiff } from './exportDiff.ts';
import { SentViews } from './sentViews.ts';

/** `byTime`: the earlier capture becomes the base. `asGiven`: the first file is the base. */
export type Order = 'byTime' | 'asGiven';

/** What the session answers: what is to be compressed is answered later. */
type Answers = Omit<EngineRequests, 'export'> & {
  export(params: ParamsOf<'export'>): Promise<ResultOf<'export'>>;
};

/** Holds one or two decoded profiles and answers everything that can be asked of their diff. */
export class DiffSession implements Answers {
  #views = new SentViews();
  /** What is said of a sample type and filter is the same for each of their trees. */
  #headlines = new Recent<Headline>(4);
  #files: readonly NamedProfile[];
  #reordered: boolean;
  #looks: Looks;
  #info: DiffInfo;
  /** Files of the reader's own, as the host has found them. */
  #own: readonly string[] = [];
  /** Leaks that the team knows of. */
  #known: readonly KnownLeak[] = [];
  readonly #scripts = new HeldScripts();

  /** `files` are one, or base and current as given. Throws `ProfileError` when they cannot be compared. */
  constructor(files: readonly NamedProfile[], order: Order) {
    const [first, second] = files.map(({ profile }) => captureTime(profile.timeNanos));
    this.#reordered = order === 'byTime' && !!first && !!second && second < first;
    this.#files = this.#reordered ? files.toReversed() : files;
    this.#looks = new Looks(this.#files.map(({ profile }) => profile));
    this.#info = diffInfo(this.#files, this.#looks, this.#reordered);
  }

  /** What is known whatever the options. */
  info(): DiffInfo {
    return this.#info;
  }

  /** Throws `Cancelled` where `heed` does. */
  view({ options, root }: ParamsOf<'view'>, heed: Heed = heedNothing): ResultOf<'view'> {
    const { inverted = false, collapsed = false } = options;
    const look =
      inverted || collapsed
        ? this.#looks.turned(options, { inverted, collapsed, around: null }, heed)
        : this.#looks.at(options, heed);
    heed();
    // Suspects, which are asked for next, are of functions: their tree is kept also where the headline is known.
    this.#byFunction(options, heed);
    const headline = this.headline({ options }, heed);
    const from = root === null ? rootNode : this.#views.rootOf(root, look);
    return this.#views.send(look, { options, headline }, from, heed);
  }

  details({ node }: ParamsOf<'details'>): ResultOf<'details'> {
    const { look, drawn } = this.#views.sent(node);
    const inTree = drawn.nodes[node.node] as Node;
    return inTree < 0 ? elidedDetails(look, drawn, node.node) : detailsOf(look, inTree);
  }

  table({ options }: ParamsOf<'table'>): ResultOf<'table'> {
    return tableOf(this.#looks.at(options));
  }

  /** Throws `Cancelled` where `heed` does. */
  neighbours(
    { options, name, file }: ParamsOf<'neighbours'>,
    heed: Heed = heedNothing,
  ): ResultOf<'neighbours'> {
    const beside = neighboursOf(this.#looks.at(options, heed), name, file);
    const named = { options, headline: this.headline({ options }, heed) };
    const tree = (inverted: boolean): View => {
      const turn = { inverted, collapsed: options.collapsed ?? false, around: { name, file } };
      return this.#views.send(this.#looks.turned(options, turn, heed), named, rootNode, heed);
    };
    return { ...beside, trees: { callers: tree(true), callees: tree(false) } };
  }

  spellings(place: ParamsOf<'spellings'>): ResultOf<'spellings'> {
    return this.#looks.spellings(place);
  }

  /** Throws `Cancelled` where `heed` does. */
  headline({ options }: ParamsOf<'headline'>, heed: Heed = heedNothing): ResultOf<'headline'> {
    const { sampleType, normalize, filter } = options;
    const key = JSON.stringify([sampleType, normalize, filterKey(filter)]);
    return this.#headlines.get(key, () => this.#headlineOf(options, heed));
  }

  #headlineOf(options: ViewOptions, heed: Heed): Headline {
    const look = this.#byFunction(options, heed);
    const said = headlineOf(this.#info, look);
    if (said.site === null || said.direction !== 'grew' || this.#known.length === 0) return said;
    const [site] = recognisedSites(this.#whole(options), [said.site], this.#known);
    if (site === undefined || site.recognised === null) return said;
    return { ...said, chips: [recognisedChip(site.recognised), ...said.chips] };
  }

  suspects({ options, by, limit }: ParamsOf<'suspects'>): ResultOf<'suspects'> {
    const found = suspects(this.#byFunction(options), by, limit);
    return recognisedSites(this.#whole(options), found, by === 'site' ? this.#known : []);
  }

  own({ files }: ParamsOf<'own'>): ResultOf<'own'> {
    this.#own = files;
    this.#looks.setOwn(files);
    this.#headlines = new Recent(4);
    return null;
  }

  known({ leaks }: ParamsOf<'known'>): ResultOf<'known'> {
    this.#known = leaks;
    this.#headlines = new Recent(4);
    return null;
  }

  fingerprint({ options, name, file }: ParamsOf<'fingerprint'>): ResultOf<'fingerprint'> {
    const [found] = fingerprintsOf(this.#whole(options), [{ name, file }]);
    return found ?? { site: name, own: [] };
  }

  sources({ options, limit }: ParamsOf<'sources'>): ResultOf<'sources'> {
    return sourcesOf(this.#byFunction(options), limit);
  }

  names(place: ParamsOf<'names'>): ResultOf<'names'> {
    return this.#looks.names(place);
  }

  growth({ options, own, libraries }: ParamsOf<'growth'>): ResultOf<'growth'> {
    const look = this.#looks.at({ ...options, granularity: 'lines' });
    return growthOf(look, own, libraries);
  }

  async export({ options, format, notices = [] }: ParamsOf<'export'>): Promise<ResultOf<'export'>> {
    return await exportDiff(this.#looks.at(options), options, format, () => this.#said(options, notices));
  }

  scripts(): ResultOf<'scripts'> {
    return this.#scripts.unasked(this.#files.map(({ profile }) => profile));
  }

  sourceMaps({ scripts }: ParamsOf<'sourceMaps'>): ResultOf<'sourceMaps'> {
    return this.#scripts.told(scripts);
  }

  originals({ files }: ParamsOf<'originals'>): ResultOf<'originals'> {
    this.#scripts.found(files);
    const led = this.#scripts.lead(this.#files.map(({ profile }) => profile));
    this.#files = this.#files.map((file, i) => ({ ...file, profile: led[i] ?? file.profile }));
    return this.#anew();
  }

  swap(): ResultOf<'swap'> {
    this.#files = this.#files.toReversed();
    this.#reordered = false;
    return this.#anew();
  }

  /** Forgets what was made of the files as they were. */
  #anew(): DiffInfo {
    this.#looks = new Looks(this.#files.map(({ profile }) => profile));
    this.#looks.setOwn(this.#own);
    this.#views = this.#views.emptied();
    this.#headlines = new Recent(4);
    this.#info = diffInfo(this.#files, this.#looks, this.#reordered, this.#scripts.unused);
    return this.#info;
  }

  /** Allocation sites are functions, whatever is looked at. */
  #byFunction(options: ViewOptions, heed: Heed = heedNothing): Look {
    return this.#looks.at({ ...options, granularity: 'functions' }, heed);
  }

  #said(options: ViewOptions, notices: readonly Notice[]): Omit<Report, 'sampleType' | 'table'> {
    const [one, other = one] = this.#files.map(({ name, profile }) => ({
      file: name,
      timeNanos: profile.timeNanos,
    }));
    const none = { file: '', timeNanos: 0n };
    return {
      base: one ?? none,
      current: other ?? none,
      options,
      headline: this.headline({ options }),
      suspects: this.suspects({ options, by: 'site', limit: mostSuspects }),
      notices: [...this.#info.notices, ...notices],
    };
  }

  /** What sites are recognised by does not change with what is looked at. */
  #whole(options: ViewOptions): Look {
    return this.#byFunction({ ...options, normalize: false, filter: noFilter });
  }
}
