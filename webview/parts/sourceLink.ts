import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { baseName } from '../../src/core/displayName.ts';
import type { Place } from '../../src/core/names/place.ts';
import { shown } from '../../src/core/shown.ts';

/** `dedupe.go:31 ↗`: goes to a line in the editor. */
export function sourceLink(place: Place, onOpen: (place: Place) => void): TemplateResult {
  const name = baseName(place.file);
  const text = place.line > 0 ? `${name}:${place.line}` : name;
  return html`<button class="link" title=${shown(place.file)} aria-label=${l10n.t`Open ${text}`} @click=${() => onOpen(place)}
    >${text}<span class="arrow" aria-hidden="true"> ↗</span></button
  >`;
}
