/** One `import` or `export … from` of a source file. */
export interface Import {
  /** `node:fs`, `lit-html`, or a path from the checkout's root for a file of the project. */
  readonly target: string;
  readonly typeOnly: boolean;
  /** The file passes it on: `export … from`. */
  readonly reexport: boolean;
}

/** Source files by their path from the checkout's root. */
export type Sources = ReadonlyMap<string, string>;

interface Layer {
  /** The layer's files: a folder that ends in `/`, or one file. */
  readonly at: string;
  /** What they may import, in the same form, or a package's name. */
  readonly imports: readonly string[];
  /** What they may import types from, besides, and those files that hold nothing but types and words. */
  readonly types: readonly string[];
}

const toolkit = '@vscode/webview-ui-toolkit';
/** VS Code's own library for words in the reader's language, in what runs beside the extension host too. */
const l10n = '@vscode/l10n';
const mcp = '@modelcontextprotocol/sdk';

/** Arrows point down only. */
const layers: readonly Layer[] = [
  {
    at: 'src/core/',
    imports: [
      'src/core/',
      l10n,
      '@jridgewell/trace-mapping',
      'pprof-format',
      're2js',
      'simple-statistics',
      'valibot',
      'web-tree-sitter',
    ],
    types: ['sarif'],
  },
  { at: 'src/messageFields.ts', imports: ['valibot'], types: [] },
  {
    at: 'src/protocol.ts',
    imports: ['src/messageFields.ts', 'src/core/flame/widthMode.ts', 'valibot'],
    types: ['src/core/'],
  },
  {
    at: 'src/panelState.ts',
    imports: [
      'src/messageFields.ts',
      'src/protocol.ts',
      'src/core/flame/widthMode.ts',
      'src/core/flame/palette.ts',
      'valibot',
    ],
    types: ['src/core/'],
  },
  { at: 'src/savedPage.ts', imports: [], types: ['src/core/'] },
  { at: 'src/pageLanguage.ts', imports: [], types: [] },
  {
    at: 'src/seriesProtocol.ts',
    imports: ['src/messageFields.ts', 'src/protocol.ts', 'valibot'],
    types: ['src/core/'],
  },
  { at: 'src/engine/node/', imports: ['src/engine/', 'src/core/', l10n, 'node:'], types: [] },
  { at: 'src/engine/web/', imports: ['src/engine/', 'src/core/', l10n, 'pako'], types: [] },
  { at: 'src/engine/', imports: ['#engine/', 'src/engine/', 'src/core/', l10n, 'fzstd'], types: [] },
  { at: 'src/manifest.ts', imports: [], types: [] },
  {
    // It also runs without VS Code, and reaches servers and `kubectl` as Node does.
    at: 'src/host/capture/server/',
    imports: ['src/host/capture/server/', 'src/core/', l10n, 'node:', 'valibot'],
    types: [],
  },
  {
    at: 'src/host/',
    imports: [
      '#host/',
      '#engine/pause.ts',
      '#engine/thread.ts',
      'src/host/',
      'src/tools/',
      'src/disk/',
      'src/engine/',
      'src/core/',
      'src/messageFields.ts',
      'src/protocol.ts',
      'src/panelState.ts',
      'src/savedPage.ts',
      'src/pageLanguage.ts',
      'src/seriesProtocol.ts',
      'src/manifest.ts',
      l10n,
      'valibot',
      'vscode',
    ],
    types: [],
  },
  {
    at: 'src/start.ts',
    imports: ['src/core/language.ts', 'src/host/', 'src/tools/', 'src/manifest.ts', l10n, 'vscode'],
    types: ['src/engine/'],
  },
  { at: 'src/extension.ts', imports: ['src/start.ts', 'src/host/', l10n, 'vscode'], types: [] },
  { at: 'src/webExtension.ts', imports: ['src/start.ts', 'src/host/', l10n, 'vscode'], types: [] },
  { at: 'src/disk/', imports: ['src/disk/', 'src/core/', 'node:'], types: [] },
  { at: 'src/tools/', imports: ['src/tools/', 'src/engine/', 'src/core/', 'valibot'], types: [] },
  {
    at: 'src/mcp/',
    imports: ['src/mcp/', 'src/tools/', 'src/disk/', 'src/engine/', 'src/core/', mcp, 'node:'],
    types: [],
  },
  { at: 'src/mcp.ts', imports: ['src/mcp/', 'src/disk/', 'src/report/version.ts'], types: [] },
  {
    at: 'src/report.ts',
    imports: ['src/report/', 'src/mcp/', 'src/disk/', 'src/engine/', 'src/core/', 'node:'],
    types: [],
  },
  {
    at: 'src/report/',
    imports: ['src/report/', 'src/disk/', 'src/engine/', 'src/core/', 'node:'],
    types: [],
  },
  {
    at: 'webview/',
    imports: [
      'webview/',
      'src/core/flame/',
      'src/core/filled.ts',
      'src/core/format.ts',
      'src/core/displayName.ts',
      'src/core/names/place.ts',
      'src/core/stringColumn.ts',
      'src/core/openRequests.ts',
      'src/core/shown.ts',
      'src/core/assertNever.ts',
      // The clipboard's Markdown is written where it is copied, with what writes the report's.
      'src/core/report/headlineText.ts',
      'src/core/report/codeSpan.ts',
      'src/core/report/gapLines.ts',
      'src/core/report/partLines.ts',
      // As is the line for pprof, which says by core's error what pprof cannot do.
      'src/core/report/pprofCommand.ts',
      'src/core/report/tableText.ts',
      'src/core/error.ts',
      'src/core/known/aside.ts',
      'src/core/measures/retainedText.ts',
      'src/core/pair/valueWords.ts',
      'src/core/series/rate.ts',
      'src/messageFields.ts',
      'src/protocol.ts',
      'src/panelState.ts',
      'src/savedPage.ts',
      'src/pageLanguage.ts',
      'src/seriesProtocol.ts',
      l10n,
      'lit-html',
      'valibot',
      're2js',
      'uplot',
      toolkit,
    ],
    types: ['src/core/'],
  },
];

