/** `npm run bench`: prints a JSON line for each benchmark, beside the limit of this machine measured in the same run. */

import { readOptions, UsageError } from './bench/options.js';
import { runBench, runForParent } from './bench/run.js';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const options = readOptions(args);
  if (options.child !== undefined) return runForParent(options, options.child);
  const lines = await runBench(options, args);
  if (options.strict && lines.some(({ met }) => met === false)) process.exitCode = 1;
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof UsageError ? error.message : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`${told(error)}\n`);
  // What the failed run left open would keep the process waiting.
  process.exit(1);
});
