import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { childArguments, report } from './report.ts';

const [path = ''] = childArguments(1);
const raw = new Uint8Array(gunzipSync(readFileSync(path)));
const started = performance.now();
const profile = readProfile(raw);
report({ ms: performance.now() - started, samples: profile.samples.count });
