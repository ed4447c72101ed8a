import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { View } from '../../src/core/answers/requests.ts';
import { localName, shortName } from '../../src/core/displayName.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, type Shown, shown, shownName } from '../../src/core/shown.ts';
import { headlineFacts } from '../state/headlineFacts.ts';
import { sourceLink } from './sourceLink.ts';

/** What grew and where, readable in three seconds. */
export function headline(diff: DiffInfo, view: View, go: (place: Place) => void): TemplateResult {
  const facts = headlineFacts(diff, view);
  const { site } = facts;
  return html`<section class="headline" aria-label="Summary">
    <h1 class=${facts.direction}>
      <span class="figure">${facts.figure}</span> <span class="context">${shown(facts.context, longestSentence)}</span>
    </h1>
    <div class="where">
      ${
        site === null
          ? html`<span class="sentence">${facts.remark ?? ''}</span>`
          : html`<span class="sentence"
                >${site.lead}<strong>${site.share}</strong> ${site.before}
                <strong class="name" title=${shownName(site.site.name)}>${siteName(site.site.name)}</strong></span
              >
              ${site.site.file === '' ? nothing : sourceLink(site.site, go)}`
      }
      ${facts.chips.map(({ text, why }) => html`<span class="chip" title=${why}>${text}</span>`)}
    </div>
    ${diff.notices.map(({ text }) => html`<p class="notice">${shown(text, longestSentence)}</p>`)}
  </section>`;
}

/** Methods need no package to be known by; a plain function does. */
function siteName(name: string): Shown {
  const local = localName(name);
  return local.startsWith('(') ? local : shortName(name);
}
