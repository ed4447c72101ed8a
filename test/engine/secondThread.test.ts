import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { defaultLimits, type Limits } from '../../src/core/formats/limits.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { openFiles } from '../../src/engine/openFiles.ts';
import { SecondThread } from '../../src/engine/secondThread.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { padded } from '../fixtures/padded.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const profile = (...lines: string[]) => padded(profileBytes({ samples: samplesOf(...lines) }));
const damaged = () => new Uint8Array(5 << 20).fill(0xff);

/** Opens the two with a second thread, which has to be started. */
async function open(contents: readonly Uint8Array[], limits: Limits = defaultLimits) {
  const phases: string[] = [];
  let started = 0;
  let ended = 0;
  const start = () => {
    const thread = new SecondThread(engineScript);
    started += 1;
    return {
      inflate: thread.inflate.bind(thread),
      decode: thread.decode.bind(thread),
      end: () => {
        ended += 1;
        thread.end();
      },
    };
  };
  const files = contents.map((bytes, i) => ({ name: i === 0 ? 'a' : 'b', bytes }));
  try {
    const session = await openFiles(
      { files, order: 'asGiven', limits },
      (phase, fraction) => phases.push(`${phase} ${fraction}`),
      start,
    );
    return { session, phases, started };
  } finally {
    assert.equal(ended, started);
  }
}

test('a large pair is decoded in two threads, to the same answers', async () => {
  const lines = [
    ['main;é;f 1', 'main;g 2'],
    ['main;é;f 5', 'h 1'],
  ] as const;
  const { session, phases, started } = await open(lines.map(each => profile(...each)));
  assert.equal(started, 1);
  assert.deepEqual(phases, ['decoding 0', 'decoding 0.5', 'merging 0']);
  const small = lines.map(each => profileBytes({ samples: samplesOf(...each) }));
  const alone = await open(small);
  assert.equal(alone.started, 0);
  const answers = (of: typeof session) => [
    of.info(),
    of.view({ options, root: null }),
    of.table({ options }),
  ];
  assert.deepEqual(answers(session), answers(alone.session));
});

test('two files may share a buffer', async () => {
  const bytes = profile('f 1');
  const { session } = await open([bytes, bytes]);
  assert.deepEqual(session.view({ options, root: null }).total, { base: 1, current: 1 });
});

test('a text is decoded there as well', async () => {
  const text =
    'heap profile: 1: 8 [1: 8] @ heap/1048576\n1: 8 [1: 8] @ 0x10 0x20\n#\t0x10\tmain.f+0x1\t/a.go:7\n';
  const bytes = (behind: string) => new TextEncoder().encode(text + behind);
  const { session, started } = await open(['', ''].map(() => bytes(`#${' '.repeat(1000)}\n`.repeat(5000))));
  assert.equal(started, 1);
  const short = await open([bytes(''), bytes('')]);
  assert.deepEqual(session.table({ options }), short.session.table({ options }));
});

test('an error says which file it is about, the base first; what passes a limit together, both', async () => {
  await assert.rejects(open([damaged(), profile('f 1')]), { name: 'ProfileError', role: 'base' });
  await assert.rejects(open([profile('f 1'), damaged()]), { name: 'ProfileError', role: 'current' });
  await assert.rejects(open([damaged(), damaged()]), { name: 'ProfileError', role: 'base' });
  const gzip = Uint8Array.from([0x1f, 0x8b, 8, 0, ...new Array(5 << 20).fill(7)]);
  await assert.rejects(open([profile('f 1'), gzip]), { code: 'gzip', role: 'current' });
  await assert.rejects(open([profile('f 1'), profile('f 2')], { ...defaultLimits, inflatedMiB: 6 }), {
    code: 'overLimit',
    limit: 'inflatedMiB',
    role: 'pair',
  });
  const many = ['f 1', 'g 1', 'h 1'];
  await assert.rejects(open([profile(...many), profile(...many)], { ...defaultLimits, samples: 5 }), {
    code: 'overLimit',
    limit: 'samples',
    role: 'pair',
  });
});

const tasks = '/proc/self/task';

/** The engine's threads in this process, by the names that the system has for them. */
function threads(): number {
  return readdirSync(tasks).filter(id => nameOf(id).startsWith('heap-diff')).length;
}

function nameOf(id: string): string {
  try {
    return readFileSync(`${tasks}/${id}/comm`, 'utf8');
  } catch {
    // It has ended since it was listed.
    return '';
  }
}

test('an engine that is ended takes both threads with it', { skip: !existsSync(tasks) }, async () => {
  while (threads() > 0) await later(1);
  const lines = Array.from({ length: 30_000 }, (_, i) => `main;f${i} 1`);
  const files = ['a', 'b'].map(name => ({ name, bytes: profile(...lines) }));
  const engine = new EngineClient(engineScript, () => {});
  const opening = engine.open({ files, order: 'asGiven', limits: defaultLimits });
  // Nothing is awaited, so that no result can come before the end.
  for (const until = performance.now() + 5000; threads() < 2 && performance.now() < until; );
  engine.dispose();
  await assert.rejects(opening, /the engine was stopped/);
  while (threads() > 0) await later(1);
});
