import assert from 'node:assert/strict';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { EngineClient } from '../../src/engine/client.ts';
import { inuseSpace } from '../fixtures/viewOptions.ts';

/** Asks all that the panel asks of files just opened, and fails where answers contradict each other. */
export async function checkAnswers(
  engine: EngineClient,
  diff: DiffInfo,
  changed: Partial<ViewOptions> = {},
): Promise<void> {
  const options: ViewOptions = {
    ...inuseSpace,
    sampleType: diff.defaultSampleType,
    ...changed,
  };
  const view = await engine.request('view', { options, root: null });
  const { total, increase, decrease, tree } = view;
  for (const number of [total.base, total.current, increase, decrease]) assert.ok(Number.isFinite(number));
  const scale = Math.abs(total.base) + Math.abs(total.current) + increase + decrease + 1;
  const near = (a: number, b: number, what: string): void =>
    assert.ok(Math.abs(a - b) <= scale * 1e-9, `${what}: ${a} and ${b}`);
  near(increase - decrease, total.current - total.base, 'increase − decrease, and the delta');
  const all = await engine.request('details', { node: { view: view.id, node: 0 } });
  assert.deepEqual(all.cum, total);
  const last = { view: view.id, node: tree.frame.length - 1 };
  await engine.request('details', { node: last });
  for (const node of [...tree.elidedNode].slice(0, 2)) {
    await engine.request('details', { node: { view: view.id, node } });
    await engine.request('view', { options, root: { view: view.id, node } });
  }
  const zoomed = await engine.request('view', { options, root: last });
  near(zoomed.total.current, total.current, 'the total of a zoomed view');
  const table = await engine.request('table', { options });
  const flat = table.flatCurrent.reduce((sum, value) => sum + value, 0);
  near(flat + all.flat.current, total.current, 'Σ flat of the table, and what has no stack');
  for (const by of ['site', 'own'] as const) await engine.request('suspects', { options, by, limit: 20 });
  await engine.request('sources', { options, limit: 20 });
  for (const format of ['pprof', 'csv', 'folded'] as const) {
    assert.ok((await engine.request('export', { options, format })) instanceof Uint8Array);
  }
}
