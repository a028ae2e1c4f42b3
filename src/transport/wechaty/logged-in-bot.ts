/** A bot from login to logout: it knows who it is, hears events in order, reads rosters and feels the puppet's pulse. */

import type { Puppet } from 'wechaty-puppet';
import type { ChatEvent, ChatPerson } from '../../ports/chat-gateway.js';
import type { Clock } from '../../ports/clock.js';
import { listenToBot } from './bot-events.js';
import type { BotView } from './bot-view.js';
import { Names } from './names.js';
import { OrderedEvents } from './ordered-events.js';
import { Pulse, type PuppetHabits } from './pulse.js';
import type { PuppetEvents } from './puppet-events.js';
import { RosterReader } from './roster-reader.js';

export interface LoggedInBotOptions {
  readonly puppet: Puppet;
  readonly events: PuppetEvents;
  readonly clock: Clock;
  readonly selfId: string;
  readonly habits: PuppetHabits;
  readonly rosterGapMs: number;
  readonly rosterEveryMs: number;
  readonly onLogin: (self: ChatPerson) => void;
  readonly onEvent: (event: ChatEvent) => void;
  /** Something went wrong without ending the login. */
  readonly onFault: (error: unknown) => void;
  /** The puppet gave no sign of life. */
  readonly onSilence: () => void;
}

export class LoggedInBot {
  readonly view: BotView;
  readonly #pulse: Pulse;
  readonly #ordered: OrderedEvents;
  readonly #rosters: RosterReader;

  /** Listens from the first moment: some puppets tell what was missed in the same breath as the login. */
  constructor(options: LoggedInBotOptions) {
    const { puppet, events, clock, selfId, rosterGapMs, rosterEveryMs, onEvent, onFault } = options;
    this.view = { puppet, clock, selfId, names: new Names(puppet), leftRooms: new Set() };
    this.#ordered = new OrderedEvents({ deliver: onEvent, onLost: onFault });
    const deliver = (roster: ChatEvent) => this.#ordered.push(Promise.resolve(roster));
    this.#rosters = new RosterReader(this.view, { gapMs: rosterGapMs, everyMs: rosterEveryMs, deliver, onFault });
    this.#pulse = new Pulse(options);
    this.#ordered.push(this.#introduce(options.onLogin));
    listenToBot({ view: this.view, events, ordered: this.#ordered, rosters: this.#rosters });
    this.#rosters.start().catch(onFault);
  }

  requestRoster(roomId: string): void {
    this.#rosters.readNext(roomId);
  }

  doubt(): void {
    this.#pulse.doubt();
  }

  close(): void {
    this.#pulse.close();
    this.#rosters.close();
    this.#ordered.close();
  }

  async #introduce(onLogin: (self: ChatPerson) => void): Promise<undefined> {
    const { selfId, names } = this.view;
    onLogin({ platformId: selfId, name: await names.ofPerson(selfId) });
  }
}
