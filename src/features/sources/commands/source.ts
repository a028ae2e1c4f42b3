/** Where members came from: in figures, of one of them, by a person's word; and what a room is the source of. */

import * as copy from '../../../copy/zh-cn/sources.js';
import { localDayOf } from '../../../domain/local-time.js';
import { DEFAULT_SETTINGS, runsCourse } from '../../../domain/room.js';
import type { Source } from '../../../domain/source.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { Member } from '../../../storage/members.js';
import { findMemberName, findRoomTopic } from '../../../storage/names.js';
import { saveSettings } from '../../../storage/room-settings.js';
import { findSource, type MemberSource, saveSource } from '../../../storage/sources.js';
import { readFigures } from '../figures.js';
import { sourceOrder } from '../source-order.js';

const args = { order: sourceOrder };
type SourceWork = CommandWork<typeof args, 'anywhere'>;

export const source = defineCommand({
  name: 'sources.source',
  triggers: copy.triggers.source,
  summary: copy.summaries.source,
  example: copy.examples.source,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { order } = work.args;
    if (order.do === 'room') return nameRoom(work, order.name);
    if (isPublic(work.chatRoom)) throw new RefusedError({ code: 'source.not_in_public' });
    if (order.do === 'count') return copy.sourceFigures(await readFigures(work), work.inRoom);
    return order.do === 'show' ? show(work, order.who) : change(work, order.who, order.name);
  },
});

async function show(work: SourceWork, member: Member): Promise<string> {
  const { tx, inRoom } = work;
  const known = await readSource(work, member);
  const inviter = 'inviterId' in known.source ? ((await findMemberName(tx, known.source.inviterId)) ?? null) : null;
  const topic = known.roomId === null ? undefined : await findRoomTopic(tx, known.roomId);
  const since = localDayOf(known.since, work.room?.settings.zone ?? DEFAULT_SETTINGS.zone);
  return copy.oneSource({ name: member.name, source: known.source, inviter, since, topic }, inRoom);
}

async function change(work: SourceWork, member: Member, name: string): Promise<string> {
  const { tx, account, speaker, changes } = work;
  const known = await readSource(work, member);
  const told: Source = name === '' ? { kind: 'unknown' } : { kind: 'manual', name };
  await changes.watch('member_source', { account_id: account.id, member_id: member.id });
  await saveSource(tx, account.id, { ...known, source: told, by: speaker.id });
  return copy.sourceChanged(member.name, told);
}

async function readSource({ tx, account }: SourceWork, { id, name }: Member): Promise<MemberSource> {
  return present(await findSource(tx, account.id, id), { code: 'source.no_member', name });
}

/** The same as the room's setting of that name. */
async function nameRoom({ tx, room, changes }: SourceWork, name: string): Promise<string> {
  if (!room || !runsCourse(room.kind)) throw new RefusedError({ code: 'source.no_room' });
  await changes.watch('room', { id: room.id }, ['settings']);
  await saveSettings(tx, room.id, { ...room.settings, source: name });
  return copy.roomSourceSaved(room.topic, name);
}
