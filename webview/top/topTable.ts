import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Place } from '../../src/core/names/place.ts';
import { frameSection } from '../flame/frameSection.ts';
import type { TopRows } from '../state/appState.ts';
import { isLit, type SearchState } from '../state/search.ts';
import type { TopLook, TopSort } from '../state/topLook.ts';
import { cumOf, frameAt, isFrame } from './rowFrames.ts';
import { columnWidths, shownColumns } from './shownColumns.ts';
import type { CellContext, TopColumn } from './topColumns.ts';
import { pressedSort, topOrder } from './topOrder.ts';
import { visibleRows } from './visibleRows.ts';

/** What the table shows. */
export interface TopInput {
  readonly rows: TopRows;
  readonly context: CellContext;
  readonly alone: boolean;
  readonly search: SearchState;
  readonly look: TopLook;
  /** The frame that is selected elsewhere, too. */
  readonly selected: Place | null;
}

/** What a row can ask for. */
export interface TopActions {
  /** Selects it; false when the flame graph has no box for it. */
  choose(frame: Place): boolean;
  open(frame: Place, how: 'reveal' | 'go'): void;
  sort(by: TopSort): void;
}

const rowHeight = 22;

/** pprof's top as a table of any length: only the rows on screen are in the page. */
export class TopTable {
  readonly element: HTMLElement;
  readonly #actions: TopActions;
  readonly #sizes: ResizeObserver;
  #input: TopInput | null = null;
  #order: readonly number[] = [];
  /** Position in the order, −1 for none. */
  #active = -1;

  constructor(actions: TopActions) {
    this.#actions = actions;
    this.element = document.createElement('div');
    this.element.className = 'top-table';
    this.element.setAttribute('role', 'grid');
    this.element.setAttribute('aria-label', 'Top');
    this.element.tabIndex = 0;
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', event => this.#onKey(event));
    this.element.dataset['vscodeContext'] = frameSection;
    this.element.addEventListener('contextmenu', event => this.#onMenu(event), { capture: true });
    this.#sizes = new ResizeObserver(() => this.#draw());
    this.#sizes.observe(this.element);
  }

  show(input: TopInput): void {
    const before = this.#input;
    this.#input = input;
    const isSame = before?.rows === input.rows && before.alone === input.alone && before.look === input.look;
    if (!isSame) this.#arrange(before?.rows === input.rows && before.look.sort === input.look.sort);
    else if (before.search !== input.search) this.#draw();
    if (!isSame || !isFrame(before.selected, input.selected)) this.#followSelection();
  }

  dispose(): void {
    this.#sizes.disconnect();
  }

  get #columns(): readonly TopColumn[] {
    if (this.#input === null) return [];
    const { alone, look } = this.#input;
    return shownColumns(alone, look.columns, this.element.clientWidth);
  }

  #arrange(keepsPlace: boolean): void {
    if (this.#input === null) return;
    const { rows, alone, look } = this.#input;
    if (!keepsPlace) this.element.scrollTop = 0;
    this.#order = topOrder(rows, alone, look);
    this.#active = -1;
    this.#draw();
  }

  /** The selected frame's row is the active one, be it chosen here or found by a search. */
  #followSelection(): void {
    if (this.#input === null) return;
    const { rows, selected } = this.#input;
    const at = selected === null ? -1 : this.#order.findIndex(row => isFrame(frameAt(rows, row), selected));
    if (at === this.#active) return;
    this.#active = at;
    this.#scrollTo(at);
    this.#draw();
  }

  #scrollTo(position: number): void {
    if (position < 0) return;
    const top = position * rowHeight;
    const { clientHeight, scrollTop } = this.element;
    // The head sticks to the top and covers one row.
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + 2 * rowHeight > scrollTop + clientHeight) {
      this.element.scrollTop = top + 2 * rowHeight - clientHeight;
    }
  }

