import { render } from 'lit-html';
import type { ToWebview } from '../src/protocol.ts';
import { registerControls } from './controls.ts';
import { FlameElement } from './flame/flameElement.ts';
import { app } from './parts/app.ts';
import { isAlone } from './state/alone.ts';
import type { AppContext } from './state/appContext.ts';
import type { AppState } from './state/appState.ts';
import { openFrame, selectFrame } from './state/frameSelection.ts';
import { receive } from './state/receive.ts';
import { Rpc } from './state/rpc.ts';
import { fromSaved, toSaved } from './state/savedState.ts';
import { noSearch } from './state/search.ts';
import { openNode } from './state/selection.ts';
import { Store } from './state/store.ts';
import { selectInSight, zoomTo } from './state/views.ts';
import { TopTable } from './top/topTable.ts';

registerControls();
start(document.getElementById('app'));

function start(root: HTMLElement | null): void {
  if (root === null) throw new Error('the page has no #app');
  const host = acquireVsCodeApi();
  const store = new Store<AppState>(initialState(host.getState()));
  const context: AppContext = { store, rpc: new Rpc(message => host.postMessage(message)) };
  const flame = new FlameElement({
    select: node => selectInSight(context, node),
    open: (node, how) => void openNode(context, node, how),
    zoom: node => zoomTo(context, node),
  });
  const top = new TopTable({
    choose: frame => void selectFrame(context, frame),
    open: (frame, how) => openFrame(context, frame, how),
  });
  let leftOut = 0;
  const draw = (): void => {
    const { scene, overall, diff, zoomed, selected, search } = store.state;
    const alone = isAlone(diff);
    render(app(context, { flame: flame.element, leftOut, top: top.element }), root);
    if (scene !== null) flame.show({ scene, zoomed, selected, matched: search.matched, alone });
    if (store.state.top.kind === 'ready' && overall !== null) {
      const { unit, total, increase } = overall.view;
      const context = { unit, total: alone ? total.current : total.base, increase };
      top.show({ rows: store.state.top.value, context, alone, search });
    }
  };
  // Keys go to the tree wherever nothing else was chosen; an editor beside keeps its focus.
  const focusTree = (): void => {
    if (document.hasFocus() && document.activeElement === document.body) flame.focus();
  };
  addEventListener('focus', focusTree);
  flame.view.onPainted = count => {
    // For tests, and for whoever measures how long the first picture takes.
    if (document.body.dataset['painted'] === undefined) {
      performance.mark('painted');
      focusTree();
    }
    document.body.dataset['painted'] = 'true';
    if (count === leftOut) return;
    leftOut = count;
    draw();
  };
  store.subscribe(state => {
    draw();
    if (state.current !== null) host.setState(toSaved(state));
  });
  draw();
  addEventListener('message', event => receive(context, event.data as ToWebview));
  addEventListener('keydown', event => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || store.state.screen.kind !== 'open') return;
    root.querySelector<HTMLElement>('.search vscode-text-field')?.focus();
    event.preventDefault();
  });
  context.rpc.post({ type: 'ready' });
}

function initialState(saved: unknown): AppState {
  const kept = fromSaved(saved);
  const nothing = { kind: 'nothing' } as const;
  return {
    screen: { kind: 'progress', phase: 'reading', fraction: 0 },
    base: null,
    current: null,
    diff: null,
    options: kept?.options ?? null,
    width: kept?.width ?? 'change',
    tab: kept?.tab ?? 'flame',
    zoom: kept?.zoom ?? [],
    overall: null,
    scene: null,
    zoomed: 0,
    selected: 0,
    details: null,
    top: nothing,
    suspects: nothing,
    suspectsBy: 'site',
    headline: null,
    ownCode: 0,
    neighbours: nothing,
    search: noSearch,
    loading: null,
    trouble: null,
    stale: null,
    sourceStatus: null,
    about: null,
    goModules: [],
    toReveal: null,
    moreOpen: false,
  };
}
