const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets others have their turn. A timer would wait for 4 ms each time. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
