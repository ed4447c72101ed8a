import { trendOf } from '../../src/core/flame/flameTree.ts';
import type { Palette } from '../../src/core/flame/palette.ts';
import { isWithinNoise, strengthOf } from '../../src/core/flame/strength.ts';
import { visitVisible } from '../../src/core/flame/visibleBoxes.ts';
import type { ZoomWindow } from '../../src/core/flame/zoom.ts';
import { hueOf, labelOf, type Scene, tightLabelOf } from '../state/scene.ts';
import { markOf, runLabel } from './boxMark.ts';
import type { FlameTheme } from './flameTheme.ts';
import { type NarrowRun, NarrowRuns } from './narrowRuns.ts';
import type { Pen } from './pen.ts';
import { type Rows, rowAt, topOfRow } from './rows.ts';
import type { TextFit } from './textFit.ts';

/** One picture of the flame graph. Lengths are CSS pixels. */
export interface Picture {
  readonly scene: Scene;
  readonly window: ZoomWindow;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly rows: Rows;
  readonly selected: number;
  /** −1 for none. */
  readonly hovered: number;
  /** One entry a node, 1 for a match; null when nothing is searched for. */
  readonly matched: Uint8Array | null;
  /** One profile without a base: colours tell packages apart. */
  readonly alone: boolean;
  readonly palette: Palette;
  /** The change that has the full colour, in the sample type's unit. */
  readonly scaleEnd: number;
}

/** What is drawn in place of a colour; null where the browser makes no patterns. */
export interface Hatches {
  readonly plain: CanvasPattern | string | null;
  readonly faded: CanvasPattern | string | null;
}

const padding = 5;
/** Of one profile alone, whose colours tell packages apart and nothing else. */
const aloneStrength = 0.45;
/** Below this many pixels nobody sees rounded corners, which cost four times a plain box. */
const narrowestRounded = 48;
/** Below this many pixels a border would cover the box. */
const narrowestBordered = 6;
/** Below this many pixels stripes look like a fault. */
const narrowestHatched = 7;
const narrowestLabelled = 22;
/** A box this wide has its sign even when the whole mark does not fit. */
const narrowestSigned = 64;
/** The same where the colour does not tell the direction. */
const narrowestSignedInHue = 34;
/** The whole mark is written when it leaves the name this much room, or all it needs. */
const roomForName = 90;

/** Paints boxes, labels and marks. Returns what was left out because it is narrower than a pixel. */
export function paint(
  context: Pen,
  theme: FlameTheme,
  fit: TextFit,
  hatches: Hatches,
  picture: Picture,
): readonly NarrowRun[] {
  const { scene, window, width, height, scrollTop, rows } = picture;
  const { layout } = scene;
  const perPixel = (window.end - window.start) / width;
  const pixel = (x: number): number => (x - window.start) / perPixel;
  const boxHeight = rows.height - 1;
  const topOf = (row: number): number => topOfRow(rows, row) - scrollTop;
  const edges = [rowAt(rows, scrollTop), rowAt(rows, scrollTop + height)];
  const narrow = new NarrowRuns(layout);
  /** The fill that the context has, to spare it the same one again. */
  let filled: string | CanvasPattern = '';

  const drawBox = (node: number, row: number, left: number, right: number): void => {
    const start = Math.max(pixel(left), 0);
    const end = Math.min(pixel(right), width);
    const y = topOf(row);
    // A gap of a pixel between boxes, but never at the price of the box.
    const wide = Math.max(end - start - 1, Math.min(end - start, 1));
    const style = styleOf(picture, theme, hatches, node, wide);
    if (style.fill !== filled) {
      context.fillStyle = style.fill;
      filled = style.fill;
    }
    fillBox(context, start, y, wide, boxHeight);
    const edge = theme.border ?? style.edge;
    if (edge !== null && wide >= narrowestBordered) outline(context, edge, 1, start, y, wide, boxHeight);
    if (wide >= narrowestLabelled) {
      context.fillStyle = style.ink;
      filled = '';
      drawLabel(context, fit, picture, node, start, y + boxHeight / 2 + 0.5, wide);
    }
    if (node === picture.hovered) outline(context, theme.hover, 1, start, y, wide, boxHeight);
  };

  context.fillStyle = theme.background;
  context.fillRect(0, 0, width, height);
  context.font = theme.font;
  context.textBaseline = 'middle';
  visitVisible(
    layout,
    {
      start: window.start,
      end: window.end,
      firstRow: Math.min(...edges),
      lastRow: Math.max(...edges),
      narrowest: perPixel,
    },
    {
      box: drawBox,
      narrow: (node, row, left, right) => narrow.add(node, row, left, right),
    },
  );
  const runs = narrow.all();
  const { fill, ink } = theme.boxes.style(unchanged);
  for (const run of runs) {
    const start = Math.max(pixel(run.left), 0);
    const wide = Math.min(pixel(run.right), width) - start;
    if (wide < 1) continue;
    context.fillStyle = fill;
    context.fillRect(start, topOf(run.row), wide, boxHeight);
    if (theme.border !== null && wide >= narrowestBordered) {
      outline(context, theme.border, 1, start, topOf(run.row), wide, boxHeight);
    }
    if (wide < narrowestLabelled) continue;
    context.fillStyle = ink;
    const text = fit.fit(runLabel(run, scene.view.unit, picture.alone), wide - 2 * padding);
    context.fillText(text, start + padding, topOf(run.row) + boxHeight / 2 + 0.5);
  }
  drawSelection(context, theme, picture, pixel);
  return runs;
}

