import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sharedAddress, startWorkbench } from '../workbench/workbench.ts';
import { installCodeServer } from './codeServer.ts';
import { Results } from './results.ts';
import { root } from './run.ts';
import { installSystemTools, systemTools } from './systemTools.ts';

const results = new Results();

/** Ends a run in which something holds a process open for ever. Milliseconds. */
const longest = 60 * 60_000;
setTimeout(() => {
  results.fail('npm test', 'it took more than an hour.');
  end();
}, longest);

function end(): never {
  console.log(results.summary());
  process.exit(results.failed ? 1 : 0);
}

/** These take a time that their text does not show. */
const longOnes = /^test\/(fuzz\/|engine\/leaks|workbench\/(engine|survival|web)\.)/;

/** Test files as paths from the checkout's root. Those that take longest first: none is left to run alone. */
function testFiles(): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(name => `test/${name}`)
    .map(file => ({
      file,
      length: longOnes.test(file) ? Number.MAX_SAFE_INTEGER : statSync(join(root, file)).size,
    }))
    .sort((a, b) => b.length - a.length)
    .map(({ file }) => file);
}

async function checks(): Promise<void> {
  await results.step('type check', 'npm', ['run', '--silent', 'typecheck']);
  await results.step('lint', 'npm', ['run', '--silent', 'lint']);
}

const canRunWorkbench = (): boolean =>
  systemTools.chromium.find() !== undefined && Boolean(systemTools.compiler.find());

async function workbenchTests(files: readonly string[], packaged: boolean): Promise<void> {
  const name = 'workbench tests';
  if (!canRunWorkbench()) return results.skip(name, 'they need chromium, g++, make and python3.');
  if (!packaged) return results.fail(name, 'there is no packaged extension to test.');
  const workbench = await startWorkbench();
  process.env[sharedAddress] = workbench.address;
  const timed = files.filter(file => file.endsWith('Time.test.ts'));
  await results.suite(
    name,
    files.filter(file => !timed.includes(file)),
    2,
  );
  // Alone, so that what they measure is not shared with others.
  await results.suite('timed workbench tests', timed, 1);
  await workbench.close();
}

try {
  await installSystemTools(['headlessShell', 'chromium', 'fonts', 'compiler', 'go']);
  // What is fetched and what is computed side by side.
  const [packaged] = await Promise.all([
    results.step('build and package', 'npm', ['run', '--silent', 'package']),
    canRunWorkbench() && installCodeServer(),
    checks(),
  ]);
  const files = testFiles();
  const inWorkbench = files.filter(file => file.startsWith('test/workbench/'));
  await results.suite(
    'unit tests',
    files.filter(file => !inWorkbench.includes(file)),
    availableParallelism(),
  );
  await workbenchTests(inWorkbench, packaged);
} catch (error) {
  results.fail('set-up', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
end();
