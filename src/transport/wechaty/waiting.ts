/** Promises that end: with a time limit, or when a signal aborts. None leaves a timer or a listener behind. */

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(what: string, milliseconds: number) {
    super(`${what} took longer than ${Math.round(milliseconds / 1000)} seconds.`);
  }
}

/** Rejects with a TimeoutError when `work` is not done in time. The work itself goes on, its failure unheard. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(what, milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves after the time, or at once when `signal` aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const rest = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await untilAborted(signal, rest);
  clearTimeout(timer);
}

/** What `work` resolves to, or undefined when `signal` aborts before. Without work it waits for the signal alone. */
export async function untilAborted<T>(signal: AbortSignal, work?: Promise<T>): Promise<T | undefined> {
  let onAbort = () => {};
  const aborted = new Promise<undefined>((resolve) => {
    onAbort = () => resolve(undefined);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
  try {
    return await (work ? Promise.race([work, aborted]) : aborted);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
