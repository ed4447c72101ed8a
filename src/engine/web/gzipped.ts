/**
 * What the pieces say one after the other, as a gzipped file. They are asked for as they are needed, so that they never are
 * in memory all at once. Rejects with what they throw.
 */
export async function gzipped(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  const from = pieces[Symbol.iterator]();
  const source = new ReadableStream<BufferSource>({
    pull: controller => {
      const { done, value } = from.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
  return await new Response(source.pipeThrough(new CompressionStream('gzip'))).bytes();
}
