import type { BoxStyles, Hatch } from './boxStyles.ts';
import { type FlameTheme, readFlameTheme } from './flameTheme.ts';
import type { NarrowRun } from './narrowRuns.ts';
import { type Hatches, type Picture, paint } from './paint.ts';
import { type Rows, topOfRow } from './rows.ts';
import { TextFit } from './textFit.ts';

/** A canvas as large as what is seen of a scrolling pane, and the theme it is painted in. */
export class FlameCanvas {
  /** Scrolls; holds a block as high as all rows, in which the canvas sticks to the top. */
  readonly pane: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #rowsBlock: HTMLElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #onChange: () => void;
  readonly #sizes: ResizeObserver;
  readonly #themes: MutationObserver;
  /** Whether the screen is as fine as it was; on another the same size has more or fewer pixels, which `#sizes` does not see. */
  #screen: MediaQueryList;
  readonly #onScreen = (): void => {
    this.#screen = this.#watchScreen();
    this.#onChange();
  };
  #theme: FlameTheme | null = null;
  #fit: TextFit | null = null;
  #hatches: Hatches | null = null;
  readonly #upward: boolean;
  #rows = 1;
  /** Rows that can be scrolled out of sight at the top, however few there are below. */
  #above = 0;
  /** Of what is zoomed into: as many as are needed. */
  #zoomed = 1;
  #ratio = 0;

  /**
   * `onChange` is called when theme or scroll position ask for a new picture, `onResize` when the size does. `upward`: the
   * root is at the bottom.
   */
  constructor(onChange: () => void, onResize: () => void = onChange, upward = false) {
    this.#upward = upward;
    this.#onChange = onChange;
    this.pane = document.createElement('div');
    this.pane.className = 'flame-pane';
    this.#rowsBlock = document.createElement('div');
    this.#canvas = document.createElement('canvas');
    this.#canvas.className = 'flame-canvas';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#rowsBlock.append(this.#canvas);
    this.pane.append(this.#rowsBlock);
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('this browser draws no canvas');
    this.#context = context;
    this.pane.addEventListener('scroll', onChange, { passive: true });
    this.#sizes = new ResizeObserver(onResize);
    this.#sizes.observe(this.pane);
    this.#themes = new MutationObserver(() => {
      this.forgetTheme();
      onChange();
    });
    this.#screen = this.#watchScreen();
    // VS Code announces a theme by the body's class and the root's custom properties.
    for (const element of [document.body, document.documentElement]) {
      this.#themes.observe(element, { attributes: true, attributeFilter: ['class', 'style'] });
    }
  }

  get width(): number {
    return this.pane.clientWidth;
  }

  get scrollTop(): number {
    return this.pane.scrollTop;
  }

  get rows(): Rows {
    const { rowHeight } = this.theme;
    const whole = Math.max(this.#rows * rowHeight, this.#above * rowHeight + this.pane.clientHeight);
    return { height: rowHeight, whole, upward: this.#upward };
  }

  /** Whether the tree has more rows than are seen at once. */
  get isDeeper(): boolean {
    return this.#rows * this.theme.rowHeight > this.pane.clientHeight && this.pane.clientHeight > 0;
  }

  get theme(): FlameTheme {
    if (this.#theme === null) {
      this.#theme = readFlameTheme(this.pane);
      this.#fit = null;
      this.#applyRows();
    }
    return this.#theme;
  }

  /** Its colours are to be read anew. */
  forgetTheme(): void {
    this.#theme = null;
  }

  /** `above` of the rows can be scrolled out of sight; `zoomed` below them are all that there is in what is zoomed into. */
  setRows(rows: number, above: number, zoomed: number): void {
    this.#rows = rows;
    this.#above = above;
    this.#zoomed = zoomed;
    this.#applyRows();
  }

  /** To where the rows begin, or those that need not be scrolled out of sight. */
  scrollToStart(): void {
    const { whole, height } = this.rows;
    this.pane.scrollTop = this.#upward ? whole : this.#above * height;
  }

  scrollToRow(row: number): void {
    const { rows } = this;
    const top = topOfRow(rows, row);
    const { clientHeight, scrollTop } = this.pane;
    if (top < scrollTop) this.pane.scrollTop = top - (this.#upward ? rows.height : 0);
    else if (top + rows.height > scrollTop + clientHeight)
      this.pane.scrollTop = top + (this.#upward ? 1 : 2) * rows.height - clientHeight;
  }

  /** Returns what was left out because it is narrower than a pixel. */
  paint(picture: Omit<Picture, 'width' | 'height' | 'scrollTop' | 'rows'>): readonly NarrowRun[] {
    const { clientWidth: width, clientHeight: height, scrollTop } = this.pane;
    if (width === 0 || height === 0) return [];
    this.#resize(width, height);
    const { theme } = this;
    if (this.#fit === null || this.#hatches === null) {
      this.#context.font = theme.font;
      this.#fit = new TextFit(this.#context);
      this.#hatches = hatchesIn(this.#context, theme.boxes);
    }
    const { rows } = this;
    return paint(this.#context, theme, this.#fit, this.#hatches, {
      ...picture,
      width,
      height,
      scrollTop,
      rows,
    });
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#themes.disconnect();
    this.#screen.removeEventListener('change', this.#onScreen);
    this.pane.removeEventListener('scroll', this.#onChange);
  }

  #watchScreen(): MediaQueryList {
    const screen = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    screen.addEventListener('change', this.#onScreen, { once: true });
    return screen;
  }

  #applyRows(): void {
    if (this.#theme === null) return;
    const { rowHeight } = this.#theme;
    const height = `max(${this.#rows * rowHeight}px, calc(${this.#above * rowHeight}px + 100%))`;
    this.#rowsBlock.style.setProperty('height', height);
    // One more than there are, so that the last is seen to be the last.
    this.pane.parentElement?.style.setProperty('--zoomed-rows', `${(this.#zoomed + 1) * rowHeight}px`);
  }

  #resize(width: number, height: number): void {
    const ratio = devicePixelRatio;
    const deviceWidth = Math.round(width * ratio);
    const deviceHeight = Math.round(height * ratio);
    if (this.#ratio === ratio && this.#canvas.width === deviceWidth && this.#canvas.height === deviceHeight) {
      return;
    }
    this.#ratio = ratio;
    this.#canvas.width = deviceWidth;
    this.#canvas.height = deviceHeight;
    this.#canvas.style.setProperty('width', `${width}px`);
    this.#canvas.style.setProperty('height', `${height}px`);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
}

/** How far stripes are apart, in CSS pixels. */
export const hatchSize = 6;

/** Slanting stripes, in place of a colour that would say more than is known. */
export function hatchesIn(context: CanvasRenderingContext2D, boxes: BoxStyles): Hatches {
  return {
    plain: hatchPattern(context, boxes.hatch(false)),
    faded: hatchPattern(context, boxes.hatch(true)),
  };
}

function hatchPattern(context: CanvasRenderingContext2D, { ground, stripe }: Hatch): CanvasPattern | null {
  const size = hatchSize;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = stripe;
  pen.lineWidth = 1.5;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
    pen.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
