import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../../src/core/answers/looks.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { EngineClient } from '../../../src/engine/client.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

/** A client with its worker, as the extension host has it. */
export function startEngine(workerScript: string): EngineClient {
  return new EngineClient(workerScript, () => {});
}

/** Reads the files as the host does and opens them. */
export async function openFiles(engine: EngineClient, paths: readonly string[]): Promise<DiffInfo> {
  const files = await Promise.all(
    paths.map(async path => ({ name: basename(path), bytes: await readFile(path) })),
  );
  return engine.open({ files, order: 'asGiven', limits: defaultLimits });
}

/** What the webview asks for first. */
export function firstView(diff: DiffInfo): ViewOptions {
  return { ...inuseSpace, sampleType: diff.defaultSampleType };
}
