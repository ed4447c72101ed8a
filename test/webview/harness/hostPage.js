// Stands in for VS Code in the page: keeps the state, records what is posted, and lets the engine answer requests.
{
  const decoders = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };
  const revive = (_key, value) => {
    if (value === null || typeof value !== 'object' || typeof value.$array !== 'string') return value;
    const bytes = Uint8Array.from(atob(value.data), character => character.charCodeAt(0));
    return new decoders[value.$array](bytes.buffer);
  };
  const receive = data => window.dispatchEvent(new MessageEvent('message', { data }));
  window.posted = [];
  window.unanswered = 0;
  window.fromHost = receive;
  const ask = async message => {
    window.unanswered++;
    const reply = await fetch('/message', { method: 'POST', body: JSON.stringify(message) });
    for (const answer of JSON.parse(await reply.text(), revive)) receive(answer);
    window.unanswered--;
  };
  window.acquireVsCodeApi = () => ({
    postMessage(message) {
      window.posted.push(message);
      if (message.type === 'ready' || message.type === 'request') ask(message);
    },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
  });
}
