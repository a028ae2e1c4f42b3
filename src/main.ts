/** The process: environment, log, signals. Everything else is composed in `app.ts`. */

import { existsSync } from 'node:fs';
import closeWithGrace from 'close-with-grace';
import { type Logger, pino } from 'pino';
import { renderUnicodeCompact } from 'uqr';
import { type App, startApp } from './app.js';
import { readConfig } from './config.js';
import { scanHint, startedBanner } from './copy/zh-cn/process.js';

const STOP_WITHIN_MS = 8_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a terminal or a supervisor tells the whole process group, npm tells us again: within this time it is one. */
const SAME_SIGNAL_MS = 1_000;
/** Failures that nobody can put right by changing a setting: where they happened is what helps. */
const UNEXPECTED: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'SyntaxError']);

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  // Its worker died before this process came to listen for that.
  if (config.lease && !process.connected) process.exit(1);
  const log = pino({ level: config.logLevel, redact: ['*.text', '*.name', '*.code'] });
  let starting = startApp({ config, log, onScan: showQrCode });
  stopOnSignal(() => starting, log);
  for (;;) {
    const app = await starting;
    const { simulated } = config;
    process.stdout.write(`${startedBanner({ url: app.url, claimCode: app.claimCode(), simulated })}\n`);
    await app.over;
    log.warn('another process has taken the account over');
    await app.stop();
    // The bot of a worker has no other account; any other starts anew, to stand by.
    if (config.lease) process.exit(0);
    starting = startApp({ config, log, onScan: showQrCode });
  }
}

/**
 * Also a signal in the middle of the start ends in order: what is half open is opened, then closed. A start that failed
 * runs out by itself, and keeps its exit code.
 */
function stopOnSignal(starting: () => Promise<App>, log: Logger): void {
  let closing = false;
  const skip = ['beforeExit' as const, ...STOP_SIGNALS];
  const { close } = closeWithGrace({ delay: STOP_WITHIN_MS, logger: false, skip }, async ({ err }) => {
    closing = true;
    if (err) log.fatal({ err }, 'stopping after an unexpected failure');
    await starting().then(
      (app) => app.stop(),
      () => {},
    );
  });
  onStopSignal(() => {
    if (!closing) close();
  });
}

/** Whoever signals again after that does not want to wait. */
function onStopSignal(stop: () => void): void {
  let heard = false;
  let patient = true;
  const hear = (): void => {
    if (!patient) process.exit(1);
    if (heard) return;
    heard = true;
    setTimeout(() => (patient = false), SAME_SIGNAL_MS).unref();
    stop();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, hear);
  // The worker whose bot this is has died.
  process.on('disconnect', hear);
}

function showQrCode(qrCode: string): void {
  process.stdout.write(`${scanHint()}\n${renderUnicodeCompact(qrCode)}\n`);
}

function explainFailedStart(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return UNEXPECTED.has(error.name) ? (error.stack ?? error.message) : error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`Zaoba could not start.\n${explainFailedStart(error)}\n`);
  process.exitCode = 1;
});
