/** Lives random histories of a room through the real code and, beside it, through the model. */

import type { MemberId } from '../../../src/domain/ids.js';
import { decideLeave } from '../../../src/domain/leave.js';
import { addDays, formatLocalDay, type LocalDay } from '../../../src/domain/local-day.js';
import { instantOf } from '../../../src/domain/local-time.js';
import { decideMakeUp } from '../../../src/domain/make-up.js';
import { putIn, takeOut, undoCorrection, withoutCheckIn } from '../../../src/features/check-ins/correct-record.js';
import { giveLeave, takeLeaveBack } from '../../../src/features/check-ins/give-leave.js';
import { Catalogue } from '../../../src/kit/catalogue.js';
import { closeDay } from '../../../src/kit/close-day.js';
import { readMakeUpState } from '../../../src/kit/make-ups.js';
import { recountRoom } from '../../../src/kit/recount-room.js';
import { moveCheckIn, recordCheckIn, withdrawCheckIn } from '../../../src/kit/standing.js';
import { startWork, type Work } from '../../../src/kit/work.js';
import { noPictures } from '../../../src/ports/picture-shelf.js';
import type { Account } from '../../../src/storage/accounts.js';
import { findCheckIn } from '../../../src/storage/check-ins.js';
import type { Tx } from '../../../src/storage/database.js';
import { listLeaveAhead, listLeaveDays } from '../../../src/storage/leave-days.js';
import { markOffline, markOnline } from '../../../src/storage/outages.js';
import {
  deletePointsDay,
  deleteProtectedDay,
  saveFreezeRule,
  savePointsDay,
  saveProtectedDay,
} from '../../../src/storage/room-calendar.js';
import { readCheckInCount } from '../../../src/storage/room-days.js';
import type { Room } from '../../../src/storage/rooms.js';
import { NO_PAUSES } from '../../support/kit-bot.js';
import type { MemberModel, RoomModel } from './attendance-model.js';

const catalogue = new Catalogue([]);

export interface Action {
  readonly kind: (typeof KINDS)[number];
  readonly who: number;
  /** How many days back, or ahead where the kind looks ahead. */
  readonly days: number;
  readonly length: number;
}

export const KINDS = [
  'late',
  'again',
  'make-up',
  'leave',
  'end-leave',
  'withdraw',
  'move',
  'staff-put',
  'staff-take',
  'staff-leave',
  'undo',
  'protect',
  'points-day',
  'rule',
  'outage',
] as const;

type Undo = (work: Work) => Promise<void>;

export class RoomLife {
  readonly room: Room;
  readonly model: RoomModel;
  readonly members: ReadonlyArray<readonly [MemberId, MemberModel]>;
  readonly wrong: string[] = [];
  readonly #account: Account;
  readonly #first: LocalDay;
  readonly #outages = new Set<number>();
  readonly #done: Undo[] = [];

  constructor(
    place: { readonly account: Account; readonly room: Room; readonly first: LocalDay },
    model: RoomModel,
    members: RoomLife['members'],
  ) {
    this.#account = place.account;
    this.room = place.room;
    this.#first = place.first;
    this.model = model;
    this.members = members;
  }

