import type { Language } from '../../core/language.ts';
import { languageElement } from '../../pageLanguage.ts';

/** The hash of the empty string: the webview toolkit adds an empty inline style. */
export const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Addresses of what a panel's page loads. */
export interface PageResources {
  /** Where styles and fonts may come from, in the words of a content security policy. */
  readonly source: string;
  readonly styles: readonly string[];
  readonly script: string;
  /** New for each page: only a script that carries it runs. */
  readonly nonce: string;
  /** Whether the page may offer to capture a heap. */
  readonly canCapture: boolean;
  /** What the page says things in; null for English. */
  readonly language: Language | null;
}

/** The page of a panel: a script, style sheets, and what is said in other words than English; nothing of profiles. */
export function panelPage({ source, styles, script, nonce, canCapture, language }: PageResources): string {
  const allowed = [`style-src ${source} ${emptyStyle}`, `font-src ${source}`, `script-src 'nonce-${nonce}'`];
  const head = [
    ...styles.map(address => `<link rel="stylesheet" href="${address}">`),
    `<script nonce="${nonce}" defer src="${script}"></script>`,
  ];
  return htmlPage(
    language,
    allowed,
    head,
    `<body data-can-capture="${canCapture}"><div id="app"></div></body>`,
  );
}

/** A page of ours, whose policy lets in what is `allowed` and nothing else. Its scripts are deferred, or in the body. */
export function htmlPage(
  language: Language | null,
  allowed: readonly string[],
  head: readonly string[],
  body: string,
): string {
  const policy = [
    "default-src 'none'",
    // The default does not speak of where links start from and where forms go.
    "base-uri 'none'",
    "form-action 'none'",
    ...allowed,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language?.tag ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Heap Diff</title>
${[...head, ...(language === null ? [] : [dataElement(languageElement, language.messages)])].join('\n')}
</head>
${body}
</html>`;
}

/** An element of a page that holds data as JSON, in which no element, comment or line of a script can begin or end. */
export function dataElement(
  id: string,
  data: unknown,
  replacer?: (key: string, value: unknown) => unknown,
): string {
  const text = JSON.stringify(data, replacer).replace(
    /[<>&\u2028\u2029]/g,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/json" id="${id}">${text}</script>`;
}
