/**
 * A wechaty puppet over the simulated WeChat: to the bot it is like any other.
 *
 * Each area of the puppet is a class of its own, one upon the other; this one brings it to life.
 */

import { types } from 'wechaty-puppet';
import { SimulatedMomentPuppet } from './simulated-moment-puppet.js';
import type { SimulatedWorld } from './simulated-world.js';
import type { WorldEvent, WorldMembershipEvent, WorldMessage } from './world-state.js';

export interface SimulatedPuppetOptions {
  /** How many of the bot's own latest messages are told again at login, as some platforms do: none unless told. */
  readonly replayOwn?: number;
  readonly cache?: Readonly<Record<string, number>>;
}

/** Wechaty takes a puppet for dead after 60 s without a beat. */
const HEARTBEAT_MS = 15_000;

const STALE = { person: types.Dirty.Contact, members: types.Dirty.RoomMember, message: types.Dirty.Message } as const;

export class SimulatedPuppet extends SimulatedMomentPuppet {
  readonly #replayOwn: number;
  #heartbeat: NodeJS.Timeout | undefined;
  #stopListening = () => {};
  #running = false;

  constructor(world: SimulatedWorld, { replayOwn = 0, cache }: SimulatedPuppetOptions = {}) {
    super(world, cache ? { cache } : {});
    this.#replayOwn = replayOwn;
  }

  override async onStart(): Promise<void> {
    this.#heartbeat = setInterval(() => this.emit('heartbeat', { data: 'simulated' }), HEARTBEAT_MS);
    this.#heartbeat.unref();
    this.#running = true;
    setImmediate(() => this.#arrive());
  }

  override async onStop(): Promise<void> {
    this.#running = false;
    clearInterval(this.#heartbeat);
    this.#stopListening();
  }

  #arrive(): void {
    if (!this.#running || this.isLoggedIn) return;
    this.login(this.world.cast.bot().id);
    this.emit('ready', { data: 'simulated' });
    for (const message of this.#ownLatest()) this.emit('message', { messageId: message.id });
    for (const message of this.world.unheard()) this.#pass(message);
    this.#stopListening();
    this.#stopListening = this.world.events.listen((event) => this.#tell(event));
  }

  #ownLatest(): readonly WorldMessage[] {
    if (this.#replayOwn === 0) return [];
    const own = this.world.history
      .all()
      .filter(({ fromId, kind }) => fromId === this.currentUserId && kind !== 'notice');
    return own.slice(-this.#replayOwn);
  }

  #pass(message: WorldMessage): void {
    this.world.markHeard(message);
    this.emit('message', { messageId: message.id });
  }

  #tell(event: WorldEvent): void {
    if (!this.isLoggedIn) return;
    switch (event.type) {
      case 'message':
        return this.#pass(event.message);
      case 'joined':
      case 'left':
        return this.#tellMove(event);
      case 'renamed':
        return this.#tellRename(event);
      case 'stale':
        return void this.emit('dirty', { payloadType: STALE[event.subject], payloadId: event.id });
      case 'friendship':
        return void this.emit('friendship', { friendshipId: event.friendshipId });
      case 'invited':
        return void this.emit('room-invite', { roomInvitationId: event.invitationId });
    }
  }

  #tellMove({ type, roomId, personIds, byId, at }: WorldMembershipEvent): void {
    const where = { roomId, timestamp: at };
    this.emit('dirty', { payloadType: types.Dirty.Room, payloadId: roomId });
    if (type === 'joined') this.emit('room-join', { ...where, inviteeIdList: [...personIds], inviterId: byId });
    else this.emit('room-leave', { ...where, removeeIdList: [...personIds], removerId: byId });
  }

  #tellRename({ roomId, before, after, byId, at }: Extract<WorldEvent, { type: 'renamed' }>): void {
    this.emit('dirty', { payloadType: types.Dirty.Room, payloadId: roomId });
    this.emit('room-topic', { roomId, oldTopic: before, newTopic: after, changerId: byId, timestamp: at });
  }
}
