import { UnreadableError, UsageError } from './report/failure.ts';
import { pairReport, pairUsage } from './report/pairReport.ts';
import { seriesReport, seriesUsage } from './report/seriesReport.ts';
import { verifyReport, verifyUsage } from './report/verifyReport.ts';

const usage = `usage: ${pairUsage}
       ${seriesUsage}
       ${verifyUsage}

A folder stands for all profiles in it. Exit codes: 0 answered, whatever the verdict; 1 a file could not be read, or the
command line was not understood, which one line on stderr says. In a series a file that cannot be read is named in the
report and left out: it is 1 only where none can be read.`;

function answer(args: readonly string[]): Promise<string> {
  switch (args[0]) {
    case 'series':
      return seriesReport(args.slice(1));
    case 'verify':
      return verifyReport(args.slice(1));
    default:
      return pairReport(args);
  }
}

function fail(message: string): void {
  process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
  process.exitCode = 1;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${usage}\n`);
} else {
  try {
    process.stdout.write(await answer(args));
  } catch (error) {
    if (error instanceof UsageError) fail(`${error.message} (--help tells more)`);
    else if (error instanceof UnreadableError) fail(error.message);
    else throw error;
  }
}
