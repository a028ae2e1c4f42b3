/** Asks the server to do something. What goes wrong is shown, once, as a toast. */

import { hc } from 'hono/client';
import { errors } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatorApi } from '../simulator-api.js';
import type { ApiError } from '../valid-input.js';
import { showToast } from './toast.js';

interface Answer {
  readonly ok: boolean;
  json(): Promise<unknown>;
}

export const api = hc<SimulatorApi>('/api');

/** The answer, or undefined when there was none or a refusal, which people have been told about. */
export async function ask<Given extends Answer>(request: Promise<Given>): Promise<Given | undefined> {
  const answer = await request.catch(() => undefined);
  if (answer?.ok) return answer;
  showToast(answer ? await troubleOf(answer) : errors.offline);
  return undefined;
}

async function troubleOf(answer: Answer): Promise<string> {
  try {
    return ((await answer.json()) as ApiError).error;
  } catch {
    return errors.fault;
  }
}
