import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { baseName, siteName } from '../../src/core/displayName.ts';
import { fileAndLine, type Place } from '../../src/core/names/place.ts';
import { shown, shownName } from '../../src/core/shown.ts';

/** `dedupe.go:31 ↗`: goes to a line in the editor; nothing where the profile knows of no file. */
export function sourceLink(place: Place, onOpen: (place: Place) => void): TemplateResult | typeof nothing {
  if (place.file === '') return nothing;
  const text = fileAndLine(baseName(place.file), place.line);
  return html`<button class="link" title=${shown(place.file)} aria-label=${l10n.t`Open ${text}`} @click=${() => onOpen(place)}
    >${text}<span class="arrow" aria-hidden="true"> ↗</span></button
  >`;
}

/** A place in a headline: its name, with its line as a link. */
export function placeName(place: Place, go: (place: Place) => void): TemplateResult {
  const link = place.file === '' ? nothing : html` ${sourceLink(place, go)}`;
  return html`<strong class="name" title=${shownName(place.name)}>${siteName(place.name)}</strong>${link}`;
}
