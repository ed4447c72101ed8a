// Runs a TypeScript file of this folder with the Node that the lock file names, installing it first:
// `node prepare.mjs FILE`. Everything up to there has to work with Node 20 and an empty node_modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');

function run(command, args) {
  const env = { ...process.env, PATH: join(modules, '.bin') + delimiter + process.env.PATH };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether node_modules holds the versions of package-lock.json. */
function upToDate() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

if (!upToDate()) run('npm', ['ci', '--no-audit', '--no-fund']);
run('node', [fileURLToPath(new URL(process.argv[2], import.meta.url))]);
