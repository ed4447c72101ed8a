import { visitVisible } from '../../src/core/flame/visibleBoxes.ts';
import type { ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { FlameTheme } from './flameTheme.ts';
import { type BoxPicture, noHatches, styleOf } from './paint.ts';
import { type Rows, topOfRow } from './rows.ts';

/** What a map is of. Lengths are CSS pixels. */
export interface Mapped {
  readonly picture: BoxPicture;
  readonly theme: FlameTheme;
  readonly rows: Rows;
  /** What of it is seen. */
  readonly window: ZoomWindow;
  readonly scrollTop: number;
  readonly height: number;
}

/** A row of the map has no more pixels than this: a few rows would look like boxes. */
const highestRow = 4;
const narrowestMark = 3;

/** A strip with the whole tree and a mark on what is seen of it. It is for the pointer: keys scroll as they walk. */
export class Minimap {
  readonly element: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #mark: HTMLElement;
  #drawn: (Pick<Mapped, 'picture' | 'theme'> & { readonly ratio: number; readonly whole: number }) | null =
    null;
  /** Pixels of the map for one of the tree. */
  #scale = 1;
  #seen = 0;
  #top = 0;

  /** `scroll` is given where the top of what is seen should be. */
  constructor(scroll: (top: number) => void) {
    this.element = document.createElement('div');
    this.element.className = 'flame-map';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.#canvas = document.createElement('canvas');
    this.#mark = document.createElement('div');
    this.#mark.className = 'mark';
    this.element.append(this.#canvas, this.#mark);
    const go = (event: PointerEvent): void => {
      const y = event.clientY - this.element.getBoundingClientRect().top;
      scroll(y / this.#scale - this.#seen / 2);
    };
    this.element.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener('wheel', ({ deltaY }) => scroll(this.#top + deltaY), { passive: true });
    this.element.addEventListener('pointermove', event => {
      if (this.element.hasPointerCapture(event.pointerId)) go(event);
    });
  }

  /** Null where all of the tree is seen. */
  show(mapped: Mapped | null): void {
    this.element.hidden = mapped === null;
    if (mapped === null) return;
    const { rows, window, scrollTop, height } = mapped;
    const { clientWidth: wide, clientHeight: high } = this.element;
    this.#scale = Math.min(high / rows.whole, highestRow / rows.height);
    this.#seen = height;
    this.#top = scrollTop;
    this.#draw(mapped, wide, high);
    const { style } = this.#mark;
    style.top = `${scrollTop * this.#scale}px`;
    style.height = `${height * this.#scale}px`;
    style.left = `${window.start * wide}px`;
    style.width = `${Math.max(narrowestMark, (window.end - window.start) * wide)}px`;
  }

  #draw({ picture, theme, rows }: Mapped, wide: number, high: number): void {
    const before = this.#drawn;
    const ratio = devicePixelRatio;
    const same =
      before !== null && before.theme === theme && before.ratio === ratio && before.whole === rows.whole;
    if (same && isSame(before.picture, picture) && this.#canvas.height === Math.round(high * ratio)) return;
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (context === null) return;
    this.#drawn = { picture, theme, ratio, whole: rows.whole };
    this.#canvas.width = Math.round(wide * ratio);
    this.#canvas.height = Math.round(high * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = theme.background;
    context.fillRect(0, 0, wide, high);
    const rowHeight = Math.max(1 / ratio, rows.height * this.#scale);
    const { layout } = picture.scene;
    visitVisible(
      layout,
      { start: 0, end: 1, firstRow: 0, lastRow: layout.tree.deepest, narrowest: 1 / (wide * ratio) },
      {
        box: (node, row, left, right) => {
          context.fillStyle = styleOf(picture, theme, noHatches, node, 1).fill;
          context.fillRect(left * wide, topOfRow(rows, row) * this.#scale, (right - left) * wide, rowHeight);
        },
        narrow: () => {},
      },
    );
  }
}

function isSame(one: BoxPicture, other: BoxPicture): boolean {
  return (
    one.scene === other.scene &&
    one.matched === other.matched &&
    one.alone === other.alone &&
    one.palette === other.palette &&
    one.scaleEnd === other.scaleEnd
  );
}
