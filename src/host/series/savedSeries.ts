import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type * as vscode from 'vscode';
import { type Shown, shown } from '../../core/shown.ts';
import { type SeriesState, seriesState } from '../../seriesProtocol.ts';
import { displayNames } from '../files/displayNames.ts';
import { parsedUri } from '../files/parsedUri.ts';
import { say } from '../say/say.ts';

/** A state that a page kept; null when it is not one of ours. */
export function restoredSeries(state: unknown): SeriesState | null {
  const saved = v.safeParse(seriesState, state);
  return saved.success && saved.output.sources.length > 0 ? saved.output : null;
}

/** The addresses of a state; those that are none are left out. */
export function urisOf(addresses: readonly string[]): readonly vscode.Uri[] {
  return addresses.flatMap(address => parsedUri(address) ?? []);
}

/** What a panel's tab says. */
export function seriesTitle({ sources, after }: SeriesState): Shown {
  const before = someOf(urisOf(sources));
  return after.length === 0
    ? say(l10n.t('Heap over time: {0}'), before)
    : say(l10n.t('Before and after: {0} → {1}'), before, someOf(urisOf(after)));
}

function someOf(uris: readonly vscode.Uri[]): Shown {
  const [first, ...others] = uris;
  if (first === undefined) return say(l10n.t('no profiles'));
  const [name = first.path] = displayNames([first.path]);
  return others.length === 0 ? shown(name) : say(l10n.t('{0} and {1} more'), name, others.length);
}
