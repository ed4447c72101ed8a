import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildChildren } from './child.ts';
import { measureFrames } from './frame/measureFrames.ts';
import { checkAgainstGo } from './gate.ts';
import { measureHost } from './host/measureHost.ts';
import { machine } from './machine.ts';
import { measureClick } from './measureClick.ts';
import { measureMetrics } from './measureMetrics.ts';
import {
  measureDecode,
  measureExport,
  measureHeap,
  measureOpen,
  measureSeries,
  measureSlope,
  measureSwitch,
  type Opened,
  type Repeats,
} from './measurements.ts';
import { measureSizes } from './measureSizes.ts';
import { measureTools } from './measureTools.ts';
import { cacheFolder, generatedPair, type Size, sizes } from './profiles/pair.ts';
import { consoleTable, updateReadme } from './table.ts';
import { type Measured, type RowGroup, rowGroups } from './targets.ts';

/**
 * `npm run bench -- [--sizes S,M,L,XL] [--rows open,decode,heap,switch,export,series,frame,host,metrics,tools,click,sizes] [--runs 5] [--json FILE] [--write]`:
 * checks the numbers against `go tool pprof` first, then measures; `--write` puts the table into README.md.
 */
const { values: args } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'M,L,XL' },
    rows: { type: 'string', default: rowGroups.join(',') },
    runs: { type: 'string', default: '5' },
    json: { type: 'string', default: join(cacheFolder, 'results.json') },
    write: { type: 'boolean', default: false },
    'skip-gate': { type: 'boolean', default: false },
  },
});

const chosenSizes = chosen(args.sizes, sizes);
const groups = chosen(args.rows, rowGroups);
const runs = Number(args.runs);

buildChildren();
if (!args['skip-gate']) {
  for (const size of ['S', 'M'] as const) {
    console.log(
      `${size}: ${checkAgainstGo(generatedPair(size))} functions as go tool pprof has them, to the byte`,
    );
  }
}
const measured: Measured[] = [];
const opened = new Map<Size, Opened>();
const add = (rows: readonly Measured[]): void => {
  measured.push(...rows);
  for (const line of consoleTable(rows)) console.log(line);
};
for (const size of chosenSizes) {
  const pair = generatedPair(size);
  const repeats: Repeats = size === 'XL' ? { ours: Math.min(runs, 3), go: 1 } : { ours: runs, go: runs };
  for (const group of groups) {
    if (group === 'open') {
      const result = measureOpen(pair, repeats);
      opened.set(size, result);
      add(result.rows);
      const smaller = opened.get('L');
      if (size === 'XL' && smaller !== undefined) add(measureSlope(smaller, result, repeats));
    }
    if (group === 'decode') add(measureDecode(pair, repeats));
    if (group === 'heap') add(measureHeap(pair));
    if (group === 'switch') add(measureSwitch(pair, repeats));
    if (group === 'export') add(measureExport(pair, repeats));
    if (group === 'frame') add(await measureFrames(pair, repeats));
  }
}
if (groups.includes('series')) add(measureSeries(generatedPair('S'), { ours: Math.min(runs, 3), go: 0 }));
if (groups.includes('host')) add(await measureHost(runs));
if (groups.includes('metrics')) add(measureMetrics(runs));
if (groups.includes('tools')) add(await measureTools());
if (groups.includes('click')) add(await measureClick(runs));
if (groups.includes('sizes')) add(measureSizes());
writeFileSync(args.json, JSON.stringify({ ...machine(), rows: measured }, null, 1));
if (args.write) updateReadme(join(import.meta.dirname, 'README.md'), machine(), measured);

function chosen<T extends Size | RowGroup>(list: string, known: readonly T[]): readonly T[] {
  return list.split(',').map(name => {
    const found = known.find(each => each === name);
    if (found === undefined) throw new Error(`${name} is none of ${known.join(', ')}`);
    return found;
  });
}
