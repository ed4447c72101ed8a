import * as l10n from '@vscode/l10n';
import { render } from 'lit-html';
import type { PictureFormat } from '../src/protocol.ts';
import { savedElement } from '../src/savedPage.ts';
import { centreOn, openingAround, selectAround } from './actions/around.ts';
import { takeDrops } from './actions/dropping.ts';
import { openFrame, selectFrame } from './actions/frameSelection.ts';
import { receive } from './actions/receive.ts';
import { opening, openNode } from './actions/selection.ts';
import { noteStep, step } from './actions/steps.ts';
import { selectInSight, zoomTo } from './actions/views.ts';
import { registerControls } from './controls.ts';
import { AroundGraphs } from './flame/aroundGraphs.ts';
import { FlameElement } from './flame/flameElement.ts';
import { KeptFocus } from './keptFocus.ts';
import { KeptScroll } from './keptScroll.ts';
import { toggleKeys } from './menus/keyTable.ts';
import { app } from './parts/app.ts';
import { flamePng, flameSvg } from './picture/flamePicture.ts';
import { isAlone } from './state/alone.ts';
import type { AppContext } from './state/appContext.ts';
import type { AppState } from './state/appState.ts';
import { initialState } from './state/initialState.ts';
import { Rpc } from './state/rpc.ts';
import { toSaved } from './state/savedState.ts';
import { frameOf } from './state/scene.ts';
import { speakAsPage } from './state/speakAsPage.ts';
import { Store } from './state/store.ts';
import { cellContext } from './top/topColumns.ts';
import { TopTable } from './top/topTable.ts';

speakAsPage();
registerControls();
start(document.getElementById('app'));

function start(root: HTMLElement | null): void {
  if (root === null) throw new Error('the page has no #app');
  const host = acquireVsCodeApi();
  const store = new Store<AppState>(initialState(host.getState()));
  const context: AppContext = { store, rpc: new Rpc(message => host.postMessage(message)) };
  const flame = new FlameElement(
    {
      select: node => selectInSight(context, node),
      open: (node, how) => openNode(context, node, how),
      opening: (node, how) => opening(context, node, how),
      zoom: node => zoomTo(context, node),
    },
    { id: 'frame', label: l10n.t`Flame graph`, upward: false },
  );
  const around = new AroundGraphs(side => ({
    select: node => selectAround(context, side, node),
    open: (node, how) => openingAround(context, side, node, how)(),
    opening: (node, how) => openingAround(context, side, node, how),
    zoom: node => centreOn(context, side, node),
  }));
  const top = new TopTable({
    choose: frame => selectFrame(context, frame),
    open: (frame, how) => openFrame(context, frame, how),
    sort: sort => store.update({ topLook: { ...store.state.topLook, sort } }),
  });
  const picture = (format: PictureFormat, caption: string): string | null =>
    format === 'svg' ? flameSvg(flame.view, caption) : flamePng(flame.view, caption);
  const scroll = new KeptScroll(root);
  const focus = new KeptFocus(root);
  let leftOut = 0;
  const draw = (): void => {
    const { scene, overall, diff, zoomed, selected, search, palette, topLook, neighbours } = store.state;
    const alone = isAlone(diff);
    const parts = { flame: flame.element, leftOut, top: top.element, around: around.elements, picture };
    scroll.around(store.state.tab, () => render(app(context, parts), root));
    if (scene !== null)
      flame.show({ scene, zoomed, selected, matched: search.matches?.isMatch ?? null, alone, palette });
    if (neighbours.kind === 'ready') around.show(neighbours.value, search, alone, palette);
    if (store.state.top.kind === 'ready' && overall !== null) {
      const frame = scene === null ? null : scene.names.place(frameOf(scene, selected));
      const { value: rows } = store.state.top;
      top.show({
        rows,
        context: cellContext(overall.view, alone),
        alone,
        search,
        look: topLook,
        selected: frame,
      });
    }
  };
  addEventListener('focus', () => focus.take());
  flame.view.onPainted = count => {
    // For tests, and for whoever measures how long the first picture takes.
    if (document.body.dataset['painted'] === undefined) {
      performance.mark('painted');
      focus.take();
    }
    document.body.dataset['painted'] = 'true';
    if (count === leftOut) return;
    leftOut = count;
    focus.around(draw);
  };
  store.subscribe(state => {
    noteStep(context);
    focus.around(draw);
    if (state.current !== null) host.setState(toSaved(state));
  });
  draw();
  // A page that was saved has nobody who could read a file.
  if (document.getElementById(savedElement) === null) takeDrops(context);
  addEventListener('message', event => receive(context, event.data));
  addEventListener(
    'keydown',
    event => {
      const by = event.key === 'ArrowLeft' ? 'back' : event.key === 'ArrowRight' ? 'forward' : null;
      if (by === null || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // Where text is written the keys are the text's.
      if (event.composedPath()[0] instanceof HTMLInputElement || !step(context, by)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    // Before VS Code, which goes back to another editor, where there is a step.
    { capture: true },
  );
  addEventListener('keydown', event => {
    const command = event.ctrlKey || event.metaKey;
    const isText = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === '?' && !isText) toggleKeys();
    const asks = command ? event.key === 'f' : event.key === '/' && !event.altKey && !isText;
    if (!asks || store.state.screen.kind !== 'open') return;
    root.querySelector<HTMLElement>('.search vscode-text-field')?.focus();
    event.preventDefault();
  });
  context.rpc.post({ type: 'ready' });
}
