/** People of a platform as members: whoever is not known yet is added, a whole list at once. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { ChatPerson } from '../ports/chat-gateway.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { sessionOf } from './sessions.js';
import { inSlices } from './slices.js';

/** The members behind a list, each with the name there. Who stands in it by two ids is one member. */
export async function findOrAddMembers(
  tx: Tx,
  accountId: AccountId,
  people: readonly ChatPerson[],
  now: number,
): Promise<Map<MemberId, string>> {
  const listed = new Map(people.map((person) => [person.platformId, person]));
  const members = new Map<MemberId, string>();
  for (const some of inSlices([...listed.values()])) {
    const known = await findIds(tx, accountId, some);
    const unknown = some.filter(({ platformId }) => !known.has(platformId));
    const ids = new Map([...known, ...(await addMembers(tx, accountId, unknown, now))]);
    for (const { platformId, name } of some) {
      const id = ids.get(platformId);
      if (id !== undefined) members.set(id, name);
    }
  }
  return members;
}

async function findIds(tx: Tx, accountId: AccountId, people: readonly ChatPerson[]): Promise<Map<string, MemberId>> {
  const platformIds = people.map(({ platformId }) => platformId);
  const rows = await tx
    .selectFrom('member_identity')
    .select(['platform_id as platformId', 'member_id as id'])
    .where('account_id', '=', accountId)
    .where('platform_id', 'in', platformIds)
    .execute();
  return new Map(rows.map(({ platformId, id }) => [platformId, id]));
}

/** Of people who are all unknown; resolves to the id of each by the platform's. */
export async function addMembers(
  tx: Tx,
  accountId: AccountId,
  people: readonly ChatPerson[],
  now: number,
): Promise<Map<string, MemberId>> {
  if (people.length === 0) return new Map();
  const rows = people.map(({ name }) => ({ name: cleanText(name), created_at: now }));
  const takeId = takerByName(await tx.insertInto('member').values(rows).returning(['id', 'name']).execute());
  const { session } = await sessionOf(tx, accountId).executeTakeFirstOrThrow();
  const identities = people.map(({ platformId, name }) => ({
    account_id: accountId,
    platform_id: platformId,
    member_id: takeId(cleanText(name)),
    session,
  }));
  await tx.insertInto('member_identity').values(identities).execute();
  return new Map(identities.map((identity) => [identity.platform_id, identity.member_id]));
}

/** A database promises no order for what it returns. New members of one name are alike, so each takes any of its ids. */
function takerByName(added: readonly { id: MemberId; name: string }[]): (name: string) => MemberId {
  const idsByName = new Map<string, MemberId[]>(added.map(({ name }) => [name, []]));
  for (const { id, name } of added) idsByName.get(name)?.push(id);
  return (name) => {
    const id = idsByName.get(name)?.shift();
    if (id === undefined) throw new Error('A member was added and has no id.');
    return id;
  };
}
