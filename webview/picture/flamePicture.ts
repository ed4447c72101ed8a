import * as l10n from '@vscode/l10n';
import { hatchesIn, hatchSize } from '../flame/flameCanvas.ts';
import type { FlameView } from '../flame/flameView.ts';
import { type Hatches, paint } from '../flame/paint.ts';
import type { Pen } from '../flame/pen.ts';
import { TextFit } from '../flame/textFit.ts';
import { SvgPen } from './svgPen.ts';

/** A drawing as wide as the graph is where it is not on screen. CSS pixels. */
const usualWidth = 1200;
/** Browsers make no canvas that is higher than some 16,000 pixels, of which a fine screen has two for each of ours. */
const mostRows = 300;
const margin = 5;
/** Pixels of a picture for each CSS pixel, so that it is sharp on fine screens and in print. */
const sharpness = 2;

/** What is drawn, and where. Lengths are CSS pixels. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Draws all of it: the caption, and all rows of the window that is zoomed to. */
  draw(pen: Pen, fit: TextFit, hatches: Hatches): void;
}

/** The flame graph as it is on screen, with the rows that are scrolled out of sight, as an SVG image; null where there is none. */
export function flameSvg(view: FlameView, caption: string): string | null {
  const sheet = sheetOf(view, caption);
  if (sheet === null) return null;
  const { boxes, font } = view.canvas.theme;
  const pen = new SvgPen(sheet.width, sheet.height);
  const hatches = {
    plain: pen.hatch('noise', boxes.hatch(false), hatchSize),
    faded: pen.hatch('faded-noise', boxes.hatch(true), hatchSize),
  };
  const measuring = contextOf(1, 1);
  if (measuring === null) return null;
  measuring.font = font;
  sheet.draw(pen, new TextFit(measuring), hatches);
  return pen.text();
}

/** The same as a PNG picture, in base64. */
export function flamePng(view: FlameView, caption: string): string | null {
  const sheet = sheetOf(view, caption);
  if (sheet === null) return null;
  const { boxes, font } = view.canvas.theme;
  const context = contextOf(sheet.width * sharpness, sheet.height * sharpness);
  if (context === null) return null;
  context.scale(sharpness, sharpness);
  context.font = font;
  sheet.draw(context, new TextFit(context), hatchesIn(context, boxes));
  const [, data = null] = context.canvas.toDataURL('image/png').split('base64,');
  return data;
}

function sheetOf(view: FlameView, caption: string): Sheet | null {
  const { input, window, scaleEnd, canvas } = view;
  if (input === null || input.scene.layout.total === 0) return null;
  const { theme } = canvas;
  const all = input.scene.layout.tree.deepest + 1;
  const rows = Math.min(all, mostRows);
  const head = theme.rowHeight + 2 * margin;
  const width = Math.round(canvas.width || usualWidth);
  const height = rows * theme.rowHeight;
  const text = all > rows ? `${caption} · ${l10n.t`the first ${rows} of ${all} rows`}` : caption;
  return {
    width,
    height: head + height,
    draw(pen, fit, hatches) {
      pen.fillStyle = theme.background;
      pen.fillRect(0, 0, width, head + height);
      paint(pen, theme, fit, hatches, {
        ...input,
        window,
        scaleEnd,
        hovered: -1,
        width,
        // On the last pixel begins a row that is not in the picture.
        height: head + height - 1,
        scrollTop: -head,
        rows: { height: theme.rowHeight, whole: height, upward: false },
      });
      pen.fillStyle = theme.foreground;
      pen.fillText(fit.fit(text, width - 2 * margin), margin, head / 2);
    },
  };
}

function contextOf(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d');
}
