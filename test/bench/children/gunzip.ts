import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { childArguments, report } from './report.ts';

/** Decompresses the files one after the other: the floor under everything that reads them. */
const files = childArguments(1).map(path => readFileSync(path));
const started = performance.now();
const rawBytes = files.reduce((sum, bytes) => sum + gunzipSync(bytes).length, 0);
report({ ms: performance.now() - started, rawBytes });
