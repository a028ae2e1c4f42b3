/** A log that keeps its lines for a test to look at. */

import { pino, type Logger } from 'pino';

export interface QuietLog {
  readonly log: Logger;
  /** Lines of at least this level: 40 warn, 50 error. */
  lines(level?: number): readonly { readonly level: number; readonly msg: string }[];
  text(): string;
}

export function quietLog(): QuietLog {
  const written: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void written.push(line) });
  const parse = (line: string) => JSON.parse(line) as { level: number; msg: string };
  return {
    log,
    lines: (level = 0) => written.map(parse).filter((line) => line.level >= level),
    text: () => written.join(''),
  };
}
