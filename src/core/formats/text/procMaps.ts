import type { Mapping } from '../../profile.ts';
import type { TextLines } from './textLines.ts';

const hex = '(?:0x)?([0-9a-f]{1,16})';
const range = `^\\s*${hex}[\\s-]\\s*${hex}:?`;
/** `start-end perm offset dev inode file`, as in /proc/PID/maps. */
const procMapsLine = new RegExp(
  `${range}(?:\\s+([-rwxp]+))?(?:\\s+([0-9a-f]{1,16}))?\\s+[0-9a-f]+:[0-9a-f]+\\s+\\d+(?:\\s+(\\S+))?`,
  'i',
);
/** `start-end perm file (@offset) buildId`, the last four optional, as other tools write it. */
const briefLine = new RegExp(
  `${range}(?:\\s+([-rwxp]+))?(?:\\s+(\\S+))?(?:\\s+\\(@([0-9a-f]{1,16})\\))?(?:\\s+([0-9a-f]+))?`,
  'i',
);
/** What glog puts before a line: `… file.cc:123] `. */
const logPrefix = /^[^[\]]+:[0-9]+\]\s/;
const assignment = /^([^=]*)=(.*)$/;

/** No path is longer; what is, is not a line of a memory map. It also bounds the work of the expressions above. */
const longestLine = 4096;
const mostVariables = 32;

/** Whether a memory map starts after this line. */
export function isMemoryMapStart(line: string): boolean {
  return line.includes('--- Memory map: ---') || line.includes('MAPPED_LIBRARIES:');
}

/**
 * Reads the rest of the lines as a memory map: executable mappings only. `name=value` lines define `$name` for the
 * lines after them; anything unknown is passed over, all as pprof does it.
 */
export function readMemoryMap(lines: TextLines): Mapping[] {
  const mappings: Mapping[] = [];
  const variables = new Map<string, string>();
  while (lines.next()) {
    if (lines.line.length > longestLine) continue;
    const text = substitute(lines.line.replace(logPrefix, ''), variables);
    const mapping = parseMapping(text);
    if (mapping === 'unknown') {
      const [, name = '', value = ''] = assignment.exec(text) ?? [];
      if (name !== '' && variables.size < mostVariables) variables.set(`$${name.trim()}`, value.trim());
    } else if (mapping !== 'notExecutable') mappings.push(mapping);
  }
  return mappings;
}

/** Each variable once: real maps have `$source/…`, and a line stays a line. */
function substitute(line: string, variables: ReadonlyMap<string, string>): string {
  let result = line;
  for (const [name, value] of variables) result = result.replace(name, () => value);
  return result;
}

function parseMapping(line: string): Mapping | 'unknown' | 'notExecutable' {
  const proc = procMapsLine.exec(line);
  const brief = proc === null ? briefLine.exec(line) : null;
  const match = proc ?? brief;
  if (match === null) return 'unknown';
  const [, start = '', limit = '', permissions = 'x'] = match;
  if (!permissions.includes('x')) return 'notExecutable';
  const [fileOffset = '0', file = ''] = proc === null ? [match[5], match[4]] : [match[4], match[5]];
  const buildId = brief?.[6] ?? '';
  return { start: fromHex(start), limit: fromHex(limit), fileOffset: fromHex(fileOffset), file, buildId };
}

function fromHex(digits: string): bigint {
  return BigInt(`0x${digits}`);
}
