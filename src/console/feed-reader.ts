/**
 * What one page has not seen yet, as server-sent events.
 *
 * It compares with what was sent last instead of queueing changes: a slow page costs no memory, and a page that
 * resumes gets neither gaps nor doubles. Ids are `epoch.sequence`; another epoch is another world.
 */

import type { SimulatedMessage, SimulatedPerson, SimulatedRoom, SimulatedWeChat } from '../ports/simulated-wechat.js';
import type { Situation } from './situation.js';

export interface FeedSource {
  /** Differs after every start of the server. */
  readonly epoch: string;
  readonly wechat: SimulatedWeChat | undefined;
  situation(): Situation;
  /** The latest messages that were taken back. Their numbers are old: they would not come again by themselves. */
  recalledIds(): readonly string[];
}

export interface Cast {
  readonly people: readonly SimulatedPerson[];
  readonly rooms: readonly SimulatedRoom[];
}

/** `messages` come on top of what the page has; `fresh` ones replace all of it. */
export interface FeedEvent {
  readonly event: 'situation' | 'cast' | 'fresh' | 'messages' | 'recalled';
  readonly data: string;
  readonly id?: string;
}

const messagesAtOnce = 1_000;

export class FeedReader {
  readonly #source: FeedSource;
  #sequence: number | undefined;
  #situation = '';
  #cast = '';
  #recalled = '[]';

  /** `cursor`: the id of the last event that the page saw. */
  constructor(source: FeedSource, cursor: string | undefined) {
    this.#source = source;
    this.#sequence = sequenceOf(source.epoch, cursor);
  }

  read(): readonly FeedEvent[] {
    const { wechat } = this.#source;
    const world = wechat ? [...this.#readCast(wechat), ...this.#readMessages(wechat), ...this.#readRecalled()] : [];
    return [...this.#readSituation(), ...world];
  }

  #readSituation(): FeedEvent[] {
    const data = JSON.stringify(this.#source.situation());
    if (data === this.#situation) return [];
    this.#situation = data;
    return [{ event: 'situation', data }];
  }

  #readCast(wechat: SimulatedWeChat): FeedEvent[] {
    const cast: Cast = { people: wechat.people(), rooms: wechat.rooms() };
    const data = JSON.stringify(cast);
    if (data === this.#cast) return [];
    this.#cast = data;
    return [{ event: 'cast', data }];
  }

  #readRecalled(): FeedEvent[] {
    const data = JSON.stringify(this.#source.recalledIds());
    if (data === this.#recalled) return [];
    this.#recalled = data;
    return [{ event: 'recalled', data }];
  }

  #readMessages(wechat: SimulatedWeChat): FeedEvent[] {
    const seen = this.#sequence ?? 0;
    const messages = wechat.messagesAfter(seen, messagesAtOnce);
    const fresh = this.#sequence === undefined || missesSome(seen, messages);
    if (!fresh && messages.length === 0) return [];

    this.#sequence = messages.at(-1)?.sequence ?? seen;
    const id = `${this.#source.epoch}.${this.#sequence}`;
    return [{ event: fresh ? 'fresh' : 'messages', data: JSON.stringify(messages), id }];
  }
}

function missesSome(seen: number, messages: readonly SimulatedMessage[]): boolean {
  const first = messages[0];
  return first !== undefined && seen > 0 && first.sequence > seen + 1;
}

function sequenceOf(epoch: string, cursor: string | undefined): number | undefined {
  const [cursorEpoch, digits = ''] = cursor?.split('.') ?? [];
  return cursorEpoch === epoch && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
