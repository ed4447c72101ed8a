import { html, nothing, type TemplateResult } from 'lit-html';
import { popup } from './popup.ts';

/** What a menu offers; `why` says more in a tone below. */
export interface MenuEntry {
  readonly text: string;
  readonly why?: string;
  /** Whether it is chosen, of what can be chosen beside others: the menu stays open. */
  readonly checked?: boolean;
  readonly onChoose: () => void;
}

/** A button that opens a menu; `groups` are parted by lines. */
export function menu(given: {
  readonly id: string;
  readonly label: string;
  readonly face: string | TemplateResult;
  readonly groups: readonly (readonly MenuEntry[])[];
}): TemplateResult {
  const entry = ({ text, why, checked, onChoose }: MenuEntry): TemplateResult => {
    const choose = ({ currentTarget }: Event): void => {
      if (checked === undefined && currentTarget instanceof Element) popupOf(currentTarget)?.hidePopover();
      onChoose();
    };
    return html`<button
      role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${checked ?? nothing}
      tabindex="-1"
      @click=${choose}
      ><span>${text}</span>${why === undefined ? nothing : html` <span class="why">${why}</span>`}</button>`;
  };
  const groups = given.groups.filter(({ length }) => length > 0);
  return popup({
    ...given,
    role: 'menu',
    onKey,
    content: html`${groups.map(
      (entries, i) => html`${i === 0 ? nothing : html`<div role="separator"></div>`}${entries.map(entry)}`,
    )}`,
  });
}

function onKey(event: KeyboardEvent): void {
  const { currentTarget, key } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  if (key === 'Tab') {
    currentTarget.hidePopover();
    event.preventDefault();
    return;
  }
  const items: HTMLElement[] = [...currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1,
    Home: 0,
    End: -1,
  }[key];
  if (to === undefined) return;
  items.at(to % items.length)?.focus();
  event.preventDefault();
}

function popupOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[popover]');
}
