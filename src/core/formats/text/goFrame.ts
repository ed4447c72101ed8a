import type { ProfileBuilder } from '../profileBuilder.ts';

const address = /^0x[0-9a-f]{1,16}$/;
const functionAndOffset = /^(.*)\+0x[0-9a-f]+$/;
const fileAndLine = /^(.*):(\d+)$/;

/**
 * The location of a `#` line of a Go text, `# 0xADDRESS function+0xOFFSET file:line` with tabs between; without
 * the rest where Go does not know the function. Undefined for any other comment.
 */
export function goFrame(line: string, builder: ProfileBuilder): number | undefined {
  const [hash, pc = '', call = '', place = ''] = line.split(/\t+/);
  if (hash !== '#' || !address.test(pc)) return undefined;
  const name = functionAndOffset.exec(call)?.[1];
  if (name === undefined) return builder.location(BigInt(pc), undefined);
  const [, file = '', number = '0'] = fileAndLine.exec(place) ?? [];
  return builder.location(BigInt(pc), {
    function: builder.function(name, file, 0),
    line: Number(number),
    column: 0,
  });
}
