import { spawnSync } from 'node:child_process';
import { run, which } from './run.ts';

interface SystemTool {
  /** Where it is, or anything else that says that it is there. */
  readonly find: () => string | undefined;
  /** Debian's packages for it. */
  readonly packages: readonly string[];
  readonly without: string;
}

/** What tests and the embedded workbench use from the system. */
export const systemTools = {
  chromium: {
    // Its headless shell takes half of the processor: the workbench's tests have not passed in it yet.
    find: () => process.env['CHROMIUM'] ?? which('chromium', 'chromium-browser', 'google-chrome'),
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
    const packages = missing.flatMap(tool => tool.packages);
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  }
  for (const { name, find, packages, without } of missing) {
    if (!find()) console.error(`MISSING ${name}: ${without}. Install ${packages.join(' ')} to have it.`);
  }
}
