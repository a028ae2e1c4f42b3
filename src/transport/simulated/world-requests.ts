/** Friend requests and room invitations on their way to the bot, and from it. Forgotten with the process. */

import type { SimulatedWorld } from './simulated-world.js';
import type { WorldFriendship, WorldInvitation } from './world-state.js';

export class WorldRequests {
  readonly #world: SimulatedWorld;
  readonly #friendships = new Map<string, WorldFriendship>();
  readonly #invitations = new Map<string, WorldInvitation>();

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  friendship(id: string): WorldFriendship {
    const friendship = this.#friendships.get(id);
    if (!friendship) throw new RangeError(`There is no friend request ${id}.`);
    return friendship;
  }

  invitation(id: string): WorldInvitation {
    const invitation = this.#invitations.get(id);
    if (!invitation) throw new RangeError(`There is no invitation ${id}.`);
    return invitation;
  }

  /** A person asks the bot to become friends. */
  askBot(personId: string, hello: string): WorldFriendship {
    this.#world.changePerson(personId, { isFriend: false });
    return this.#befriend(personId, hello, 'received');
  }

  /** The bot asks a person, who agrees at once. */
  askPerson(personId: string, hello: string): WorldFriendship {
    const asked = this.#befriend(personId, hello, 'asked');
    this.accept(asked.id);
    return asked;
  }

  accept(friendshipId: string): void {
    const { personId, hello } = this.friendship(friendshipId);
    this.#world.changePerson(personId, { isFriend: true });
    this.#befriend(personId, hello, 'confirmed');
  }

  /** Somebody invites the bot into a room that it has left. */
  inviteBot(roomId: string, inviterId: string): WorldInvitation {
    const { cast, ids, clock, events } = this.#world;
    const id = ids.next('invitation_');
    const invitation = { id, roomId: cast.room(roomId).id, inviterId, at: clock.now() };
    this.#invitations.set(id, invitation);
    events.tell({ type: 'invited', invitationId: id });
    return invitation;
  }

  #befriend(personId: string, hello: string, state: WorldFriendship['state']): WorldFriendship {
    const { cast, ids, clock, events } = this.#world;
    const id = ids.next('friendship_');
    const friendship = { id, personId: cast.person(personId).id, hello, at: clock.now(), state };
    this.#friendships.set(id, friendship);
    events.tell({ type: 'friendship', friendshipId: id });
    return friendship;
  }
}
