/**
 * Messages for the page, packed as VS Code packs them: JSON, in which a typed array is a reference to a buffer that
 * follows, so that what cannot be in JSON gets lost here as it does there. Each buffer is sent once.
 *
 * Length of the JSON (4 bytes, little-endian), JSON `{ messages, lengths }`, the buffers one after the other.
 */
export function pack(messages: readonly unknown[]): Uint8Array {
  const buffers: ArrayBufferLike[] = [];
  const indexOf = (buffer: ArrayBufferLike): number => {
    const known = buffers.indexOf(buffer);
    return known >= 0 ? known : buffers.push(buffer) - 1;
  };
  const text = JSON.stringify(messages, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return { $buffer: indexOf(value) };
    if (!ArrayBuffer.isView(value)) return value;
    const { buffer, byteOffset, byteLength } = value;
    return { $buffer: indexOf(buffer), $view: value.constructor.name, byteOffset, byteLength };
  });
  const lengths = buffers.map(({ byteLength }) => byteLength);
  const header = Buffer.from(`{"messages":${text},"lengths":${JSON.stringify(lengths)}}`);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([size, header, ...buffers.map(buffer => new Uint8Array(buffer))]);
}
