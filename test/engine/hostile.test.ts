import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../src/core/error.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { cpuTime } from '../fixtures/cpuTime.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { fixture } from '../fixtures/fixture.ts';
import type { HostileFile } from '../fixtures/hostile/hostileFile.ts';
import { hostileFiles } from '../fixtures/hostile/hostileFiles.ts';
import { noPeak, watchPeak } from '../fixtures/peakMemory.ts';
import { checkAnswers } from './checkAnswers.ts';

/** A file may take 2 s, here thrice that of what all threads compute: collecting garbage has threads of its own. */
const longest = 6_000;
/** And 256 MB, of which the reader shall need half. */
const largest = 128;

const kinds = new Map<string, HostileFile[]>();
for (const file of hostileFiles()) {
  const kind = file.name.replace(/:.*/s, '');
  const files = kinds.get(kind) ?? [];
  kinds.set(kind, files);
  files.push(file);
}

test('hostile files: each kind has several', () => {
  assert.ok(kinds.size >= 13, [...kinds.keys()].join());
});

interface Outcome {
  readonly said: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Opens the file as the later one of a pair and looks at everything; gives the error's code where it is refused. */
async function outcomeOf(engine: EngineClient, { name, bytes }: HostileFile): Promise<Outcome> {
  const started = cpuTime();
  const taken = noPeak ? () => 0 : watchPeak();
  let said = 'read';
  try {
    const base = { name: 'base', bytes: fixture('dedupe/heap-1300.pb.gz') };
    const diff = await engine.open({
      files: [base, { name, bytes: bytes.slice() }],
      order: 'asGiven',
      limits: defaultLimits,
    });
    await checkAnswers(engine, diff);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw new Error(name, { cause: error });
    assert.ok(error.detail.length > 0 && error.detail.length < 500, `${name}: ${error.detail}`);
    said = error.code;
  }
  const megabytes = taken() / (1 << 20);
  return { said, milliseconds: cpuTime() - started, megabytes };
}

for (const [kind, files] of kinds) {
  test(`hostile files, ${kind}: a clear error or a right reading, soon`, { timeout: 120_000 }, async t => {
    const engine = new EngineClient(engineScript, () => {});
    t.after(() => engine.dispose());
    const counts = new Map<string, number>();
    let [slowest, most, which] = [0, 0, ''];
    for (const file of files) {
      const { said, milliseconds, megabytes } = await outcomeOf(engine, file);
      counts.set(said, (counts.get(said) ?? 0) + 1);
      if (milliseconds > slowest) [slowest, which] = [milliseconds, file.name.slice(kind.length + 2)];
      most = Math.max(most, megabytes);
      assert.ok(milliseconds < longest, `${file.name} took ${milliseconds} ms`);
      assert.ok(megabytes < largest, `${file.name} took ${megabytes} MB`);
    }
    const outcomes = Array.from(counts, ([said, count]) => `${count} ${said}`).join(', ');
    t.diagnostic(
      `${files.length} files: ${outcomes}; at most ${Math.round(slowest)} ms (${which}), ${Math.round(most)} MB`,
    );
  });
}
