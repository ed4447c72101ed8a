import type { ToHost } from '../../src/protocol.ts';
import { type SavedAnswers, type SavedArray, savedElement } from '../../src/savedPage.ts';
import { speakAsPage } from '../state/speakAsPage.ts';
import { SavedHost } from './savedHost.ts';

speakAsPage();

const arrays = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array };

const saved = JSON.parse(document.getElementById(savedElement)?.textContent ?? '', (_key, value: unknown) =>
  isArray(value) ? new arrays[value.$array](bytesOf(value.base64)) : value,
) as SavedAnswers;
const { base, current } = saved.diff;
document.title = `${base === null ? '' : `${base.name} ⇄ `}${current.name} · Heap Diff`;

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = (): void => {
  document.body.className = dark.matches ? 'vscode-dark' : 'vscode-light';
};
dark.addEventListener('change', dress);
dress();

const host = new SavedHost(saved, data => dispatchEvent(new MessageEvent('message', { data })));
// What VS Code gives to a page of its own. The answers come later than the question, as they do there.
Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: ToHost) => queueMicrotask(() => host.receive(message)),
    getState: () => undefined,
    setState: () => undefined,
  }),
});

function isArray(value: unknown): value is SavedArray {
  return typeof value === 'object' && value !== null && '$array' in value;
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0)).buffer;
}
