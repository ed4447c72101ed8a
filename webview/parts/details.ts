import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { LineValue, NodeDetails } from '../../src/core/answers/details.ts';
import { filled } from '../../src/core/filled.ts';
import { trendOf } from '../../src/core/flame/flameTree.ts';
import { formatCount, formatDelta, formatPercent, formatValue, unbroken } from '../../src/core/format.ts';
import type { Evidence } from '../../src/core/measures/noise.ts';
import type { Pair } from '../../src/core/measures/ranges.ts';
import { formatSureness, toldShare } from '../../src/core/measures/retainedText.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { AboutSource } from '../../src/protocol.ts';
import { questionOf } from '../actions/selection.ts';
import { boxMark, signOf, trendWord } from '../flame/boxMark.ts';
import { isAlone } from '../state/alone.ts';
import type { AppState } from '../state/appState.ts';
import { elidedText, frameOf, hasFlat, isIn, type Scene, valueName } from '../state/scene.ts';
import { aboutOf, ownAbove, withHint, withMore } from '../state/suspectList.ts';
import { aboutSource } from './aboutSource.ts';
import { foldButton } from './foldButton.ts';
import { placeName, sourceLink } from './sourceLink.ts';

/** What the details of a frame can ask for. */
export interface DetailsActions {
  go(place: Place): void;
  showCommit(): void;
  fold(): void;
}

type DetailsState = Pick<
  AppState,
  'selected' | 'details' | 'diff' | 'about' | 'aboutSites' | 'suspects' | 'detailsOpen'
>;

/** Lines shown before the rest are counted. */
const mostLines = 6;
/** Lines beside what is known of the frame, which is not to be looked for below them. */
const mostBesideHint = 3;

/** Everything about the selected frame, or its name and its change. */
export function details(scene: Scene, state: DetailsState, actions: DetailsActions): TemplateResult {
  const { selected: node, details: asked, diff, detailsOpen: open } = state;
  const alone = isAlone(diff);
  const frame = frameOf(scene, node);
  const elided = scene.layout.tree.elided.get(node);
  const name = elided === undefined ? scene.names.shownName(frame) : elidedText(elided);
  const found = asked?.for === questionOf(scene, node) ? asked.value : null;
  const path = elided === undefined ? scene.names.shownFile(frame) : null;
  const about = open ? aboutFrame(scene, state, actions) : nothing;
  return html`<section class=${open ? 'details' : 'details folded'} aria-label=${l10n.t`Selected frame`}>
    <div class="title">
      ${foldButton(l10n.t`All of the selected frame`, open, actions.fold)}
      <h2 title=${name}>${name}</h2>
      ${open ? html`<p class="path" title=${path ?? nothing}>${path}</p>` : inShort(scene, node, found, alone, actions)}
    </div>
    ${
      open
        ? html`<div class="what">
              ${found === null ? nothing : lines(scene, found, alone, about === nothing ? mostLines : mostBesideHint, actions.go)}
              ${about}
            </div>
            ${numbers(scene, node, found, alone)}
            ${found === null ? html`<dl></dl>` : facts(found, scene.view, alone)}`
        : nothing
    }
  </section>`;
}

/** What is known of the frame's line; of a library's, of the line of the reader's own that calls it. */
function aboutFrame(
  scene: Scene,
  { selected: node, about, aboutSites, suspects }: DetailsState,
  { go, showCommit }: DetailsActions,
): TemplateResult | typeof nothing {
  const frame = frameOf(scene, node);
  const ofFrame = ({ place }: AboutSource): boolean => isIn(scene, frame, place);
  const opened = about && withMore(about, aboutSites.find(ofFrame));
  const known = opened === null ? aboutSites : [opened, ...aboutSites];
  const told = (about: AboutSource | null): TemplateResult | typeof nothing =>
    about ? aboutSource(about, about === opened ? showCommit : null) : nothing;
  const { site } = scene.view.headline;
  const sites = [...(site === null ? [] : [site]), ...(suspects.kind === 'ready' ? suspects.value : [])];
  const at = sites.find(each => isIn(scene, frame, each));
  const own = at === undefined ? null : ownAbove(scene, node, at);
  if (at !== undefined && own !== null) {
    return html`<p class="about">${filled(l10n.t('called from your {0}'), placeName(own, go))}</p>
      ${told(aboutOf(known, at))}`;
  }
  const line = known.find(ofFrame) ?? null;
  if (at?.own !== null || at.hint === null) return told(line);
  return html`${at.askers.map(each => html`<p class="about">${filled(l10n.t('connections are asked for in your {0}'), placeName(each, go))}</p>`)}
    ${told(withHint(line, at, at.hint))}`;
}