/**
 * The rooms inside a layer, one line a rung, the lowest first: a room imports itself and those above its line, types
 * included. A room is all that begins with its name, but for the rooms further in that have a line of their own.
 */
const ladders: readonly (readonly string[])[] = [
  [
    'src/core/',
    'src/core/formats/',
    'src/core/names/',
    'src/core/scripts/',
    'src/core/pair/',
    'src/core/stacks/',
    'src/core/tree/',
    'src/core/measures/',
    'src/core/evidence/',
    'src/core/answers/',
    'src/core/known/',
    'src/core/reduce/',
    'src/core/series/',
    'src/core/fix/',
    'src/core/metrics/',
    'src/core/gate/',
    'src/core/flame/',
    'src/core/report/',
    'src/core/report/pprof/',
    'src/core/source/',
    'src/core/code/',
    'src/core/hints/',
    'src/core/tell/',
  ],
  ['src/engine/', 'src/engine/node/', 'src/engine/web/', 'src/engine/code/', 'src/engine/series/'],
  [
    'src/host/',
    'src/host/node/',
    'src/host/web/',
    'src/host/say/',
    'src/host/source/',
    'src/host/line/',
    'src/host/annotations/',
    'src/host/walk/',
    'src/host/suspects/',
    'src/host/files/',
    'src/host/panel/',
    'src/host/capture/server/',
    'src/host/capture/',
    'src/host/series/',
    'src/host/tools/',
    'src/host/commands/compare/',
    'src/host/commands/',
  ],
  [
    'webview/controls.ts',
    'webview/icons.ts',
    'webview/keptFocus.ts',
    'webview/keptScroll.ts',
    'webview/state/',
    'webview/actions/',
    'webview/flame/',
    'webview/picture/',
    'webview/top/',
    'webview/menus/',
    'webview/parts/',
    'webview/main.ts',
    'webview/series/',
    'webview/seriesMain.ts',
    'webview/saved/',
  ],
];

/** Packages that only one file may import. */
const rooms: Readonly<Record<string, string>> = {
  'pprof-format': 'src/core/report/pprof/pprofWriter.ts',
  '@jridgewell/trace-mapping': 'src/core/scripts/generatedScript.ts',
  fzstd: 'src/engine/zstd.ts',
  pako: 'src/engine/web/inflate.ts',
  [toolkit]: 'webview/controls.ts',
  uplot: 'webview/series/seriesChart.ts',
};

