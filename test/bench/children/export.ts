import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

/** Saves an open pair for pprof, and watches how much more memory is resident meanwhile. */
async function save([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const engine = startEngine(script);
  const options = firstView(await openFiles(engine, [base, current]));
  await engine.request('view', { options, root: null });
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const started = performance.now();
  const bytes = await engine.request('export', { options, format: 'pprof' });
  const ms = performance.now() - started;
  clearInterval(watch);
  report({ ms, moreBytes: most - before, savedBytes: bytes.length });
  engine.dispose();
}

void save(childArguments(3));
