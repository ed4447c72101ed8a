import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, absolute. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Environment in which `node` is the one of the devDependencies and its tools are found first. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env['PATH'] };
}

/** Runs a command in the checkout with its output on the terminal; gives its exit code. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(), ...options });
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}

/** The same, but throws when the command fails: for steps that nothing after them can do without. */
export async function must(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} failed with exit code ${code}`);
}

/** The first of these commands that is on the PATH, as an absolute path. */
export function which(...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', 'command -v -- "$0"', name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}
