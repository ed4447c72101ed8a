import { render } from 'lit-html';
import { registerControls } from './controls.ts';
import { type ChartModel, chartModel, fixModel } from './series/chartModel.ts';
import { receiveSeries, type SeriesContext } from './series/receiveSeries.ts';
import { compareCaptures, lookAt, markAt } from './series/seriesActions.ts';
import { seriesApp } from './series/seriesApp.ts';
import { SeriesChart } from './series/seriesChart.ts';
import { nothingYet, type SeriesView } from './series/seriesView.ts';
import { speakAsPage } from './state/speakAsPage.ts';
import { Store } from './state/store.ts';

speakAsPage();
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
    zoom: window => store.update({ window }),
    compare: (from, to) => {
      const { answer } = store.state;
      if (answer !== null) compareCaptures(context, answer, from, to);
    },
  });
  const ofFix = new SeriesChart(null);
  let drawn: Pick<SeriesView, 'answer' | 'fix' | 'beside'> = nothingYet;
  let model: ChartModel | null = null;
  let modelOfFix: ChartModel | null = null;
  const draw = (): void => {
    const { answer, fix, beside, at, mark, window, kept } = store.state;
    if (answer !== drawn.answer || fix !== drawn.fix || beside !== drawn.beside) {
      drawn = { answer, fix, beside };
      model = answer && chartModel(answer, beside, kept?.limit ?? null);
      modelOfFix = fix && fixModel(fix);
    }
    const pictures = {
      series: { model, element: chart.element },
      fix: { model: modelOfFix, element: ofFix.element },
    };
    render(seriesApp(context, pictures), root);
    const fixAt = answer?.captures.findIndex(({ file }) => file === kept?.fixedFrom) ?? -1;
    if (model !== null) chart.show(model, { at, mark, fix: fixAt < 0 ? null : fixAt, window });
    if (modelOfFix !== null) ofFix.show(modelOfFix);
  };
  store.subscribe(state => {
    draw();
    if (state.kept !== null) host.setState(state.kept);
  });
  draw();
  addEventListener('message', event => receiveSeries(context, event.data));
  context.post({ type: 'ready' });
}
