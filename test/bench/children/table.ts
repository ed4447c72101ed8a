import type { StringColumn } from '../../../src/core/stringColumn.ts';
import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

/** Prints every row of the function table, by `name file`: flat and cum delta. */
async function table([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const engine = startEngine(script);
  const options = firstView(await openFiles(engine, [base, current]));
  const view = await engine.request('view', { options, root: null });
  const { frames, ...columns } = await engine.request('table', { options });
  const names = textsOf(frames.name);
  const files = textsOf(frames.files);
  const rows = names.map((name, row): readonly [string, number, number] => [
    `${name} ${files[frames.file[row] ?? 0] ?? ''}`,
    (columns.flatCurrent[row] ?? 0) - (columns.flatBase[row] ?? 0),
    (columns.cumCurrent[row] ?? 0) - (columns.cumBase[row] ?? 0),
  ]);
  report({ total: view.total, rows });
  engine.dispose();
}

function textsOf({ bytes, offsets }: StringColumn): string[] {
  const decoder = new TextDecoder();
  return Array.from(offsets.subarray(1), (end, index) => decoder.decode(bytes.subarray(offsets[index], end)));
}

void table(childArguments(3));