/** What the selected frame's title says while the rest is folded away: its change, and its heaviest line. */
function inShort(
  scene: Scene,
  node: number,
  found: NodeDetails | null,
  alone: boolean,
  actions: DetailsActions,
): TemplateResult {
  const { full } = boxMark(scene.layout.tree, node, scene.view.unit, alone);
  const line = found?.lines[0];
  return html`<p class="short">${full} ${line === undefined ? nothing : sourceLink(line, actions.go)}</p>`;
}

function lines(
  scene: Scene,
  { lines: all, cum }: NodeDetails,
  alone: boolean,
  most: number,
  go: (place: Place) => void,
): TemplateResult {
  const { unit } = scene.view;
  const whole = alone ? cum.current : cum.current - cum.base;
  const line = (each: LineValue): TemplateResult => {
    const delta = each.value.current - each.value.base;
    const part = alone ? each.value.current : delta;
    const share = whole !== 0 ? part / whole : 0;
    return html`<li>
      ${sourceLink(each, go)}
      ${alone ? formatValue(each.value.current, unit) : formatDelta(delta, unit)}
      ${share > 0 && share < 1 ? html`<span class="quiet">${l10n.t`${formatPercent(share)} of this frame`}</span>` : nothing}
    </li>`;
  };
  const more = all.length - most;
  return html`<ul class="lines">
    ${all.slice(0, most).map(line)}
    ${more > 0 ? html`<li class="quiet">${more === 1 ? l10n.t`1 more line` : l10n.t`${formatCount(more)} more lines`}</li>` : nothing}
  </ul>`;
}

function numbers(scene: Scene, node: number, found: NodeDetails | null, alone: boolean): TemplateResult {
  const { unit } = scene.view;
  const { base, current } = scene.layout.tree;
  const cum = found?.cum ?? { base: base[node] ?? 0, current: current[node] ?? 0 };
  const row = (name: string, value: Pair, of: string): TemplateResult => html`<tr>
    <th scope="row">${name}</th>
    ${alone ? nothing : html`<td>${formatValue(value.base, of)}</td>`}
    <td>${formatValue(value.current, of)}</td>
    ${alone ? nothing : html`<td class="delta">${deltaText(value, of)}</td>`}
  </tr>`;
  const objects = found?.objects ?? null;
  return html`<table class="numbers">
    ${
      alone
        ? nothing
        : html`<thead><tr>
            <td></td>
            <th scope="col">${l10n.t`base`}</th>
            <th scope="col">${l10n.t`current`}</th>
            <th scope="col">${l10n.t`delta`}</th>
          </tr></thead>`
    }
    <tbody>
      ${found === null || !hasFlat(scene, node) ? nothing : row('flat', found.flat, unit)}
      ${row(valueName(scene, node), cum, unit)}
      ${objects === null || unit === 'count' ? nothing : row(l10n.t`objects`, objects.cum, 'count')}
    </tbody>
  </table>`;
}

function deltaText(value: Pair, unit: string): string {
  const trend = trendOf(value.base, value.current);
  if (trend === 'unchanged') return l10n.t`unchanged`;
  return `${signOf(value.base, value.current)} ${formatDelta(value.current - value.base, unit)}${trendWord(trend)}`;
}

function facts(found: NodeDetails, { unit, increase: whole }: Scene['view'], alone: boolean): TemplateResult {
  const { share, objects, cum, retained, evidence, increase, decrease } = found;
  const average = objects !== null && objects.cum.current > 0 ? cum.current / objects.cum.current : 0;
  const mixed = increase > 0 && decrease > 0;
  const fact = (name: string, value: string): TemplateResult =>
    html`<div class="fact"><dt>${name}</dt><dd>${unbroken(value)}</dd></div>`;
  return html`<dl>
    ${alone || share === 0 ? nothing : fact(l10n.t`share of increase`, l10n.t`${formatPercent(share)} of ${formatDelta(whole, unit)}`)}
    ${alone || !mixed ? nothing : fact(l10n.t`below it`, `${formatDelta(increase, unit)} · ${formatDelta(-decrease, unit)}`)}
    ${average > 0 && unit === 'bytes' ? fact(l10n.t`average object`, formatValue(average, unit)) : nothing}
    ${
      retained === null
        ? nothing
        : fact(
            l10n.t`retained`,
            l10n.t`${formatPercent(toldShare(retained))} of ${formatValue(retained.allocated, 'bytes')} allocated` +
              formatSureness(retained),
          )
    }
    ${evidence === null ? nothing : fact(l10n.t`samples behind it`, evidenceText(evidence, unit))}
  </dl>`;
}

/** `≈ 570 (± 12.0 MiB)`; an object larger than the sampling period is always sampled, and has no error. */
function evidenceText({ samples, standardError }: Evidence, unit: string): string {
  const count = `≈ ${formatCount(samples)}`;
  return standardError > 0 ? `${count} (± ${formatValue(standardError, unit)})` : count;
}