/** What each file imports. */
export function importsOf(path: string, text: string): Import[] {
  const found = withoutComments(text).matchAll(
    /^\s*(?<kind>import|export)\b(?<what>[\w\s{},*$]*)\bfrom\s*['"](?<target>[^'"\n]+)['"]|\bimport\s*\(?\s*['"](?<bare>[^'"\n]+)['"]/gm,
  );
  return Array.from(found, ({ groups = {} }) => ({
    target: resolve(path, groups['target'] ?? groups['bare'] ?? ''),
    typeOnly: /^\s+type\b/.test(groups['what'] ?? ''),
    reexport: groups['kind'] === 'export',
  }));
}

/** Every import that the layers forbid, every package outside its room, every default export and barrel. */
export function violations(sources: Sources): string[] {
  return Array.from(sources, ([path, text]) => violationsIn(path, text, sources)).flat();
}

function violationsIn(path: string, text: string, sources: Sources): string[] {
  const layer = layers.find(({ at }) => isWithin(path, at));
  if (layer === undefined) return [`${path} belongs to no layer`];
  const found: string[] = [];
  for (const { target, typeOnly, reexport } of importsOf(path, text)) {
    const harmless = typeOnly || isWordsOnly(sources.get(target));
    const allowed = harmless ? [...layer.imports, ...layer.types] : layer.imports;
    if (!allowed.some(at => isWithin(target, at))) {
      found.push(`${path} imports ${typeOnly ? 'types from ' : ''}${target}`);
    }
    if (rungsBetween(path, target) < 0) found.push(`${path} imports ${target}, a room above its own`);
    const room = Object.keys(rooms).find(name => isWithin(target, name));
    if (room !== undefined && rooms[room] !== path) found.push(`${path} imports ${room}, not ${rooms[room]}`);
    if (reexport) found.push(`${path} passes on ${target}`);
  }
  if (/^\s*export\s+default\b/m.test(withoutComments(text))) found.push(`${path} has a default export`);
  return found;
}

/** How many rungs the import leads down: negative when it leads up, 0 where no ladder has both files. */
function rungsBetween(path: string, target: string): number {
  for (const ladder of ladders) {
    const [from, to] = [rungOf(ladder, path), rungOf(ladder, target)];
    if (from >= 0 && to >= 0) return from - to;
  }
  return 0;
}

/** The rung of the innermost room that the file is in, -1 when the ladder has none. */
function rungOf(ladder: readonly string[], path: string): number {
  let found = -1;
  ladder.forEach((room, rung) => {
    if (isWithin(path, room) && room.length > (ladder[found]?.length ?? 0)) found = rung;
  });
  return found;
}

/** Circles of imports that run at load time, each as the files on it. */
export function circles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) {
      found.push([...above.slice(above.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const { target, typeOnly } of importsOf(path, sources.get(path) ?? '')) {
      if (!typeOnly && sources.has(target)) walk(target, [...above, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) walk(path, []);
  return found;
}

/** Files and packages that run where these files do, in a browser: through `#` imports to what is written for it. */
export function reachedInBrowser(entries: readonly string[], sources: Sources): ReadonlySet<string> {
  const reached = new Set<string>();
  const walk = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { target, typeOnly } of importsOf(path, sources.get(path) ?? '')) {
      if (!typeOnly) walk(target.replace(/^#(\w+)\//, 'src/$1/web/'));
    }
  };
  for (const path of entries) walk(path);
  return reached;
}

/**
 * Whether a file holds only types and words: constants without a call or a function in them, such as the list that a type
 * follows from. The compiler is its test.
 */
export function isWordsOnly(text: string | undefined): boolean {
  if (text === undefined) return false;
  const code = withoutComments(text).replace(/^import\s+type\b[^;]*;/gm, '');
  return (
    !/^import\b/m.test(code) &&
    !/^(?:export\s+)?(?!type\b|interface\b|const\b|export\b)[a-z]/m.test(code) &&
    !/^(?:export\s+)?const\b[^=]*=(?!\s*[[{'"\d])/m.test(code) &&
    !/^(?:export\s+)?const\b[^;]*(?:=>|\bfunction\b|\bclass\b)/m.test(code)
  );
}

function isWithin(target: string, at: string): boolean {
  if (at.endsWith('/') || at.endsWith(':')) return target.startsWith(at);
  return target === at || (!at.endsWith('.ts') && target.startsWith(`${at}/`));
}

function resolve(path: string, target: string): string {
  return target.startsWith('.') ? new URL(target, `file:///${path}`).pathname.slice(1) : target;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
