/** Messages of one account that were said through the login of another, in words. */

import type { JudgeRecords } from './judge-records.js';
import type { LeasedTown } from './leased-town.js';

/** Whatever arrives in an account's chats is in its own outbox. */
export function loginFaults(towns: readonly LeasedTown[], { outbox }: JudgeRecords): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { account, chat, body } of outbox) {
    const key = `${chat} ${body}`;
    owners.set(key, (owners.get(key) ?? new Set()).add(account));
  }
  return towns.flatMap(({ account: { name }, wechat }) =>
    wechat.arrivals.flatMap(({ chat, text }) => {
      const own = owners.get(`${chat} ${text}`) ?? new Set();
      if (own.has(name)) return [];
      return [`${name} said what is ${[...own].join()}'s: ${chat} ${text}`];
    }),
  );
}
