import { render } from 'lit-html';
import { registerControls } from './controls.ts';
import { type ChartModel, chartModel } from './series/chartModel.ts';
import { receiveSeries, type SeriesContext } from './series/receiveSeries.ts';
import { compareCaptures, lookAt, markAt } from './series/seriesActions.ts';
import { seriesApp } from './series/seriesApp.ts';
import { SeriesChart } from './series/seriesChart.ts';
import { nothingYet, type SeriesView } from './series/seriesView.ts';
import { Store } from './state/store.ts';

registerControls();
start(document.getElementById('app'));

function start(root: HTMLElement | null): void {
  if (root === null) throw new Error('the page has no #app');
  const host = acquireVsCodeApi();
  const store = new Store<SeriesView>(nothingYet);
  const context: SeriesContext = { store, post: message => host.postMessage(message) };
  const chart = new SeriesChart({
    look: at => lookAt(context, at),
    mark: at => markAt(context, at),
    compare: (from, to) => compareCaptures(context, from, to),
  });
  let drawn: Pick<SeriesView, 'answer' | 'metrics'> = nothingYet;
  let model: ChartModel | null = null;
  const draw = (): void => {
    const { answer, metrics, at, mark } = store.state;
    if (answer !== drawn.answer || metrics !== drawn.metrics) {
      drawn = { answer, metrics };
      model = answer === null ? null : chartModel(answer, metrics);
    }
    render(seriesApp(context, { model, element: chart.element }), root);
    if (model !== null) chart.show(model, { at, mark });
  };
  store.subscribe(state => {
    draw();
    if (state.kept !== null) host.setState(state.kept);
  });
  draw();
  addEventListener('message', event => receiveSeries(context, event.data));
  context.post({ type: 'ready' });
}
