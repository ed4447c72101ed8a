import { html, type TemplateResult } from 'lit-html';

/** A button, and what it opens over the panel until something else is chosen: Esc and a click beside close it. */
export function popup(given: {
  readonly id: string;
  readonly label: string;
  readonly face: string | TemplateResult;
  readonly role: 'menu' | 'dialog';
  readonly content: TemplateResult;
  readonly onKey?: (event: KeyboardEvent) => void;
}): TemplateResult {
  const { id, label, face, role, content } = given;
  return html`<button
      class="opener"
      id=${`${id}-opener`}
      popovertarget=${id}
      aria-label=${label}
      title=${label}
      aria-haspopup=${role}
    >${face}</button
    ><div
      class="popup"
      id=${id}
      popover
      role=${role}
      aria-label=${label}
      tabindex="-1"
      @beforetoggle=${prepare}
      @keydown=${(event: KeyboardEvent) => given.onKey?.(event)}
    >${content}</div>`;
}

function prepare({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  // Only now: an element that comes into the page with this asks for the focus at once, and browsers complain.
  (currentTarget.querySelector('[role^="menuitem"]') ?? currentTarget).toggleAttribute('autofocus', true);
  place(currentTarget);
}

/** Below its button, at the side where there is more room. */
function place(popover: HTMLElement): void {
  const opener = popover.previousElementSibling?.getBoundingClientRect();
  if (opener === undefined) return;
  const { clientWidth } = document.documentElement;
  const { style } = popover;
  const isLeft = opener.left + opener.right < clientWidth;
  style.top = `${opener.bottom + 2}px`;
  style.left = isLeft ? `${opener.left}px` : 'auto';
  style.right = isLeft ? 'auto' : `${clientWidth - opener.right}px`;
  style.maxHeight = `calc(100vh - ${opener.bottom + 12}px)`;
}
