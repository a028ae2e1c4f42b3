/** What every part of the simulated puppet stands on: the world, and who the bot is in it. */

import { Puppet } from 'wechaty-puppet';
import type { SimulatedWorld } from './simulated-world.js';
import { WorldMoments } from './world-moments.js';
import { WorldRequests } from './world-requests.js';
import type { WorldRoom } from './world-state.js';

export abstract class SimulatedPuppetBase extends Puppet {
  static override readonly VERSION: string = '1.0.0';
  readonly world: SimulatedWorld;
  readonly requests: WorldRequests;
  readonly moments: WorldMoments;

  /** The world must not go into wechaty's options: they are written out as JSON. */
  constructor(world: SimulatedWorld, options: { readonly cache?: Readonly<Record<string, number>> } = {}) {
    super({ ...options });
    this.world = world;
    this.requests = new WorldRequests(world);
    this.moments = new WorldMoments(world.ids);
  }

  override name(): string {
    return 'simulated';
  }

  override version(): string {
    return SimulatedPuppetBase.VERSION;
  }

  override ding(data = ''): void {
    setImmediate(() => this.emit('dong', { data }));
  }

  /** Announcing and removing are for the room's owner and its administrators, as in WeChat. */
  protected roomInCharge(roomId: string): WorldRoom {
    const room = this.world.cast.room(roomId);
    const me = this.currentUserId;
    if (room.ownerId !== me && !room.adminIds.includes(me))
      throw new RangeError('Only the owner of the room may do this.');
    return room;
  }
}
