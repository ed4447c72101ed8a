import type * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import type { SeriesSite } from '../../core/series/series.ts';
import type { SeriesToWebview } from '../../seriesProtocol.ts';
import { type NamedPlace, namedPlace, notNamed } from '../source/namedPlace.ts';
import type { Opening, SourceOpener } from '../source/sourceOpener.ts';

/** A series' way into source: opens sites beside its panel, and tells its page what became of that. */
export class SeriesSource {
  readonly #opener: SourceOpener;
  readonly #sites: () => readonly SeriesSite[];
  readonly #column: () => vscode.ViewColumn;
  readonly #post: (message: SeriesToWebview) => void;

  constructor(
    opener: SourceOpener,
    sites: () => readonly SeriesSite[],
    column: () => vscode.ViewColumn,
    post: (message: SeriesToWebview) => void,
  ) {
    this.#opener = opener;
    this.#sites = sites;
    this.#column = column;
    this.#post = post;
  }

  async open(place: Place, how: 'reveal' | 'go'): Promise<void> {
    this.#tell(place, await this.#ifNamed(place, named => this.#opener.open(named, how, this.#column())));
  }

  async locate(place: Place): Promise<void> {
    this.#tell(place, await this.#ifNamed(place, named => this.#opener.locate(named, this.#column())));
  }

  /** A page is not trusted to open anything but what its series speaks of. */
  async #ifNamed(
    place: Place,
    open: (named: NamedPlace) => Promise<Opening | undefined>,
  ): Promise<Opening | undefined> {
    const places = this.#sites().flatMap(site => [site, site.calledFrom]);
    const request = async (): Promise<boolean> =>
      places.some(each => each?.name === place.name && each.file === place.file);
    const named = await namedPlace(place, [{ request }]);
    return named === null ? notNamed(place) : open(named);
  }

  #tell(place: Place, opening: Opening | undefined): void {
    if (opening === undefined) return;
    const { message, locatable } = opening;
    this.#post({ type: 'sourceStatus', message, ...(locatable && { locate: place }) });
  }
}
