/**
 * What is given at once where it is at hand, and waited for elsewhere. On the hot path that is worth the trouble: waiting for
 * something that is there already takes a tenth as long as asking SQLite for it, and a check-in would do it fifty times.
 */

export type Awaitable<T> = T | Promise<T>;

export function andThen<T, R>(value: Awaitable<T>, use: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
