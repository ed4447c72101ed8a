import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import * as l10n from '@vscode/l10n';
import { CaptureFailure } from './captureFailure.ts';
import { firstLine } from './firstLine.ts';
import type { GetLimits } from './httpGet.ts';

/** So much of what it complains of is read. */
const mostOfProblem = 4096;

/**
 * What `kubectl` writes when it is run with these arguments, without a shell, and in a folder that has nothing in it that
 * could be taken for it. Rejects with `CaptureFailure`: it is not there, it failed (with the first line of what it says),
 * took too long or wrote too much.
 */
export async function kubectl(
  args: readonly string[],
  { bytes: most, milliseconds }: GetLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const late = AbortSignal.timeout(milliseconds);
  const child = spawn('kubectl', [...args], {
    cwd: tmpdir(),
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal: AbortSignal.any([late, signal]),
    killSignal: 'SIGKILL',
  });
  const pieces: Uint8Array[] = [];
  let size = 0;
  child.stdout.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > most) child.kill('SIGKILL');
    else pieces.push(piece);
  });
  let problem = Buffer.alloc(0);
  child.stderr.on('data', (piece: Buffer) => {
    if (problem.length < mostOfProblem) problem = Buffer.concat([problem, piece]);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve).on('error', reject);
  }).catch((error: Error) => {
    if (signal.aborted) throw new CaptureFailure(l10n.t`The capture was stopped`, 'stopped');
    if (late.aborted)
      throw new CaptureFailure(l10n.t`kubectl did not answer within ${milliseconds / 1000} s`);
    throw new CaptureFailure(
      'code' in error && error.code === 'ENOENT'
        ? l10n.t`kubectl is not on the PATH`
        : l10n.t`kubectl could not be run: ${error.message}`,
    );
  });
  if (size > most) throw new CaptureFailure(l10n.t`kubectl wrote more than ${most / 2 ** 20} MiB`);
  if (code === 0) return Buffer.concat(pieces);
  const said = firstLine(problem);
  throw new CaptureFailure(
    said === '' ? l10n.t`kubectl: ended with exit code ${String(code)}` : `kubectl: ${said}`,
  );
}

/** A command as a person would type it. The arguments are ours, and names that `Pod` has checked. */
export function commandLine(args: readonly string[]): string {
  return ['kubectl', ...args].map(each => (/^[\w./:=-]+$/.test(each) ? each : `'${each}'`)).join(' ');
}
