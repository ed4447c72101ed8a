import type { ProfileBuilder } from '../profileBuilder.ts';

const address = /^0x[0-9a-f]{1,16}$/;
/** The end of a call, `+0xOFFSET`; white space or nothing follows. */
const offset = /\+0x[0-9a-f]+(?=\s|$)/;
const fileAndLine = /^(.*):(\d+)$/;

/**
 * The location of a `#` line of a Go text, `# 0xADDRESS function+0xOFFSET file:line`; without the rest where Go does
 * not know the function. Undefined for any other comment. Between the parts stand tabs, or the spaces that a terminal
 * or a chat has made of them; the file's path may hold spaces of its own.
 */
export function goFrame(line: string, builder: ProfileBuilder): number | undefined {
  if (!line.startsWith('#')) return undefined;
  const text = line.slice(1).trim();
  const pcEnd = text.search(/\s/);
  const pc = pcEnd < 0 ? text : text.slice(0, pcEnd);
  if (!address.test(pc)) return undefined;
  const call = text.slice(pc.length).trimStart();
  const nameEnd = offset.exec(call);
  if (nameEnd === null) return builder.location(BigInt(pc), undefined);
  const place = call.slice(nameEnd.index + nameEnd[0].length).trimStart();
  const [, file = '', number = '0'] = fileAndLine.exec(place) ?? [];
  return builder.location(BigInt(pc), {
    function: builder.function(call.slice(0, nameEnd.index), file, 0),
    line: Number(number),
    column: 0,
  });
}
