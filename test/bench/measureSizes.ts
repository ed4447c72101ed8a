import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/run.ts';
import { type Measured, type Target, targets } from './targets.ts';

const dist = join(root, 'dist');

/** How large is what `npm run package` makes: the package, and what of it runs where. */
export function measureSizes(): readonly Measured[] {
  return [
    row(targets.packageSize, ['heap-diff.vsix']),
    row(targets.machineSize, ['extension.cjs', ...below('engine')]),
    row(targets.webSize, below('web')),
    row(targets.pageSize, ['webview.js', 'series.js', 'series.css']),
    row(targets.serverSize, ['mcp.cjs']),
  ];
}

function row(target: Target, names: readonly string[]): Measured {
  const files = names.map(name => readFileSync(join(dist, name)));
  const sum = (all: readonly Uint8Array[]): number => all.reduce((total, { length }) => total + length, 0);
  const zipped = sum(files.map(file => gzipSync(file)));
  const note = `${sum(files).toLocaleString('en')} B${names[0]?.endsWith('.vsix') ? '' : `, by gzip ${zipped.toLocaleString('en')} B`}`;
  return { ...target, value: sum(files) / 1000, runs: 1, note };
}

/** Files anywhere below a folder of `dist`. */
function below(folder: string): readonly string[] {
  return readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dist.length + 1));
}
