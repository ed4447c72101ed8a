import { html, type TemplateResult } from 'lit-html';
import { baseName } from '../../src/core/displayName.ts';
import { shown } from '../../src/core/shown.ts';
import type { SourcePlace } from '../../src/protocol.ts';

/** `dedupe.go:31 ↗`: goes to a line in the editor. */
export function sourceLink(place: SourcePlace, onOpen: (place: SourcePlace) => void): TemplateResult {
  const name = baseName(place.file);
  const text = place.line > 0 ? `${name}:${place.line}` : name;
  return html`<button class="link" title=${shown(place.file)} aria-label=${`Open ${text}`} @click=${() => onOpen(place)}
    >${text}<span class="arrow" aria-hidden="true"> ↗</span></button
  >`;
}
