// `npm run package`, after the build: the licences of what is in the bundles, then the .vsix, the same bytes each time.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { environment, must, root } from './run.ts';
import { bundledPackages, thirdPartyNotices } from './thirdParty.ts';

/** The earliest time that a zip file can name, for sources that come without their history. Seconds since 1970. */
const noDate = 315_532_800;

/** When the sources were committed, in seconds since 1970, unless the environment says what time it is to be. */
function sourceDate(): string {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) return given;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : String(noDate);
}

/** Where the sources are published: pictures and links of the README lead there on the Marketplace. */
function repository(): string {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    repository: { url: string };
  };
  return repository.url.replace(/\.git$/, '');
}

const metafiles = ['host', 'web', 'webEngine', 'cli', 'webview'].map(name =>
  join(root, `dist/${name}.meta.json`),
);
writeFileSync(join(root, 'dist/ThirdPartyNotices.txt'), thirdPartyNotices(bundledPackages(metafiles)));

/** Copies what ships into a folder of its own: vsce holds each file of a checkout, caches and all, against each pattern. */
function stage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heap-diff-package-'));
  const shipped = readFileSync(join(root, '.vscodeignore'), 'utf8').match(/(?<=^!).+/gm) ?? [];
  for (const file of globSync(['.vscodeignore', ...shipped], { cwd: root })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  return folder;
}

const cwd = stage();
try {
  await must(
    'vsce',
    [
      ...['package', '--no-dependencies'],
      ...['--baseContentUrl', `${repository()}/blob/HEAD`, '--baseImagesUrl', `${repository()}/raw/HEAD`],
      ...['-o', resolve(root, process.argv[2] ?? 'dist/heap-diff.vsix')],
    ],
    { cwd, env: { ...environment(), SOURCE_DATE_EPOCH: sourceDate() } },
  );
} finally {
  rmSync(cwd, { recursive: true });
}
