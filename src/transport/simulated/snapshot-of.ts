/** Writes a world down, and makes the first state of a new one. */

import type { Clock } from '../../ports/clock.js';
import type { SimulatedWorld } from './simulated-world.js';
import { saved, type WorldSnapshot } from './world-snapshot.js';
import type { WorldPerson } from './world-state.js';

export function snapshotOf(world: SimulatedWorld): WorldSnapshot {
  return {
    version: 1,
    mark: world.ids.mark,
    issued: world.ids.issued,
    sequence: world.history.sequence,
    heard: world.heard(),
    people: world.cast.people(),
    rooms: world.cast.rooms(),
    messages: world.history.all(),
    tags: world.tags.snapshot(),
    media: [...world.media.entries()].map(saved),
  };
}

/** A world with nobody in it but the bot. */
export function freshSnapshot(botName: string, clock: Clock): WorldSnapshot {
  const mark = Math.floor(clock.now() / 1000).toString(36);
  const bot = newPerson({ id: `wxid_${mark}_bot`, name: botName, isBot: true });
  const empty = { people: [bot], rooms: [], messages: [], tags: {}, media: [] };
  return { version: 1, mark, issued: 0, sequence: 0, heard: 0, ...empty };
}

export function newPerson(person: Pick<WorldPerson, 'id' | 'name' | 'isBot'>): WorldPerson {
  const unknown = { alias: '', phones: [], description: '', corporationRemark: '', signature: '' };
  return { ...unknown, isFriend: true, ...person };
}