  work(tx: Tx, today: LocalDay, minute = 12 * 60): Work {
    const now = instantOf(today, minute, this.room.settings.zone);
    return startWork({ pacing: NO_PAUSES, catalogue, pictures: noPictures }, tx, this.#account, now);
  }

  async checkIn(tx: Tx, who: number, day: LocalDay, today: LocalDay): Promise<void> {
    const [memberId, model] = this.#member(who);
    const { now } = this.work(tx, today);
    const at = instantOf(day, 12 * 60, this.room.settings.zone);
    const checkIn = { day, at, evidence: 'none', content: '' } as const;
    const { added } = await recordCheckIn(tx, this.#key(memberId), checkIn, now);
    this.expect(added === !model.checkIns.has(day), `${formatLocalDay(day)} of ${memberId} added ${added}`);
    if (!model.checkIns.has(day)) model.checkIns.set(day, { source: null, saidIn: monthOf(day) });
  }

  /** The small hours of the day after `today` are over. */
  async close(tx: Tx, today: LocalDay): Promise<void> {
    for (let turn = this.model.closedThrough; turn < today; turn++) {
      await closeDay(this.work(tx, addDays(today, 1), 121), this.room);
      const day = turn + 1;
      if (this.#outages.has(day)) this.model.protectedDays.add(day);
      this.model.closedThrough = day;
    }
  }

  async act(tx: Tx, action: Action, today: LocalDay): Promise<void> {
    const [memberId, model] = this.#member(action.who);
    const work = this.work(tx, today);
    await this[action.kind]({ tx, work, today, memberId, model, ...action });
  }

  async late({ tx, today, who, days }: Acting): Promise<void> {
    await this.checkIn(tx, who, back(today, days % 5), today);
  }

  async again({ tx, today, who }: Acting): Promise<void> {
    await this.checkIn(tx, who, today, today);
    await this.checkIn(tx, who, today, today);
  }

  async 'make-up'({ tx, work, today, memberId, model, days }: Acting): Promise<void> {
    const day = back(today, days % 10);
    const { settings } = this.room;
    const decided = decideMakeUp(day, await readMakeUpState(tx, this.room, memberId, today), settings);
    const since = Math.min(this.#first, ...model.checkIns.keys());
    const isNear = day < today && today - day <= settings.makeUpDays && day >= since;
    const isFree = model.used(monthOf(today)) < settings.makeUpQuota && !model.checkIns.has(day);
    this.expect(decided.ok === (isNear && isFree), `make-up of ${formatLocalDay(day)} is ${JSON.stringify(decided)}`);
    if (!decided.ok) return;
    const made = { day, at: work.now, evidence: 'none', content: '', source: 'make-up' } as const;
    await recordCheckIn(tx, this.#key(memberId), made, work.now);
    model.checkIns.set(day, { source: 'make-up', saidIn: monthOf(today) });
  }

  async leave({ work, today, memberId, model, days, length }: Acting): Promise<void> {
    const from = addDays(today, days % 4);
    const decided = decideLeave({ from, to: addDays(from, length) }, today, { byStaff: false });
    if (!decided.ok) return void this.wrong.push('a leave was refused');
    await giveLeave(work, this.room, this.#key(memberId), decided.value);
    for (const day of decided.value) model.leave.add(day);
  }

  async 'end-leave'({ tx, work, today, memberId, model }: Acting): Promise<void> {
    const days = await listLeaveAhead(tx, this.#key(memberId), today);
    await takeLeaveBack(work, this.room, this.#key(memberId), days);
    for (const day of model.leave) if (day >= today) model.leave.delete(day);
  }

  async withdraw({ tx, today, work, memberId, model }: Acting): Promise<void> {
    if (!model.checkIns.delete(today)) return;
    await withdrawCheckIn(tx, this.#key(memberId), today, work.now);
  }

  async move({ tx, today, work, memberId, model }: Acting): Promise<void> {
    const yesterday = back(today, 1);
    const from = await findCheckIn(tx, this.#key(memberId), today);
    const known = model.checkIns.get(today);
    if (!from || !known || model.checkIns.has(yesterday)) return;
    await moveCheckIn(tx, this.#key(memberId), { from, to: yesterday, now: work.now });
    model.checkIns.delete(today);
    model.checkIns.set(yesterday, known);
  }

  async 'staff-put'({ tx, work, today, memberId, model, days }: Acting): Promise<void> {
    const day = back(today, days);
    const missing = await withoutCheckIn(tx, this.room, [{ id: memberId, name: '' }], day);
    this.expect((missing.length === 0) === model.checkIns.has(day), `${formatLocalDay(day)} is missing or not`);
    if (missing.length === 0) return;
    await putIn(work, this.room, day, [memberId]);
    model.checkIns.set(day, { source: 'staff', saidIn: monthOf(today) });
    this.#done.push(async (later) => {
      await undoCorrection(later, this.room, { put: [memberId], day });
      if (model.checkIns.get(day)?.source === 'staff') model.checkIns.delete(day);
    });
  }

  async 'staff-take'({ tx, work, today, memberId, model, days }: Acting): Promise<void> {
    const day = back(today, days);
    const found = await findCheckIn(tx, this.#key(memberId), day);
    const known = model.checkIns.get(day);
    this.expect((found === undefined) === (known === undefined), `${formatLocalDay(day)} is there or not`);
    if (!found || !known) return;
    await takeOut(work, this.room, day, [memberId]);
    model.checkIns.delete(day);
    const { at, evidence, content, source } = found;
    this.#done.push(async (later) => {
      await undoCorrection(later, this.room, { taken: memberId, day, was: { at, evidence, content, source } });
      if (!model.checkIns.has(day)) model.checkIns.set(day, known);
    });
  }

  async 'staff-leave'({ tx, work, today, memberId, model, days, length }: Acting): Promise<void> {
    const from = back(today, days % 8);
    const decided = decideLeave({ from, to: addDays(from, length) }, today, { byStaff: true });
    if (!decided.ok) return void this.wrong.push('a leave by staff was refused');
    const known = new Set(await listLeaveDays(tx, this.#key(memberId), from, addDays(from, length)));
    const given = decided.value.filter((day) => !known.has(day));
    await giveLeave(work, this.room, this.#key(memberId), given);
    for (const day of given) model.leave.add(day);
    this.#done.push(async (later) => {
      await takeLeaveBack(later, this.room, this.#key(memberId), given);
      for (const day of given) model.leave.delete(day);
    });
  }

  async undo({ work }: Acting): Promise<void> {
    await this.#done.pop()?.(work);
  }

  async protect({ tx, work, today, days }: Acting): Promise<void> {
    const day = addDays(today, 2 - (days % 8));
    const isKnown = this.model.protectedDays.has(day);
    if (isKnown) await deleteProtectedDay(tx, this.room.id, day);
    else await saveProtectedDay(tx, this.room.id, { day, cause: 'staff', note: null, at: work.now });
    await recountRoom(work, this.room, day);
    if (isKnown) this.model.protectedDays.delete(day);
    else this.model.protectedDays.add(day);
  }

  async 'points-day'({ tx, today, days, length }: Acting): Promise<void> {
    const day = addDays(today, days % 4);
    if (day === today && (await readCheckInCount(tx, this.room.id, today)) > 0) return;
    await savePointsDay(tx, this.room.id, { day, factor: 2 + length });
    const before = this.model.factors.get(day);
    this.model.factors.set(day, 2 + length);
    this.#done.push(async (later) => {
      if (before === undefined) await deletePointsDay(later.tx, this.room.id, day);
      else await savePointsDay(later.tx, this.room.id, { day, factor: before });
      await recountRoom(later, this.room, day);
      if (before === undefined) this.model.factors.delete(day);
      else this.model.factors.set(day, before);
    });
  }

  async rule({ tx, today, days }: Acting): Promise<void> {
    const every = [0, 3, 4, 5, 7][days % 5] ?? 0;
    await saveFreezeRule(tx, this.room.id, addDays(today, 1), every);
    this.model.rules.push([addDays(today, 1), every]);
  }

  /** The bot is away from three in the afternoon until after midnight. */
  async outage({ tx, today }: Acting): Promise<void> {
    if (this.#outages.has(today)) return;
    await markOffline(tx, this.#account.id, instantOf(today, 15 * 60, this.room.settings.zone));
    await markOnline(tx, this.#account.id, instantOf(addDays(today, 1), 30, this.room.settings.zone));
    this.#outages.add(today);
  }

  expect(isSo: boolean, otherwise: string): void {
    if (!isSo) this.wrong.push(otherwise);
  }

  #member(who: number): readonly [MemberId, MemberModel] {
    const member = this.members[who % this.members.length];
    if (member === undefined) throw new RangeError('There is nobody.');
    return member;
  }

  #key(memberId: MemberId) {
    return { roomId: this.room.id, memberId };
  }
}

interface Acting extends Action {
  readonly tx: Tx;
  readonly work: Work;
  readonly today: LocalDay;
  readonly memberId: MemberId;
  readonly model: MemberModel;
}

function back(today: LocalDay, days: number): LocalDay {
  return addDays(today, -days);
}

function monthOf(day: LocalDay): string {
  return formatLocalDay(day).slice(0, 7);
}
