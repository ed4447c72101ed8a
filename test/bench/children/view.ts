import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

/** Prints the first view, its typed arrays as `{ array, base64 }`. */
async function view([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const engine = startEngine(script);
  const options = firstView(await openFiles(engine, [base, current]));
  report({ view: portable(await engine.request('view', { options, root: null })) });
  engine.dispose();
}

function portable(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
    return { array: value.constructor.name, base64 };
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, portable(part)]));
}

void view(childArguments(3));
