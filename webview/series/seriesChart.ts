import * as l10n from '@vscode/l10n';
import uPlot from 'uplot';
import {
  panned,
  scaleOfWheel,
  sidewaysOfWheel,
  wholeWindow,
  type ZoomWindow,
} from '../../src/core/flame/zoom.ts';
import { formatValue } from '../../src/core/format.ts';
import { acrossTexts, byteSteps, timeSteps, wholeSteps } from './axisText.ts';
import type { ChartLine, ChartModel } from './chartModel.ts';
import { type ChartTheme, chartTheme } from './chartTheme.ts';
import { isWhole, scaledAt, spanOf } from './chartWindow.ts';

/** CSS pixels. */
const height = 240;
const narrowest = 200;

/** What people do with the pointer; captures by their place. */
export interface ChartActions {
  /** Shows another window of it. */
  zoom(window: ZoomWindow): void;
  look(at: number): void;
  mark(at: number): void;
  compare(from: number, to: number): void;
}

/** What stands out in the chart. */
export interface ChartMarks {
  readonly at: number;
  readonly mark: number | null;
  /** The first capture with the fix. */
  readonly fix: number | null;
  /** The part that is seen of all that it has across. */
  readonly window: ZoomWindow;
}

const noMarks: ChartMarks = { at: 0, mark: null, fix: null, window: wholeWindow };

/** The picture of a series. It says nothing to whoever does not see it: the table beside it does. */
export class SeriesChart {
  readonly element = document.createElement('div');
  readonly #actions: ChartActions | null;
  #plot: uPlot | null = null;
  #model: ChartModel | null = null;
  #marks = noMarks;

  /** Without actions it is a picture to look at. */
  constructor(actions: ChartActions | null) {
    this.#actions = actions;
    this.element.className = 'chart-picture';
    new ResizeObserver(() => this.#resize()).observe(this.element);
    // The colours are the theme's, which changes while the page is there.
    new MutationObserver(() => this.#build()).observe(document.body, { attributeFilter: ['class'] });
  }

  /** Draws anew when the model is another one. */
  show(model: ChartModel, marks: ChartMarks = noMarks): void {
    const isSame = this.#model === model;
    const isMoved = this.#marks.window !== marks.window;
    this.#marks = marks;
    this.#model = model;
    if (!isSame) this.#build();
    else if (isMoved) this.#plot?.setScale('x', this.#across());
    else this.#plot?.redraw(false);
  }

  #build(): void {
    this.#plot?.destroy();
    this.#plot = null;
    const model = this.#model;
    if (model === null) return;
    const tables = model.lines.map(({ xs, values }): uPlot.AlignedData => [[...xs], [...values]]);
    const options = this.#options(model, chartTheme(this.element));
    this.#plot = new uPlot(options, uPlot.join(tables), this.element);
  }

  /** What is seen across. */
  #across(): { min: number; max: number } {
    const [min, max] = this.#model === null ? [0, 1] : spanOf(this.#model, this.#marks.window);
    return { min, max };
  }

  #resize(): void {
    const width = this.#width();
    if (this.#plot !== null && this.#plot.width !== width) this.#plot.setSize({ width, height });
  }

