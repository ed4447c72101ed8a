import { panned, scaled, scaleOfWheel, sidewaysOfWheel, type ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { FlameActions } from './flameActions.ts';
import type { FlameView } from './flameView.ts';
import type { Tooltip } from './tooltip.ts';

/** A pointer that moved less than this many pixels clicked; one that moved further dragged. */
const dragDistance = 4;
/** A second click within this many milliseconds zooms instead of opening the source. */
const doubleClickMilliseconds = 240;

/** A place in the page, in CSS pixels. */
type PagePoint = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** Connects the pointer: hover, click, double click, drag and wheel. */
export function listenToPointer(view: FlameView, tooltip: Tooltip, actions: FlameActions): void {
  const { pane } = view.canvas;
  let drag: {
    readonly x: number;
    readonly y: number;
    readonly window: ZoomWindow;
    readonly top: number;
  } | null = null;
  let dragged = false;
  let reveal = 0;

  /** Where the pointer was last over the graph. */
  let last: PagePoint = { clientX: 0, clientY: 0 };

  const pointOf = ({ clientX, clientY }: PagePoint): readonly [x: number, y: number] => {
    const box = pane.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  };
  const nodeUnder = (point: PagePoint): number => view.nodeAt(...pointOf(point));
  const tellAt = (point: PagePoint): void => {
    last = point;
    const [x, y] = pointOf(point);
    const isOver = x >= 0 && x < pane.clientWidth && y >= 0 && y < pane.clientHeight;
    const node = isOver ? view.nodeAt(x, y) : -1;
    const run = isOver && node < 0 ? view.runAt(x, y) : undefined;
    view.hover(node);
    pane.classList.toggle('over-box', node >= 0 || run !== undefined);
    if (view.input === null || (node < 0 && run === undefined)) tooltip.hide();
    else tooltip.show(view.input, run ?? node, point.clientX, point.clientY);
  };
  // An editor that opens beside, or another view, puts another box under a pointer that rests.
  view.onSettled = () => {
    if (tooltip.isShown) tellAt(last);
  };

  pane.addEventListener('pointermove', event => {
    if (drag !== null && event.buttons === 1) {
      const byX = event.clientX - drag.x;
      const byY = event.clientY - drag.y;
      if (!dragged && Math.hypot(byX, byY) < dragDistance) return;
      if (!dragged) pane.setPointerCapture(event.pointerId);
      dragged = true;
      tooltip.hide();
      pane.classList.add('dragging');
      view.setWindow(panned(drag.window, -byX / view.canvas.width));
      pane.scrollTop = drag.top - byY;
      return;
    }
    tellAt(event);
  });
  pane.addEventListener('pointerleave', () => {
    view.hover(-1);
    tooltip.hide();
  });
  pane.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    dragged = false;
    drag = { x: event.clientX, y: event.clientY, window: view.window, top: pane.scrollTop };
  });
  const endDrag = (): void => {
    drag = null;
    pane.classList.remove('dragging');
  };
  pane.addEventListener('pointerup', endDrag);
  pane.addEventListener('pointercancel', endDrag);
  pane.addEventListener('click', event => {
    if (dragged) return;
    const node = nodeUnder(event);
    if (node < 0) {
      const run = view.runAt(...pointOf(event));
      if (run === undefined) return;
      tooltip.hide();
      view.widen(run);
      return;
    }
    actions.select(node);
    clearTimeout(reveal);
    if (event.ctrlKey || event.metaKey) actions.open(node, 'go');
    else if (event.detail < 2) {
      // An editor that opens between two clicks would move the second one onto another box.
      reveal = window.setTimeout(actions.opening(node, 'reveal'), doubleClickMilliseconds);
    } else actions.zoom(node);
  });
  // The entries of the menu act on the selected frame.
  pane.addEventListener(
    'contextmenu',
    event => {
      const node = nodeUnder(event);
      if (node >= 0) actions.select(node);
      else event.stopImmediatePropagation();
    },
    { capture: true },
  );
  pane.addEventListener(
    'wheel',
    event => {
      tooltip.hide();
      const scale = scaleOfWheel(event);
      if (scale !== null) {
        event.preventDefault();
        const at = (event.clientX - pane.getBoundingClientRect().left) / view.canvas.width;
        view.setWindow(scaled(view.window, scale, at));
        return;
      }
      const sideways = sidewaysOfWheel(event);
      if (sideways === 0) return;
      event.preventDefault();
      view.setWindow(panned(view.window, sideways / view.canvas.width));
    },
    { passive: false },
  );
}
