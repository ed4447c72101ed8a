import type { ViewOptions } from '../../../src/core/answers/looks.ts';
import { flameLayout } from '../../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import type { WidthMode } from '../../../src/core/flame/widthMode.ts';
import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

/** Times each change of what is looked at, on a pair that is open already. None was asked for before. */
async function change([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const engine = startEngine(script);
  const diff = await openFiles(engine, [base, current]);
  const first = firstView(diff);
  const timed = async (options: ViewOptions) => {
    const started = performance.now();
    const view = await engine.request('view', { options, root: null });
    return { ms: performance.now() - started, view };
  };
  const { view } = await timed(first);
  const sampleType = [];
  for (const { type } of diff.sampleTypes) {
    if (type !== first.sampleType) sampleType.push((await timed({ ...first, sampleType: type })).ms);
  }
  const granularity = [];
  for (const each of ['lines', 'files', 'packages'] as const) {
    granularity.push((await timed({ ...first, granularity: each })).ms);
  }
  const filter = [];
  for (const hide of ['storage', 'cache'])
    filter.push((await timed({ ...first, filter: { ...first.filter, hide } })).ms);
  const tree = [];
  for (const each of [{ inverted: true }, { collapsed: true }])
    tree.push((await timed({ ...first, ...each })).ms);
  const { site } = view.headline;
  if (site !== null) {
    const started = performance.now();
    await engine.request('neighbours', { options: first, name: site.name, file: site.file });
    tree.push(performance.now() - started);
  }
  const width = [];
  for (const mode of ['growth', 'both', 'current'] satisfies WidthMode[]) {
    const started = performance.now();
    flameLayout(flameTree(view.tree), mode);
    width.push(performance.now() - started);
  }
  report({ sampleType, granularity, filter, tree, width });
  engine.dispose();
}

void change(childArguments(3));
