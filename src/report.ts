import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { RefusedError } from './disk/folders.ts';
import { compareReport, compareUsage } from './report/compareReport.ts';
import { reason, UnreadableError, UsageError } from './report/failure.ts';
import { parsed } from './report/options.ts';
import { pairReport, pairUsage } from './report/pairReport.ts';
import type { Printed } from './report/printed.ts';
import { seriesReport, seriesUsage } from './report/seriesReport.ts';
import { verifyReport, verifyUsage } from './report/verifyReport.ts';
import { version } from './report/version.ts';

/** A command, its usage and what its help says beside. */
interface Command {
  readonly usage: string;
  readonly about: string;
  readonly run: (args: readonly string[]) => Promise<Printed>;
}

const commands: Readonly<Record<string, Command>> = {
  compare: {
    usage: compareUsage,
    about: `What grew between two profiles, and whether that is too much. A limit is passed only by growth beyond sampling noise. A
limit that cannot be judged is said on stderr, and fails with --strict. Known leaks are set aside: those that --known FILE,
or .heap-diff.json in the working folder, lists.`,
    run: compareReport,
  },
  series: {
    usage: seriesUsage,
    about: `What became of a heap over four or more captures. A folder stands for the heaps in it, or for all profiles where it
has none; a file that cannot be read is named and left out. --settled names captures that were taken after the load had stopped.
--rss and --requests read CSV with a time in its first column, or a saved answer of Prometheus: what memory the heap has not,
and whether growth follows traffic.`,
    run: seriesReport,
  },
  verify: {
    usage: verifyUsage,
    about: `Whether growth has stopped after a fix: captures from before it against captures from after it. Not fixed, or only
slower, is 1; where it cannot be said it is 0, and with --strict 1. With requests
counted in both, growth is held against them instead of hours.`,
    run: verifyReport,
  },
};

const mcpUsage = 'heap-diff mcp [FOLDER…]';

const mcpHelp = `usage: ${mcpUsage}

Serves five tools for assistants over the Model Context Protocol, on stdin and stdout, until stdin is closed: compare_heap_profiles,
explain_growth, heap_over_time, check_evidence, verify_fix. They read below the folders, or the working folder, and nothing
else; links are followed only there. Nothing is written.`;

const exitCodes = `Exit codes: 0 every limit held, or none was set; 1 a limit was passed; 2 a file could not be read, the answer could not be
written, or the command line was not understood, which one line on stderr says.`;

const usage = `usage: ${Object.values(commands)
  .map(command => command.usage)
  .join('\n       ')}
       ${mcpUsage}
       ${pairUsage}

From a checkout: npm run report -- COMMAND …. heap-diff COMMAND --help tells more of one.

${exitCodes}`;

function help(command: Command | undefined): string {
  if (command === undefined) return usage;
  return `usage: ${command.usage}\n\n${command.about}\n\n${exitCodes}`;
}

function fail(message: string): void {
  process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
  process.exitCode = 2;
}

/** What becomes of an answer that is not taken: Node alone would exit with 1, which says that a limit was passed. */
function answerStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has enough, as `head` does; the exit code is still that of the limits.
    if (error.code !== 'EPIPE') fail(`The answer cannot be written: ${reason(error)}. Write it elsewhere.`);
  });
  process.stderr.on('error', () => {});
}

async function main(args: readonly string[]): Promise<void> {
  answerStreams();
  const command = Object.hasOwn(commands, args[0] ?? '') ? commands[args[0] ?? ''] : undefined;
  if (args[0] === 'help') return main([...args.slice(1), '--help']);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${args[0] === 'mcp' ? mcpHelp : help(command)}\n`);
    return;
  }
  if (args[0] === '--version') {
    process.stdout.write(`${version()}\n`);
    return;
  }
  try {
    if (args[0] === 'mcp') {
      await serveTools(args.slice(1));
      return;
    }
    if (command === undefined) checkCommand(args[0] ?? '');
    const { text, notes, passed } =
      command === undefined ? await pairReport(args) : await command.run(args.slice(1));
    process.stdout.write(text);
    for (const note of notes) process.stderr.write(`${note.replaceAll('\n', ' ')}\n`);
    if (passed) process.exitCode = 1;
  } catch (error) {
    if (error instanceof UsageError) fail(`${error.message} (--help tells more)`);
    else if (error instanceof UnreadableError || error instanceof RefusedError) fail(error.message);
    else {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 2;
    }
  }
}

/** A word that is no file is a command that was mistyped. */
function checkCommand(word: string): void {
  if (!/^[a-z]+$/.test(word) || existsSync(word)) return;
  const named = [...Object.keys(commands), 'mcp'].join(', ');
  throw new UsageError(`"${word}" is no file, and no command: these are ${named}`);
}

/** Loaded when it is asked for: no other command needs the protocol. */
async function serveTools(args: readonly string[]): Promise<void> {
  const { serve } = await import('./mcp/serve.ts');
  const { positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }));
  await serve(positionals, {
    folder: import.meta.dirname,
    file: import.meta.filename,
    version: version(),
  });
}

void main(process.argv.slice(2));