const unchanged = { strength: 0, hue: -1, gone: false, faded: false };

/** What the look of a box depends on. */
export type BoxPicture = Pick<Picture, 'scene' | 'matched' | 'alone' | 'palette' | 'scaleEnd'>;

/** For boxes so small that stripes would not be told from a fault. */
export const noHatches: Hatches = { plain: null, faded: null };

/** How a box so wide is painted. */
export function styleOf(
  { scene, matched, alone, palette, scaleEnd }: BoxPicture,
  { boxes }: FlameTheme,
  hatches: Hatches,
  node: number,
  wide: number,
): { readonly fill: string | CanvasPattern; readonly ink: string; readonly edge: string | null } {
  const faded = matched !== null && matched[node] !== 1;
  const hue = alone || palette === 'package' ? hueOf(scene, node) : -1;
  if (alone) return boxes.style({ ...unchanged, strength: hue < 0 ? 0 : aloneStrength, hue, faded });
  const { tree } = scene.layout;
  if (isWithinNoise(tree, node)) {
    const { ground, ink } = boxes.hatch(faded);
    const hatch = faded ? hatches.faded : hatches.plain;
    return { fill: wide < narrowestHatched || hatch === null ? ground : hatch, ink, edge: null };
  }
  return boxes.style({
    // What is of no one package has no hue, and no colour that another palette gives the direction.
    strength: palette === 'package' && hue < 0 ? 0 : strengthOf(tree, node, scaleEnd),
    hue,
    gone: trendOf(tree.base[node] ?? 0, tree.current[node] ?? 0) === 'gone',
    faded,
  });
}

function fillBox(context: Pen, x: number, y: number, wide: number, high: number): void {
  if (wide < narrowestRounded) {
    context.fillRect(x, y, wide, high);
    return;
  }
  context.beginPath();
  context.roundRect(x, y, wide, high, 2);
  context.fill();
}

function outline(
  context: Pen,
  colour: string,
  line: number,
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.strokeRect(x + line / 2, y + line / 2, Math.max(wide - line, 1), high - line);
}

function drawLabel(
  context: Pen,
  fit: TextFit,
  { scene, alone, palette }: Picture,
  node: number,
  x: number,
  middle: number,
  wide: number,
): void {
  const label = labelOf(scene, node);
  const room = wide - 2 * padding;
  const name = fit.width(label);
  const mark = markOf(scene.layout, node, scene.view.unit, alone);
  let markWidth = 0;
  const colourTells = palette === 'direction' || palette === 'colourBlind';
  if (wide >= (colourTells ? narrowestSigned : narrowestSignedInHue)) {
    const whole = fit.width(mark.full) + 2 * padding;
    const text = room - whole >= Math.min(name, roomForName) ? mark.full : mark.sign;
    if (text !== '') {
      markWidth = fit.width(text) + 2 * padding;
      context.fillText(text, x + wide - markWidth + padding, middle);
    }
  }
  const left = markWidth === 0 ? room : wide - padding - markWidth;
  // What tells narrow boxes apart is the function, not the package.
  const text = fit.fit(name <= left ? label : tightLabelOf(scene, node), left);
  if (text !== '') context.fillText(text, x + padding, middle);
}

/** The selected box stands out even where it is too narrow to draw. */
function drawSelection(
  context: Pen,
  theme: FlameTheme,
  { scene, selected, width, scrollTop, rows }: Picture,
  pixel: (x: number) => number,
): void {
  const { layout } = scene;
  if (layout.total === 0) return;
  const left = layout.left[selected] ?? 0;
  const start = Math.max(pixel(left), 0);
  const end = Math.min(pixel(left + (layout.weight[selected] ?? 0) / layout.total), width);
  if (end < 0 || start > width) return;
  const y = topOfRow(rows, scene.view.tree.depth[selected] ?? 0) - scrollTop;
  outline(context, theme.selection, 2, start, y, Math.max(end - start - 1, 3), rows.height - 1);
}
