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
}

/** The page of a panel: a script, style sheets and no data. */
export function panelPage({ source, styles, script, nonce, canCapture }: PageResources): string {
  const allowed = [`style-src ${source} ${emptyStyle}`, `font-src ${source}`, `script-src 'nonce-${nonce}'`];
  const head = [
    ...styles.map(address => `<link rel="stylesheet" href="${address}">`),
    `<script nonce="${nonce}" defer src="${script}"></script>`,
  ];
  return htmlPage(allowed, head, `<body data-can-capture="${canCapture}"><div id="app"></div></body>`);
}

/** A page of ours, whose policy lets in what is `allowed` and nothing else. */
export function htmlPage(allowed: readonly string[], head: readonly string[], body: string): string {
  const policy = [
    "default-src 'none'",
    // The default does not speak of where links start from and where forms go.
    "base-uri 'none'",
    "form-action 'none'",
    ...allowed,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Heap Diff</title>
${head.join('\n')}
</head>
${body}
</html>`;
}
