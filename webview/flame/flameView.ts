import { widthOf } from '../../src/core/flame/flameLayout.ts';
import { deepestBelow } from '../../src/core/flame/flameTree.ts';
import type { Palette } from '../../src/core/flame/palette.ts';
import { scaleEnd } from '../../src/core/flame/strength.ts';
import { hitTest } from '../../src/core/flame/visibleBoxes.ts';
import { between, wholeWindow, windowOf, type ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { Scene } from '../state/scene.ts';
import { FlameCanvas } from './flameCanvas.ts';
import { Minimap } from './minimap.ts';
import type { NarrowRun } from './narrowRuns.ts';
import { rowAt } from './rows.ts';

/** What the flame graph shows. */
export interface FlameInput {
  readonly scene: Scene;
  readonly zoomed: number;
  readonly selected: number;
  /** One entry a node, 1 for a match of the search; null while there is none. */
  readonly matched: Uint8Array | null;
  /** One profile without a base. */
  readonly alone: boolean;
  readonly palette: Palette;
  /** The change that has the full colour, where that is not the largest below the zoomed node. */
  readonly scaleEnd?: number;
}

const zoomMilliseconds = 140;
/** Unasked, the graph does not scroll away from its root to show a box with fewer pixels than this. */
const narrowestSought = 24;
/** What is too narrow to be drawn is opened where all of it has so many pixels. */
const narrowestOpened = 4;

/** The part of the flame graph on screen: what is drawn, which window of it, and where the pointer is. */
export class FlameView {
  readonly canvas: FlameCanvas;
  readonly map = new Minimap(top => {
    this.canvas.pane.scrollTop = top;
  });
  /** Called with the number of frames that a picture left out, when it is not followed at once by another. */
  onPainted: (leftOut: number) => void = () => {};
  /** Called with each such picture, before `onPainted`: something else may be under the pointer. */
  onSettled: () => void = () => {};
  #input: FlameInput | null = null;
  #window: ZoomWindow = wholeWindow;
  /** The change that has the full colour. */
  #scaleEnd = 0;
  #hovered = -1;
  #animation: { readonly from: ZoomWindow; readonly to: ZoomWindow; readonly since: number } | null = null;
  #frame = 0;
  /** Of the last picture. */
  #runs: readonly NarrowRun[] = [];

  /** `upward`: the root is at the bottom. */
  constructor(upward = false) {
    this.canvas = new FlameCanvas(
      () => this.schedule(),
      () => {
        this.#bringIntoSight(narrowestSought);
        this.schedule();
      },
      upward,
    );
  }

  get input(): FlameInput | null {
    return this.#input;
  }

  get window(): ZoomWindow {
    return this.#window;
  }

  /** The change that has the full colour, in the sample type's unit. */
  get scaleEnd(): number {
    return this.#scaleEnd;
  }

  get hovered(): number {
    return this.#hovered;
  }

  /**
   * Shows something else; returns false when it is what was there. A zoom within one scene is animated, unless people
   * ask for less motion.
   */
  show(input: FlameInput): boolean {
    const before = this.#input;
    if (before !== null && sameInput(before, input)) return false;
    this.#input = input;
    this.#scaleEnd = input.scaleEnd ?? scaleEnd(input.scene.layout.tree, input.zoomed);
    if (before?.palette !== input.palette) this.canvas.forgetTheme();
    const target = windowOf(input.scene.layout, input.zoomed);
    const sameScene = before?.scene.layout === input.scene.layout;
    if (!sameScene) {
      this.#hovered = -1;
      this.setWindow(target);
    } else if (before?.zoomed !== input.zoomed) this.#moveTo(target);
    // What all of it has in common above the zoomed box need not be seen first.
    const above = Math.max(0, (input.scene.view.tree.depth[input.zoomed] ?? 0) - 1);
    const { tree } = input.scene.layout;
    this.canvas.setRows(tree.deepest + 1, above, deepestBelow(tree, input.zoomed) + 1 - above);
    if (before === null) this.canvas.scrollToStart();
    if (!sameScene) this.#bringIntoSight(narrowestSought);
    else if (before?.selected !== input.selected) this.#bringIntoSight(0);
    this.schedule();
    return true;
  }

  /** Shows exactly this window, at once. */
  setWindow(window: ZoomWindow): void {
    this.#animation = null;
    this.#window = window;
    this.schedule();
  }

  /** Whether the window has been moved or scaled away from the zoomed box. */
  get isOffZoom(): boolean {
    if (this.#input === null || this.#animation !== null) return false;
    const target = windowOf(this.#input.scene.layout, this.#input.zoomed);
    return target.start !== this.#window.start || target.end !== this.#window.end;
  }

  /** Back to the zoomed box. */
  resetWindow(): void {
    if (this.#input !== null) this.#moveTo(windowOf(this.#input.scene.layout, this.#input.zoomed));
  }

  /** The node under a point of the canvas, −1 for none. */
  nodeAt(x: number, y: number): number {
    if (this.#input === null) return -1;
    const { share, row, perPixel } = this.#placeOf(x, y);
    return hitTest(this.#input.scene.layout, share, row, perPixel);
  }

  /** What is too narrow to be drawn under a point of the canvas, where it can be pointed at. */
  runAt(x: number, y: number): NarrowRun | undefined {
    const { share, row, perPixel } = this.#placeOf(x, y);
    return this.#runs.find(
      run =>
        run.row === row &&
        share >= run.left &&
        share < run.right &&
        run.right - run.left >= narrowestOpened * perPixel,
    );
  }

  /** Shows what was too narrow as wide as it goes. */
  widen({ left, right }: NarrowRun): void {
    this.#moveTo({ start: left, end: right });
  }

  #placeOf(
    x: number,
    y: number,
  ): { readonly share: number; readonly row: number; readonly perPixel: number } {
    const perPixel = (this.#window.end - this.#window.start) / this.canvas.width;
    const row = rowAt(this.canvas.rows, y + this.canvas.scrollTop);
    return { share: this.#window.start + x * perPixel, row, perPixel };
  }

  hover(node: number): void {
    if (node === this.#hovered) return;
    this.#hovered = node;
    this.schedule();
  }

  schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(now => this.#paint(now));
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.canvas.dispose();
  }

  #moveTo(window: ZoomWindow): void {
    if (wantsLessMotion()) {
      this.setWindow(window);
      return;
    }
    this.#animation = { from: this.#window, to: window, since: performance.now() };
    this.schedule();
  }

  /** Scrolls to the selected box, unless it has less than so many pixels. */
  #bringIntoSight(narrowest: number): void {
    if (this.#input === null) return;
    const { scene, selected } = this.#input;
    const share = widthOf(scene.layout, selected) / (this.#window.end - this.#window.start);
    if (share === 0 || share * this.canvas.width < narrowest) return;
    this.canvas.scrollToRow(scene.view.tree.depth[selected] ?? 0);
  }

  /** The map of a tree that is deeper than what is seen. */
  #showMap(input: FlameInput): void {
    const { pane, theme, rows } = this.canvas;
    const picture = { ...input, scaleEnd: this.#scaleEnd };
    const { scrollTop, clientHeight: height } = pane;
    this.map.show(
      this.canvas.isDeeper ? { picture, theme, rows, window: this.#window, scrollTop, height } : null,
    );
  }

  #paint(now: number): void {
    this.#frame = 0;
    if (this.#input === null) return;
    if (this.#animation !== null) {
      const { from, to, since } = this.#animation;
      const progress = Math.min(1, Math.max(0, (now - since) / zoomMilliseconds));
      this.#window = between(from, to, 1 - (1 - progress) ** 3);
      if (progress < 1) this.schedule();
      else this.#animation = null;
    }
    this.#runs = this.canvas.paint({
      ...this.#input,
      window: this.#window,
      hovered: this.#hovered,
      scaleEnd: this.#scaleEnd,
    });
    this.#showMap(this.#input);
    if (this.#animation !== null) return;
    this.onSettled();
    this.onPainted(this.#runs.reduce((sum, { frames }) => sum + frames, 0));
  }
}

/** Of the system, or by VS Code's `workbench.reduceMotion`. */
function wantsLessMotion(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}

function sameInput(one: FlameInput, other: FlameInput): boolean {
  return (
    one.scene === other.scene &&
    one.zoomed === other.zoomed &&
    one.selected === other.selected &&
    one.matched === other.matched &&
    one.alone === other.alone &&
    one.palette === other.palette
  );
}