  #draw(): void {
    const input = this.#input;
    if (input === null) return;
    const { clientHeight, scrollTop } = this.element;
    const { first, end } = visibleRows(this.#order.length, rowHeight, scrollTop, clientHeight);
    const positions = Array.from({ length: end - first }, (_, i) => first + i);
    this.element.setAttribute('aria-rowcount', String(this.#order.length + 1));
    const columns = this.#columns;
    const { template, narrowest } = columnWidths(columns);
    this.element.style.setProperty('--columns', template);
    this.element.style.setProperty('--narrowest', narrowest);
    // What is not in the page cannot be pointed at.
    if (this.#active >= first && this.#active < end)
      this.element.setAttribute('aria-activedescendant', `top-row-${this.#active}`);
    else this.element.removeAttribute('aria-activedescendant');
    render(
      html`<div role="rowgroup">
          <div role="row" class="top-row top-head" aria-rowindex="1">
            ${columns.map(column => this.#head(column))}
          </div>
        </div>
        <div role="rowgroup" class="top-body">
          ${repeat(
            positions,
            position => position,
            position => this.#row(input, columns, position),
          )}
        </div>`,
      this.element,
    );
    const body = this.element.querySelector<HTMLElement>('.top-body');
    body?.style.setProperty('height', `${this.#order.length * rowHeight}px`);
    for (const row of body?.querySelectorAll<HTMLElement>('.top-row') ?? []) {
      row.style.setProperty('top', `${(Number(row.getAttribute('aria-rowindex')) - 2) * rowHeight}px`);
    }
  }

  #head(column: TopColumn): TemplateResult {
    const sort = this.#input?.look.sort ?? null;
    const sorted = sort?.column === column.id ? sort : null;
    const direction = sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending';
    return html`<div
      role="columnheader"
      class=${cellClass(column)}
      aria-sort=${direction}
      title=${column.why}
    ><button @click=${() => this.#actions.sort(pressedSort(sort, column))}>${column.title}${
      sorted === null ? nothing : html`<span aria-hidden="true">${sorted.descending ? ' ↓' : ' ↑'}</span>`
    }</button></div>`;
  }

  #row(input: TopInput, columns: readonly TopColumn[], position: number): TemplateResult {
    const row = this.#order[position] ?? 0;
    const lit = isLit(input.search, input.rows.names.name(row), cumOf(input.rows, row));
    const click = (event: MouseEvent): void => {
      this.#activate(position);
      this.#actions.open(frameAt(input.rows, row), event.ctrlKey || event.metaKey ? 'go' : 'reveal');
    };
    return html`<div
      role="row"
      id=${`top-row-${position}`}
      class=${lit ? 'top-row lit' : 'top-row'}
      aria-rowindex=${position + 2}
      aria-selected=${position === this.#active ? 'true' : 'false'}
      title=${`${input.rows.names.shownName(row)}\n${input.rows.names.shownFile(row)}`}
      @click=${click}
      @dblclick=${() => this.#actions.open(frameAt(input.rows, row), 'go')}
    >${columns.map(column => html`<div role="gridcell" class=${cellClass(column)}>${this.#cell(input, column, row)}</div>`)}</div>`;
  }

  /** A change leads to its line, as Enter does; a name is what a search lights. */
  #cell({ rows, context, alone }: TopInput, column: TopColumn, row: number): TemplateResult | string {
    const text = column.text(rows, row, context);
    if (column.isText) return html`<span class="found">${text}</span>`;
    if (!column.isDelta || alone || rows.names.file(row) === '' || column.sortKey(rows, row) === 0)
      return text;
    const go = (event: MouseEvent): void => {
      event.stopPropagation();
      this.#activate(this.#order.indexOf(row));
      this.#actions.open(frameAt(rows, row), 'go');
    };
    return html`<button class="link" tabindex="-1" title=${l10n.t`Go to its line`} @click=${go}>${text}</button>`;
  }

  /** Returns whether the row's frame is selected now. */
  #activate(position: number): boolean {
    const row = this.#order[position];
    if (this.#input === null || row === undefined) return false;
    this.#active = position;
    this.#scrollTo(position);
    const isChosen = this.#actions.choose(frameAt(this.#input.rows, row));
    this.#draw();
    return isChosen;
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#order.length - 1;
    const page = Math.max(1, Math.floor(this.element.clientHeight / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: last,
    };
    const target = steps[event.key];
    if (target !== undefined) this.#activate(Math.min(last, Math.max(0, target)));
    else if ((event.key === 'Enter' || event.key === ' ') && event.target === this.element)
      this.#openActive(event);
    else return;
    event.preventDefault();
  }

  /** The menu acts on the selected frame: the row's under the pointer, the active row's by key. */
  #onMenu(event: MouseEvent): void {
    const { target } = event;
    const row = target instanceof Element ? target.closest('.top-body .top-row') : null;
    const position = row === null ? -1 : Number(row.getAttribute('aria-rowindex')) - 2;
    const isHere = this.#activate(target === this.element ? this.#active : position);
    if (!isHere) event.stopImmediatePropagation();
  }

  #openActive({ key }: KeyboardEvent): void {
    const row = this.#order[this.#active];
    if (this.#input === null || row === undefined) return;
    this.#actions.open(frameAt(this.#input.rows, row), key === 'Enter' ? 'go' : 'reveal');
  }
}

function cellClass({ id, isText }: TopColumn): string {
  return `${isText ? 'text' : 'number'} of-${id}`;
}
