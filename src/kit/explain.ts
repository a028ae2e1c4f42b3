/** Turns what a handler threw into words for the asker: a refusal says why, a fault gives an incident number. */

import { isUnavailable } from '../storage/retry.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import { RefusedError } from './refused-error.js';

/** Logs it too. Throws again what the whole transaction has to hear: that the database is gone. */
export function explain(error: unknown, handler: string, options: DispatcherOptions): string {
  const { log, newIncident, wording } = options;
  if (error instanceof RefusedError) {
    log.info({ refusal: error.refusal.code, handler }, 'refused');
    return wording.refusal(error.refusal);
  }
  if (isUnavailable(error)) throw error;
  const incident = newIncident();
  log.error({ err: error, incident, handler }, 'handler failed');
  return wording.fault(incident);
}