  #width(): number {
    return Math.max(narrowest, Math.floor(this.element.clientWidth));
  }

  #options(model: ChartModel, theme: ChartTheme): uPlot.Options {
    const { unit, lines } = model;
    const axis = {
      stroke: theme.text,
      font: theme.font,
      grid: { stroke: theme.grid, width: 1 },
      ticks: { show: false },
    };
    // Of all of it, whatever part is seen: heights stay what they were.
    const fromZero = (of: ChartLine['scale']): [number, number] => {
      const ends = lines.filter(({ scale }) => scale === of).map(({ values }) => endsOf(values));
      const high = Math.max(0, ...ends.map(([, most]) => most));
      return [Math.min(0, ...ends.map(([least]) => least)), high > 0 ? high * 1.06 : 1];
    };
    const [heap, beside] = [fromZero('heap'), fromZero('beside')];
    const across = (): [number, number] => {
      const { min, max } = this.#across();
      return [min, max];
    };
    const axes: uPlot.Axis[] = [
      {
        ...axis,
        // A line more where the day changes.
        size: (_: uPlot, texts: string[] | null) => (texts?.some(text => text.includes('\n')) ? 40 : 24),
        incrs: model.across === 'number' ? wholeSteps : timeSteps,
        values: (_, splits) => [...acrossTexts[model.across](splits)],
      },
      {
        ...axis,
        scale: 'heap',
        size: 74,
        incrs: formatValue(1, unit).endsWith('B') ? byteSteps : wholeSteps,
        values: (_, splits) => splits.map(split => formatValue(split, unit)),
      },
    ];
    if (lines.some(({ scale }) => scale === 'beside')) {
      axes.push({ ...axis, scale: 'beside', side: 1, size: 56, grid: { show: false } });
    }
    return {
      width: this.#width(),
      height,
      legend: { show: false },
      scales: { x: { time: false, range: across }, heap: { range: heap }, beside: { range: beside } },
      axes,
      series: [{}, ...lines.map(line => seriesOf(line, theme))],
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: this.#actions !== null, y: false, setScale: false, dist: 8 },
      },
      hooks: {
        draw: [plot => this.#drawMarks(plot, theme)],
        setSelect: [plot => this.#dragged(plot)],
        ready: [plot => this.#listen(plot, this.#actions)],
      },
    };
  }

  /** Lines at the captures that are looked at and marked. */
  #drawMarks(plot: uPlot, theme: ChartTheme): void {
    const model = this.#model;
    if (model === null) return;
    const { ctx, bbox } = plot;
    const stroke = (at: number | null, color: string, dash: readonly number[], label = ''): void => {
      const x = at === null ? undefined : model.at[at];
      if (x === undefined) return;
      const left = Math.round(plot.valToPos(x, 'x', true));
      ctx.save();
      ctx.strokeStyle = color;
      ctx.lineWidth = Math.max(1, devicePixelRatio);
      ctx.setLineDash([...dash]);
      ctx.beginPath();
      ctx.moveTo(left, bbox.top);
      ctx.lineTo(left, bbox.top + bbox.height);
      ctx.stroke();
      if (label !== '') {
        ctx.fillStyle = color;
        ctx.textAlign = 'right';
        ctx.font = theme.font.replace(/^\d+/, size => String(Number(size) * devicePixelRatio));
        ctx.fillText(label, left - 4 * devicePixelRatio, bbox.top + 12 * devicePixelRatio);
      }
      ctx.restore();
    };
    stroke(this.#marks.at, theme.cursor, [4, 3]);
    stroke(this.#marks.fix, theme.fix, [2, 2], l10n.t`fix`);
    stroke(this.#marks.mark, theme.mark, []);
  }

  #listen(plot: uPlot, actions: ChartActions | null): void {
    if (actions === null) return;
    plot.over.addEventListener('mousemove', event => {
      if (event.buttons === 0) actions.look(this.#nearest(plot, event.offsetX));
    });
    plot.over.addEventListener('click', event => {
      if (plot.select.width === 0) actions.mark(this.#nearest(plot, event.offsetX));
    });
    plot.over.addEventListener(
      'wheel',
      event => {
        const { window } = this.#marks;
        const model = this.#model;
        if (model === null) return;
        const scale = scaleOfWheel(event);
        const sideways = sidewaysOfWheel(event);
        // The page's own scrolling is left to it.
        if (scale === null && (sideways === 0 || isWhole(window))) return;
        event.preventDefault();
        if (scale === null) actions.zoom(panned(window, sideways / plot.over.clientWidth));
        else actions.zoom(scaledAt(model, window, scale, plot.posToVal(event.offsetX, 'x')));
      },
      { passive: false },
    );
  }

  #dragged(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width === 0) return;
    const [from, to] = [this.#nearest(plot, left), this.#nearest(plot, left + width)];
    // The click that ends a drag is none.
    setTimeout(() => plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false));
    if (from !== to) this.#actions?.compare(from, to);
  }

  /** The capture nearest to a place on the picture, CSS pixels. */
  #nearest(plot: uPlot, left: number): number {
    const x = plot.posToVal(left, 'x');
    const distances = (this.#model?.at ?? []).map(each => Math.abs(each - x));
    return distances.indexOf(Math.min(...distances));
  }
}

/** The least and the most of values. */
function endsOf(values: readonly number[] | Float64Array): readonly [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function seriesOf({ label, look, scale, stepped }: ChartLine, theme: ChartTheme): uPlot.Series {
  const { color, dash } = theme.lines[look % theme.lines.length] ?? { color: theme.text, dash: [] };
  const paths = stepped ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
  return {
    label,
    scale,
    stroke: color,
    width: look === 0 ? 2 : 1.25,
    dash: [...dash],
    ...(paths !== undefined && { paths }),
    points: { show: stepped, size: look === 0 ? 7 : 4, fill: color },
  };
}
