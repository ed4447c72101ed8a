import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { clearSearch, searchFor } from '../../../webview/actions/searching.ts';
import { setOptions } from '../../../webview/actions/wantedView.ts';
import { HeldHost } from './heldHost.ts';
import { base, current } from './narrowPair.ts';

async function opened(t: TestContext): Promise<HeldHost> {
  const host = new HeldHost();
  t.after(() => host.dispose());
  await host.openWhole(base, current);
  return host;
}

/** Until nothing is waited for that an expression needs. */
async function expressionsAreThere(): Promise<void> {
  await import('re2js');
  await new Promise(setImmediate);
}

/** Names that are found, each once; null where nothing is searched for. */
function found({ state: { search, scene } }: HeldHost): readonly string[] | null {
  assert.ok(scene);
  const { names, view } = scene;
  const lit = search.matches?.nodes.map(node => names.name(view.tree.frame[node] ?? 0));
  return lit === undefined ? null : [...new Set(lit)].sort();
}

test('an expression is found as soon as expressions can be read, and what is none says why', async t => {
  const host = await opened(t);
  searchFor(host.context, { regex: true, pattern: '^main\\.(small|main)$' });
  assert.equal(found(host), null);
  await expressionsAreThere();
  assert.deepEqual(found(host), ['main.main', 'main.small']);
  searchFor(host.context, { pattern: '(' });
  await expressionsAreThere();
  assert.equal(found(host), null);
  assert.match(host.state.search.error ?? '', /missing closing \)/);
});

test('what was searched for meanwhile is not overwritten by an expression that comes later', async t => {
  const host = await opened(t);
  searchFor(host.context, { regex: true, pattern: 'small' });
  searchFor(host.context, { regex: false, pattern: 'MAIN.MAIN' });
  await expressionsAreThere();
  assert.deepEqual(found(host), ['main.main']);
  searchFor(host.context, { regex: true, pattern: '(' });
  clearSearch(host.context);
  await expressionsAreThere();
  assert.deepEqual([found(host), host.state.search.error], [null, null]);
});

test('an expression is sought in the scene that is there by then', async t => {
  const host = await opened(t);
  searchFor(host.context, { regex: true, pattern: 'small|main' });
  void setOptions(host.context, { filter: { ...noFilter, focus: 'small' } });
  await host.settled();
  await expressionsAreThere();
  const { scene, search } = host.state;
  assert.equal(search.matches?.isMatch.length, scene?.view.tree.frame.length);
});
