/** Log: who did what, when and where; by person, by day, and one step with what was before and after. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/safety.js';
import { accept } from '../../../domain/decision.js';
import type { ActionId, MemberId } from '../../../domain/ids.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { instantOf } from '../../../domain/local-time.js';
import { mayActAs } from '../../../domain/role.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { type Argument, integer, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { type Action, type ActionFilter, findAction, listActions } from '../../../storage/actions.js';
import { readRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { viewAction } from '../view-action.js';

const LISTED = 10;
const NEEDED = 'manager';

type Wanted = { readonly id: ActionId } | { readonly day: LocalDay } | { readonly memberId: MemberId };

const number = integer(copy.labels.number, { min: 1, max: Number.MAX_SAFE_INTEGER });
const person = member(copy.labels.log, describeMember);

const wanted: Argument<Wanted> = {
  label: copy.labels.log,
  async parse(context) {
    const first = context.words.peek() ?? '';
    if (/^#?\d+$/u.test(first)) {
      const id = await number.parse(context);
      return id.ok ? accept({ id: id.value as ActionId }) : id;
    }
    const day = context.parseDay(first, context.today);
    if (day !== undefined) {
      context.words.next();
      return accept({ day });
    }
    const chosen = await person.parse(context);
    return chosen.ok ? accept({ memberId: chosen.value.id }) : chosen;
  },
};

export const log = defineCommand({
  name: 'safety.log',
  triggers: copy.triggers.log,
  summary: copy.summaries.log,
  example: copy.examples.log,
  allow: NEEDED,
  scope: 'anywhere',
  effect: 'none',
  args: { wanted: optional(wanted, undefined) },

  async run(work) {
    const { tx, account, room, chatRoom, args, inRoom } = work;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'log.not_in_public' });
    if (args.wanted !== undefined && 'id' in args.wanted) return showOne(work, args.wanted.id);
    const filter = { accountId: account.id, roomId: room?.id, ...filterOf(args.wanted, room) };
    const actions = await listActions(tx, filter, LISTED);
    const views: copy.ActionView[] = [];
    for (const action of actions) views.push(await viewAction(work, action));
    return copy.actionList(room?.topic, views, inRoom);
  },
});

function filterOf(given: Wanted | undefined, room: Room | undefined): Partial<ActionFilter> {
  if (given === undefined || 'id' in given) return {};
  if ('memberId' in given) return given;
  const { zone } = room?.settings ?? DEFAULT_SETTINGS;
  return { from: instantOf(given.day, 0, zone), before: instantOf(addDays(given.day, 1), 0, zone) };
}

/** A step in a room where the speaker has no say does not exist for them. */
async function showOne(work: ChatWork & { inRoom(line: string): string }, id: ActionId): Promise<string> {
  const { tx, account, speaker, sentAt } = work;
  const action: Action = present(await findAction(tx, account.id, id), { code: 'undo.unknown', number: id });
  const role = await readRole(tx, speaker.id, action.roomId ?? undefined, sentAt);
  if (!mayActAs(role, NEEDED)) throw new RefusedError({ code: 'undo.unknown', number: id });
  return copy.actionShown(await viewAction(work, action), work.inRoom);
}
