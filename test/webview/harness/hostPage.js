// Stands in for VS Code in the page: keeps the state, records what is posted, and lets the engine answer requests.
{
  const arrays = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array };
  /** Turns what `packed.ts` has made into messages again. */
  const unpack = packed => {
    const start = 4 + new DataView(packed).getUint32(0, true);
    const { messages, lengths } = JSON.parse(new TextDecoder().decode(new Uint8Array(packed, 4, start - 4)));
    let offset = start;
    const buffers = lengths.map(length => {
      offset += length;
      return packed.slice(offset - length, offset);
    });
    const revive = value => {
      if (value === null || typeof value !== 'object') return value;
      if (typeof value.$buffer === 'number') {
        const buffer = buffers[value.$buffer];
        if (value.$view === undefined) return buffer;
        const { BYTES_PER_ELEMENT } = arrays[value.$view];
        return new arrays[value.$view](buffer, value.byteOffset, value.byteLength / BYTES_PER_ELEMENT);
      }
      for (const key of Object.keys(value)) value[key] = revive(value[key]);
      return value;
    };
    return messages.map(revive);
  };
  const receive = data => window.dispatchEvent(new MessageEvent('message', { data }));
  window.posted = [];
  window.unanswered = 0;
  window.fromHost = receive;
  const ask = async message => {
    window.unanswered++;
    const reply = await fetch('/message', { method: 'POST', body: JSON.stringify(message) });
    if (!reply.ok) throw new Error(await reply.text());
    for (const answer of unpack(await reply.arrayBuffer())) receive(answer);
    window.unanswered--;
  };
  window.acquireVsCodeApi = () => ({
    postMessage(message) {
      window.posted.push(message);
      if (['ready', 'request', 'markKnown', 'settle', 'fix', 'sampleType', 'swap'].includes(message.type))
        ask(message);
    },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
  });
}
