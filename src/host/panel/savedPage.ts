import type { Language } from '../../core/language.ts';
import { type SavedAnswers, type SavedArray, savedElement } from '../../savedPage.ts';
import { dataElement, emptyStyle, htmlPage } from './panelPage.ts';

/** What a saved page is made of: the texts of our own style sheets and scripts, in the order in which they work. */
export interface PageParts {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * A page that shows a diff wherever it is opened: page code, styles and answers in one file. Its policy lets these very
 * scripts and styles work and nothing be loaded. What profiles say is in the data alone, where nothing ends an element.
 */
export async function savedPage(
  { styles, scripts }: PageParts,
  answers: SavedAnswers,
  language: Language | null,
): Promise<string> {
  const allowed = [
    `style-src ${(await hashes(styles)).join(' ')} ${emptyStyle}`,
    `script-src ${(await hashes(scripts)).join(' ')}`,
  ];
  const head = styles.map(text => `<style>${whole(text, 'style')}</style>`);
  const page = htmlPage(
    language,
    allowed,
    head,
    `<body class="vscode-light" data-can-capture="false"><div id="app"></div>
${dataElement(savedElement, answers, withArrays)}
${scripts.map(text => `<script>${whole(text, 'script')}</script>`).join('\n')}
</body>`,
  );
  return `${page}\n`;
}

/** Sources of a policy: the texts' own hashes. */
function hashes(texts: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    texts.map(async text => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return `'sha256-${base64(new Uint8Array(hash))}'`;
    }),
  );
}

/** Our own text, which must not end its element: what could be escaped in it depends on where it stands. */
function whole(text: string, element: 'style' | 'script'): string {
  if (new RegExp(`</?${element}`, 'i').test(text))
    throw new Error(`a ${element} of the page would end in it`);
  return text;
}

function withArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? savedArray(value) : value;
}

function savedArray(array: ArrayBufferView): SavedArray {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return { $array: array.constructor.name as SavedArray['$array'], base64: base64(bytes) };
}

/** As many bytes as a call may have arguments. */
const mostAtOnce = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += mostAtOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + mostAtOnce));
  }
  return btoa(text);
}
