import { spawnSync } from 'node:child_process';
import { run, which } from './run.ts';

interface SystemTool {
  /** Where it is, or anything else that says that it is there. */
  readonly find: () => string | undefined;
  /** Debian's packages for it. */
  readonly packages: readonly string[];
  readonly without: string;
}

/** Chromium without the parts that no page sees. */
const shell = 'chromium-headless-shell';

/** What tests and the embedded workbench use from the system. */
export const systemTools = {
  headlessShell: {
    find: () => which(shell),
    packages: [shell],
    without: 'pages and the workbench take twice the processor time, in chromium itself',
  },
  chromium: {
    find: () => process.env['CHROMIUM'] ?? which(shell, 'chromium', 'chromium-browser', 'google-chrome'),
    packages: ['chromium'],
    without: 'no workbench tests',
  },
  fonts: {
    find: () => spawnSync('fc-list', { encoding: 'utf8' }).stdout?.trim() || undefined,
    packages: ['fontconfig', 'fonts-dejavu-core'],
    without: 'no text in the workbench tests',
  },
  compiler: {
    find: () => which('g++') && which('make') && which('python3'),
    packages: ['g++', 'make', 'python3'],
    without: 'no embedded VS Code',
  },
  go: {
    find: () => which('go'),
    packages: ['golang-go'],
    without: 'no comparison with go tool pprof',
  },
} as const satisfies Record<string, SystemTool>;

/** Installs what is missing of these, where this may be done, and says what still is. */
export async function installSystemTools(names: readonly (keyof typeof systemTools)[]): Promise<void> {
  const missing = names.map(name => ({ name, ...systemTools[name] })).filter(tool => !tool.find());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && which('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    // One after the other: a package that this system does not have takes no other with it, and one may do for the next.
    for (const { find, packages } of missing) {
      if (find()) continue;
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
    }
  }
  for (const { name, find, packages, without } of missing) {
    if (!find()) console.error(`MISSING ${name}: ${without}. Install ${packages.join(' ')} to have it.`);
  }
}
