/**
 * Reads who is in each room, one room after the other, slowly on real platforms: after login, every half hour, and when
 * the platform says that something changed. WeChat does not tell when somebody leaves by oneself.
 */

import type { Puppet } from 'wechaty-puppet';
import type { ChatEvent, ChatPerson } from '../../ports/chat-gateway.js';
import type { BotView } from './bot-view.js';
import { pause } from './waiting.js';

export interface RosterReaderOptions {
  /** Milliseconds between two rooms. */
  readonly gapMs: number;
  readonly everyMs: number;
  readonly deliver: (roster: ChatEvent) => void;
  readonly onFault: (error: unknown) => void;
}

const SETTLE_MS = 2_000;
const SIDE_BY_SIDE = 8;

export class RosterReader {
  readonly #view: BotView;
  readonly #options: RosterReaderOptions;
  readonly #closing = new AbortController();
  readonly #settling = new Set<string>();
  #waiting = new Set<string>();
  /** How often people moved in a room: a list read while somebody moves is out of date. */
  readonly #moves = new Map<string, number>();
  #isReading = false;

  constructor(view: BotView, options: RosterReaderOptions) {
    this.#view = view;
    this.#options = options;
  }

  /** Reads all rooms now and then again and again, until closed. */
  async start(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#readAll();
      await pause(this.#options.everyMs, signal);
    }
  }

  /** The platform's word that something about the room changed. Changes come in bunches, so it waits a little. */
  readSoon(roomId: string): void {
    if (this.#settling.has(roomId)) return;
    this.#settling.add(roomId);
    const settled = () => {
      this.#settling.delete(roomId);
      this.#want([roomId]);
    };
    pause(SETTLE_MS, this.#closing.signal).then(settled, this.#options.onFault);
  }

  /** Before all others that wait. */
  readNext(roomId: string): void {
    this.#waiting = new Set([roomId, ...this.#waiting]);
    this.#want([roomId]);
  }

  noteMove(roomId: string): void {
    this.#moves.set(roomId, (this.#moves.get(roomId) ?? 0) + 1);
  }

  close(): void {
    this.#closing.abort();
    this.#waiting.clear();
  }

  async #readAll(): Promise<void> {
    try {
      this.#want(await this.#view.puppet.roomList());
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #want(roomIds: readonly string[]): void {
    if (this.#closing.signal.aborted) return;
    for (const roomId of roomIds) if (!this.#view.leftRooms.has(roomId)) this.#waiting.add(roomId);
    if (!this.#isReading) this.#readWaiting().catch(this.#options.onFault);
  }

  async #readWaiting(): Promise<void> {
    this.#isReading = true;
    for (let roomId = this.#takeFirst(); roomId !== undefined; roomId = this.#takeFirst()) {
      await this.#read(roomId).catch(this.#options.onFault);
      await pause(this.#options.gapMs, this.#closing.signal);
    }
    this.#isReading = false;
  }

  #takeFirst(): string | undefined {
    const [roomId] = this.#waiting;
    if (roomId !== undefined) this.#waiting.delete(roomId);
    return roomId;
  }

  async #read(roomId: string): Promise<void> {
    const { puppet, names, clock, selfId } = this.#view;
    const moves = this.#moves.get(roomId);
    const at = clock.now();
    const { topic } = await puppet.roomRawPayloadParser(await puppet.roomRawPayload(roomId));
    const memberIds = await puppet.roomMemberList(roomId);
    const people = await readPeople(puppet, roomId, memberIds);
    if (this.#closing.signal.aborted || this.#view.leftRooms.has(roomId) || memberIds.length === 0) return;
    if (moves !== this.#moves.get(roomId)) return void this.#waiting.add(roomId);

    names.learnRoom(roomId, topic, new Map(people.map(({ platformId, name }) => [platformId, name])));
    const others = people.filter(({ platformId }) => platformId !== selfId);
    this.#options.deliver({ type: 'room.roster', room: { platformId: roomId, topic }, at, people: others });
  }
}

async function readPeople(puppet: Puppet, roomId: string, ids: readonly string[]): Promise<readonly ChatPerson[]> {
  const people: ChatPerson[] = [];
  for (let from = 0; from < ids.length; from += SIDE_BY_SIDE) {
    const batch = ids.slice(from, from + SIDE_BY_SIDE);
    people.push(...(await Promise.all(batch.map((id) => readPerson(puppet, roomId, id)))));
  }
  return people;
}

/** Somebody whose name cannot be read is still in the room. */
async function readPerson(puppet: Puppet, roomId: string, personId: string): Promise<ChatPerson> {
  const member = await puppet.roomMemberPayload(roomId, personId).catch(() => undefined);
  return { platformId: personId, name: member?.roomAlias || member?.name || '' };
}
