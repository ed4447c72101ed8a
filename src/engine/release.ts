/**
 * Gives large buffers' memory back at once: left to the garbage collector it would stay for long. Small ones may be Node's
 * shared pool; Node 20 cannot do it.
 */
export function release(...arrays: readonly Uint8Array[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) giveUp(buffer);
}

function giveUp(buffer: ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }): void {
  if (buffer.byteLength >= 1 << 20) buffer.transfer?.(0);
}
