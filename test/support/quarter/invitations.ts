/** People ask for their code of invitation, and newcomers say one, on their first days or too late. */

import type { Habit, Quarter } from './quarter.js';
import type { Character } from './town.js';

const ASKS = 0.05;
const SAYS = 0.15;
/** Days after their coming on which newcomers still think of it. */
const THINK_OF_IT = 9;
const CODE = /邀请码：([A-Z0-9]{8})/u;
const DAY_MS = 86_400_000;
const NEW_MS = 7 * DAY_MS;

export const invitations: Habit = {
  minutes: [12 * 60 + 30],

  async act(quarter) {
    for (const person of quarter.town.people.filter((one) => quarter.stage.rooms.isIn(one, one.trial))) {
      if (person.whispers && quarter.chance(ASKS)) await ask(quarter, person);
      if (isMindful(quarter, person) && quarter.chance(SAYS)) await say(quarter, person);
    }
  },
};

async function ask({ stage, brought }: Quarter, person: Character): Promise<void> {
  const code = CODE.exec(await stage.asks(person, undefined, '我的邀请码'))?.[1];
  if (code !== undefined) brought.codes.set(code, person.platformId);
}

function isMindful({ stage }: Quarter, { platformId, whispers }: Character): boolean {
  const since = stage.rooms.firstSeen(platformId);
  return whispers && since !== undefined && stage.now - since < THINK_OF_IT * DAY_MS;
}

/** Counts for those who are new and nobody's yet; not of one's own, nor where it closes a ring. */
async function say({ stage, brought, random, loans }: Quarter, { platformId }: Character): Promise<void> {
  const codes = [...brought.codes];
  const [code, inviter] = codes[Math.floor(random() * codes.length)] ?? [];
  if (code === undefined || inviter === undefined) return;
  await stage.asks({ platformId, name: '' }, undefined, `邀请码 ${code}`);
  const isNew = stage.now - (stage.rooms.firstSeen(platformId) ?? 0) < NEW_MS;
  if (inviter === platformId || !isNew || loans.isHelper(platformId, stage.now)) return;
  brought.note(platformId, inviter);
}
