import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';
import { childArguments, report } from './report.ts';

const [path = ''] = childArguments(1);
const raw = new Uint8Array(gunzipSync(readFileSync(path)));
const started = performance.now();
const profile = Profile.decode(raw);
report({ ms: performance.now() - started, samples: profile.sample.length });
