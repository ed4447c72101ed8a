import { gunzipSync } from 'node:zlib';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const formats = ['pprof', 'folded', 'csv'] as const;

/** Prints as JSON what comes back over the border of the worker whose script is the argument, on whichever Node runs it. */
async function run(script: string): Promise<void> {
  const sizes = [3, 20_000];
  console.log(JSON.stringify(await Promise.all(sizes.map(size => answers(script, size)))));
}

/** Of a pair with as many small functions. */
async function answers(script: string, small: number): Promise<unknown> {
  const lines = Array.from({ length: small }, (_, i) => `main;small${i} ${(i % 7) + 1}`);
  const file = (name: string, ...more: string[]) => ({
    name,
    bytes: profileBytes({ samples: [...lines, ...more].flatMap(line => samplesOf(line)) }),
  });
  const engine = new EngineClient(script, () => {});
  try {
    const files = [file('a', 'main;large 1'), file('b', 'main;large 1000000000000')];
    await engine.open({ files, order: 'asGiven', limits: defaultLimits });
    const view = await engine.request('view', { options, root: null });
    const [elided = -1] = view.tree.elidedNode;
    const node = { view: view.id, node: elided };
    const { cum } = await engine.request('details', { node });
    const zoomed = await engine.request('view', { options, root: node });
    const saved = await Promise.all(
      formats.map(async format => [format, await engine.request('export', { options, format })] as const),
    );
    const read = saved.map(([format, bytes]) =>
      format === 'pprof'
        ? readProfile(gunzipSync(bytes), defaultLimits).samples.count
        : new TextDecoder().decode(bytes).trim().split('\n').length,
    );
    return { total: view.total, cum, zoomed: zoomed.total, read };
  } finally {
    engine.dispose();
  }
}

void run(process.argv[2] ?? '');
