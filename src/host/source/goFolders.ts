/** The environment of the extension host; empty where there is none (the web). */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Folders that may be GOROOT, best first, after what the user has set. No `go` is run to ask. */
export function goRootCandidates(settings: readonly string[], env: Environment): readonly string[] {
  const onPath = list(env['PATH'] ?? env['Path'], env)
    .filter(folder => /[/\\]bin[/\\]?$/.test(folder))
    .map(folder => folder.replace(/[/\\]bin[/\\]?$/, ''));
  const home = homeOf(env);
  const usual = isWindows(env)
    ? ['C:\\Program Files\\Go', 'C:\\Go', ...under(home, 'scoop\\apps\\go\\current', 'sdk\\go')]
    : [
        '/usr/local/go',
        '/usr/lib/go',
        '/usr/lib/golang',
        '/opt/homebrew/opt/go/libexec',
        '/usr/local/opt/go/libexec',
        '/home/linuxbrew/.linuxbrew/opt/go/libexec',
        '/snap/go/current',
        ...under(home, 'go/go', 'sdk/go', '.local/go'),
      ];
  return distinct([...settings, env['GOROOT'] ?? '', ...onPath, ...usual]);
}

/** Folders that may be GOMODCACHE, best first, after what the user has set. */
export function moduleCacheCandidates(settings: readonly string[], env: Environment): readonly string[] {
  const separator = isWindows(env) ? '\\' : '/';
  const paths = [...list(env['GOPATH'], env), ...under(homeOf(env), 'go')];
  const caches = paths.map(path => [path.replace(/[/\\]$/, ''), 'pkg', 'mod'].join(separator));
  return distinct([...settings, env['GOMODCACHE'] ?? '', ...caches]);
}

function homeOf(env: Environment): string {
  return env['HOME'] ?? env['USERPROFILE'] ?? '';
}

function isWindows(env: Environment): boolean {
  return env['OS'] === 'Windows_NT';
}

function under(home: string, ...paths: readonly string[]): readonly string[] {
  const separator = home.includes('\\') ? '\\' : '/';
  return home === '' ? [] : paths.map(path => `${home}${separator}${path}`);
}

function list(variable: string | undefined, env: Environment): readonly string[] {
  return (variable ?? '').split(isWindows(env) ? ';' : ':').filter(path => path !== '');
}

/** Absolute paths only: a relative one would mean whatever the current folder is. */
function distinct(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter(path => /^(?:\/|[a-zA-Z]:[/\\])/.test(path));
}
