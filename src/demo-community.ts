/**
 * Fills a simulated WeChat with a community to look at: two rooms, twelve members, and a week that they live.
 *
 * Nothing is written past the bot. It is claimed, given its rooms and talked to as by anybody, while the clock moves from
 * one morning to the next, so every figure is true.
 */

import * as copy from './copy/zh-cn/demo.js';
import { demoPicture } from './demo-picture.js';
import { type Act, DemoStage, type StageParts } from './demo-stage.js';
import type { SimulatedWeChat } from './ports/simulated-wechat.js';
import type { TimeMachine } from './ports/time-machine.js';

export interface DemoParts extends StageParts {
  readonly timeMachine: TimeMachine;
  /** Undefined once the bot has an owner. */
  claimCode(): string | undefined;
}

type Name = copy.Member | 'owner';

/** Platform ids. */
interface Cast {
  readonly people: Readonly<Record<Name, string>>;
  readonly rooms: Readonly<Record<copy.DemoRoom, string>>;
}

/** The evening before day 1, late enough that the day owes no review any more. */
const SETTING_UP = '20:30';
const MINUTE_MS = 60_000;
const MEMBERS = Object.keys(copy.members) as copy.Member[];
const ROOMS = Object.keys(copy.rooms) as copy.DemoRoom[];

/** Rejects with a RangeError, one English sentence, when it was done before or cannot be done now. */
export async function demoCommunity(parts: DemoParts): Promise<void> {
  const { wechat, timeMachine } = parts;
  const stage = await DemoStage.open(parts);
  const ownerId = await stage.findOwner();
  const code = ownerId === undefined ? parts.claimCode() : undefined;
  refuseUnlessPossible(wechat, ownerId, code);

  const cast = gatherCast(wechat, ownerId);
  if (code !== undefined) await stage.play([claims(wechat, cast, code)]);
  await timeMachine.moveToNext(SETTING_UP);
  for (const room of ROOMS) {
    await stage.play([registers(wechat, cast, room)]);
    await stage.untilKnown([cast.rooms[room]]);
    await timeMachine.moveBy(MINUTE_MS);
  }
  for (const day of copy.week) await live(day, { stage, cast, wechat, timeMachine });
}

/** Whether it was played before, or at least begun: its rooms are there. */
export function hasDemoCommunity(wechat: SimulatedWeChat): boolean {
  const topics = ROOMS.map((room): string => copy.rooms[room].topic);
  return wechat.rooms().some(({ topic }) => topics.includes(topic));
}

function refuseUnlessPossible(wechat: SimulatedWeChat, ownerId: string | undefined, code: string | undefined): void {
  if (hasDemoCommunity(wechat)) throw new RangeError('The demonstration is here already.');
  if (ownerId !== undefined && !wechat.people().some(({ id }) => id === ownerId)) {
    throw new RangeError('The owner of the bot is nobody in this simulated WeChat.');
  }
  if (ownerId === undefined && code === undefined) throw new RangeError('The bot has no owner and cannot be claimed.');
}

function gatherCast(wechat: SimulatedWeChat, ownerId: string | undefined): Cast {
  const namesake = wechat.people().find(({ name }) => name === copy.owner)?.id;
  const owner = ownerId ?? namesake ?? wechat.addPerson(copy.owner).id;
  const members = recordOf(MEMBERS, (member) => wechat.addPerson(copy.members[member]).id);
  const rooms = recordOf(ROOMS, (room) => {
    const { topic, members: names }: copy.RoomPlan = copy.rooms[room];
    return wechat.addRoom(topic, [owner, ...names.map((name) => members[name])]).id;
  });
  return { people: { ...members, owner }, rooms };
}

function recordOf<Key extends string>(keys: readonly Key[], valueOf: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, string>;
}

function claims(wechat: SimulatedWeChat, { people }: Cast, code: string): Act {
  return () => wechat.say(people.owner, people.owner, copy.claim(code));
}

function registers(wechat: SimulatedWeChat, { people, rooms }: Cast, room: copy.DemoRoom): Act {
  return () => wechat.say(people.owner, rooms[room], copy.rooms[room].register);
}

interface Scene {
  readonly stage: DemoStage;
  readonly cast: Cast;
  readonly wechat: SimulatedWeChat;
  readonly timeMachine: TimeMachine;
}

async function live({ day, night }: copy.DemoDay, scene: Scene): Promise<void> {
  await scene.timeMachine.moveToNext('08:00');
  for (const moment of day) await liveMoment(moment, scene);
  await scene.timeMachine.moveToNext('20:00');
  for (const moment of night) await liveMoment(moment, scene);
}

async function liveMoment({ at, room, acts }: copy.Moment, { stage, cast, wechat, timeMachine }: Scene): Promise<void> {
  await timeMachine.moveToNext(at);
  const roomId = cast.rooms[room];
  await stage.play(
    acts.map(
      ([who, what]) =>
        () =>
          perform(wechat, cast.people[who], roomId, what),
    ),
  );
  await stage.untilKnown([roomId]);
}

function perform(wechat: SimulatedWeChat, personId: string, roomId: string, what: string | copy.Deed) {
  if (typeof what === 'string') return wechat.say(personId, roomId, what);
  if (what.does === 'voice') return wechat.sendMedia(personId, roomId, 'voice', what.caption);
  if (what.does === 'picture') return wechat.sendPicture(personId, roomId, demoPicture(what.page));
  wechat.joinRoom(roomId, personId);
  return undefined;
}
