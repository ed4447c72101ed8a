import type { CaptureFolder } from './captureFolder.ts';
import type { Measured } from './server/runtimeTotal.ts';

/** The file with what was measured of one server beside its heap profiles. */
export function metricsFileName(shortName: string): string {
  const safe = shortName.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `metrics-${safe.slice(0, 100)}.csv`;
}

/**
 * Adds a row: `time` in ISO 8601 and UTC, then a column for each thing measured, empty where it was not. The columns are
 * those of the first row.
 */
export async function addMetrics(
  folder: CaptureFolder,
  file: string,
  time: Date,
  measured: Measured,
): Promise<void> {
  if (measured.size === 0) return;
  const before = new TextDecoder().decode((await folder.read(file)) ?? new Uint8Array());
  const header = before.split('\n', 1)[0]?.trim() || ['time', ...measured.keys()].join(',');
  const cells = header
    .split(',')
    .slice(1)
    .map(column => cell(measured.get(column)));
  const row = [time.toISOString(), ...cells].join(',');
  const above = before === '' ? `${header}\n` : before.replace(/(?<!\n)$/, '\n');
  await folder.write(file, new TextEncoder().encode(`${above}${row}\n`));
}

function cell(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Number(value.toFixed(3)));
}
