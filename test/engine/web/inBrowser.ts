// What the test of threads asks in the browser: bundled for it, with what the engine has there.

import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { speak } from '../../../src/core/language.ts';
import { EngineClient } from '../../../src/engine/client.ts';
import { CodeClient } from '../../../src/engine/code/codeClient.ts';
import { SeriesClient } from '../../../src/engine/series/seriesClient.ts';
import { noScripts } from '../../fixtures/scripts/noScripts.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import type { AskedInBrowser } from './askedInBrowser.ts';

const read = async (name: string): Promise<Uint8Array> => {
  const answer = await fetch(`/${name}`);
  if (!answer.ok) throw new Error(`there is no ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const asked: AskedInBrowser = {
  pair: async () => {
    const started = performance.now();
    const engine = new EngineClient(
      () => read('worker.js'),
      () => {},
    );
    const files = await Promise.all(
      ['base', 'current'].map(async name => ({ name, bytes: await read(name) })),
    );
    await engine.open({ files, order: 'byTime', limits: defaultLimits });
    const { headline, tree } = await engine.request('view', { options: inuseSpace, root: null });
    const milliseconds = performance.now() - started;
    const exported = await engine.request('export', { options: inuseSpace, format: 'pprof' });
    engine.dispose();
    return {
      headline: JSON.stringify(headline),
      nodes: tree.depth.length,
      exported: [...exported],
      milliseconds,
    };
  },
  series: async () => {
    const series = new SeriesClient(() => read('seriesWorker.js'));
    const files = ['base', 'current'];
    for (const file of files) {
      await series.add({ file, bytes: await read(file), limits: defaultLimits, sampleType: null }, noScripts);
    }
    const beside = { settled: [], goroutines: [], names: [], leftOut: [], known: [] };
    const { answer } = await series.ask('answer', { files, beside, metrics: [], limit: null });
    series.dispose();
    return JSON.stringify(answer.verdict);
  },
  outline: async (text, functions) => {
    const troubles: string[] = [];
    const code = new CodeClient(
      () => read('codeWorker.js'),
      read,
      error => troubles.push(error.message),
    );
    const outline = await code.outline({ path: 'cache.go', text, functions });
    code.dispose();
    return JSON.stringify({ outline, troubles });
  },
  inLanguage: async messages => {
    speak({ tag: 'de', messages });
    const engine = new EngineClient(
      () => read('worker.js'),
      () => {},
    );
    speak(null);
    const files = await Promise.all(['one', 'two'].map(async name => ({ name, bytes: await read('base') })));
    const { notices } = await engine.open({ files, order: 'byTime', limits: defaultLimits });
    engine.dispose();
    return notices.map(({ text }) => text);
  },
  failing: async () => {
    const said: string[] = [];
    const told = (error: Error): void => void said.push(`told: ${error.message}`);
    const refused = (error: Error): void => void said.push(`refused: ${error.message}`);
    const request = { options: inuseSpace };
    const broken = new EngineClient(
      async () => new TextEncoder().encode('throw new Error("broken")'),
      () => {},
      told,
    );
    await broken.request('headline', request).catch(refused);
    const missing = new EngineClient(
      () => read('missing'),
      () => {},
      told,
    );
    await missing.request('headline', request).catch(refused);
    const ended = new EngineClient(
      () => read('worker.js'),
      () => {},
      told,
    );
    const waiting = ended.request('headline', request).catch(refused);
    ended.dispose();
    await waiting;
    const empty = new EngineClient(
      () => read('worker.js'),
      () => {},
      told,
    );
    await empty.request('headline', request).catch(refused);
    empty.dispose();
    return said;
  },
};

Object.assign(globalThis, { asked });
