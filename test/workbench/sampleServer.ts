import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { serve } from '../host/capture/localServer.ts';
import { freePort } from '../setup/codeServer.ts';
import { systemTools } from '../setup/systemTools.ts';
import { dedupe } from './workspace.ts';

/** The sample service, or what stands for it, while a test runs. */
export interface SampleServer {
  /** Of its heap profile. */
  readonly address: string;
  /** Gives it so many new sessions to remember. */
  load(sessions: number): Promise<void>;
}

/** The sample service itself. */
export interface RunningService extends SampleServer {
  /** Gives it ten thousand new sessions a second until what comes back is called. */
  keepLoading(): () => void;
  /** Ends it and starts it again, at the same address, with these flags. */
  restart(flags: readonly string[]): Promise<void>;
}

/** The sample service itself where there is Go, else a server of the profiles that were captured from it. */
export async function sampleServer(t: TestContext): Promise<SampleServer> {
  return systemTools.go.find() === undefined ? recordedServer(t) : runningService(t);
}

/** Serves the profiles of the leaking series one after the other, the last for ever. */
export async function recordedServer(t: TestContext): Promise<SampleServer> {
  const folder = join(dedupe, 'series/leaking');
  const heaps = readdirSync(folder).filter(name => name.startsWith('heap-2'));
  let served = 0;
  const origin = await serve(t, (request, response) => {
    if (request.url !== '/debug/pprof/heap?gc=1') response.writeHead(404).end('404 page not found');
    else response.end(readFileSync(join(folder, heaps[Math.min(served++, heaps.length - 1)] ?? '')));
  });
  return { address: `${origin}/debug/pprof/heap`, load: async () => undefined };
}

/** Builds the sample service and starts it. */
export async function runningService(t: TestContext): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), 'heap-diff-service-'));
  const env = { ...process.env, GOTOOLCHAIN: 'local' };
  const built = spawnSync('go', ['build', '-o', folder, '.'], { cwd: dedupe, encoding: 'utf8', env });
  if (built.status !== 0) throw new Error(built.stderr);
  const [events, debug] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  const start = (flags: readonly string[]): ChildProcess =>
    spawn(join(folder, 'dedupe'), ['-addr', events, '-debug', debug, ...flags], { stdio: 'ignore' });
  let service = start([]);
  t.after(async () => {
    await ended(service);
    rmSync(folder, { recursive: true });
  });
  await untilAnswered(`http://${debug}/metrics`);
  let session = 0;
  const post = async (): Promise<void> => {
    const batch = Array.from({ length: 1000 }, () => ({ session: `session-${session++}`, device: 'one' }));
    await fetch(`http://${events}/ingest`, { method: 'POST', body: JSON.stringify(batch) });
  };
  return {
    address: `http://${debug}/debug/pprof/heap`,
    load: async sessions => {
      for (const end = session + sessions; session < end; ) await post();
    },
    keepLoading: () => {
      // The service may be about to restart.
      const timer = setInterval(() => void post().catch(() => undefined), 100);
      return () => clearInterval(timer);
    },
    restart: async flags => {
      await ended(service);
      service = start(flags);
      await untilAnswered(`http://${debug}/metrics`);
    },
  };
}

async function ended(service: ChildProcess): Promise<void> {
  const exit = new Promise(resolve => service.once('exit', resolve));
  service.kill();
  await exit;
}

async function untilAnswered(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
}
