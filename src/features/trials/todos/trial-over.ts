/** The days of a trial are over: a person extends them, invites once more, or thanks and sees somebody off. */

import { farewell } from '../../../copy/zh-cn/trial-notes.js';
import * as copy from '../../../copy/zh-cn/trials.js';
import { EXTENSION_DAYS } from '../../../domain/trial.js';
import { queueErrand } from '../../../kit/errand.js';
import { tellPrivately } from '../../../kit/private-message.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { TRIAL_OVER } from '../../../kit/trials.js';
import { todayIn } from '../../../kit/work.js';
import { readMember } from '../../../storage/members.js';
import { isPresent } from '../../../storage/presence.js';
import { readRoom } from '../../../storage/rooms.js';
import { lockTrial, markTrialOver } from '../../../storage/trials.js';
import { TRIAL_REMOVAL } from '../errands/removal.js';
import { sayOffer } from '../offer-words.js';
import { extendBy, refuseNeedless } from '../orders/extend.js';
import { type OverData, readData } from '../todo-data.js';
import type { TrialMeant } from '../trial-meant.js';

const LAST_OFFER = 7;

export const trialOver = defineTodo({
  kind: TRIAL_OVER,
  describe: ({ todo, name, topic }) => copy.overTodo(readData<OverData>(todo), name, topic),
  options: [
    {
      word: copy.choices.extend,
      effect: 'undoable',
      async run(work) {
        const { name, ...meant } = await meantBy(work);
        return extendBy(work, meant, { name, days: EXTENSION_DAYS });
      },
    },
    { word: copy.choices.invite, effect: 'final', run: invite },
    { word: copy.choices.thank, effect: 'final', run: thank },
  ],
});

interface Meant extends TrialMeant {
  readonly name: string;
}

async function meantBy({ tx, todo }: TodoWork): Promise<Meant> {
  const trial = await lockTrial(tx, readData<OverData>(todo).trial);
  const { name } = await readMember(tx, trial.memberId);
  return { trial, room: await readRoom(tx, trial.roomId), name };
}

/** Where the bot may not write, whoever decided reads what they can send. */
async function invite(work: TodoWork): Promise<string> {
  const { tx, now } = work;
  const { name, ...meant } = await meantBy(work);
  const { trial, room } = meant;
  await refuseNeedless(work, meant, name);
  await work.changes.watch('trial', { id: trial.id });
  const offered = { ...trial, day: LAST_OFFER, name } as const;
  const body = await sayOffer({ ...work, room, today: todayIn(room, now) }, offered);
  const id = await tellPrivately(work, trial.memberId, { kind: 'trial-invitation', body });
  await markTrialOver(tx, trial.id, 'invited', now);
  return id === undefined ? copy.inviteYourself(name, body) : copy.invited(name);
}

async function thank(work: TodoWork): Promise<string> {
  const { tx, now, changes } = work;
  const { name, ...meant } = await meantBy(work);
  const { trial, room } = meant;
  if (!(await isPresent(tx, { roomId: room.id, memberId: trial.memberId }))) return thankAbsent(work, meant, name);
  await refuseNeedless(work, meant, name);
  const impact = { what: copy.thanking(room.topic), people: 1, names: [name], loses: copy.thankingLoses };
  await work.confirm({ ...impact, grave: true });
  await changes.watch('trial', { id: trial.id });
  const body = farewell(name, room.topic);
  const told = await tellPrivately(work, trial.memberId, { kind: 'trial-farewell', body });
  const errand = { do: 'remove', memberId: trial.memberId } as const;
  await queueErrand(work, { kind: TRIAL_REMOVAL, to: { roomId: room.id }, errand });
  await markTrialOver(tx, trial.id, 'thanked', now);
  return copy.thanked(name, told !== undefined);
}

async function thankAbsent({ tx, now, changes }: TodoWork, { trial }: TrialMeant, name: string): Promise<string> {
  await changes.watch('trial', { id: trial.id });
  await markTrialOver(tx, trial.id, 'gone', now);
  return copy.alreadyGone(name);
}
