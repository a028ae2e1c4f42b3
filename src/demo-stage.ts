/**
 * Where the demonstration is played: people speak in the simulated WeChat, and the bot has taken it in and answered
 * before the next one speaks. That is what makes every run the same.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountId } from './domain/ids.js';
import type { SimulatedMessage, SimulatedWeChat } from './ports/simulated-wechat.js';
import type { TimeMachine } from './ports/time-machine.js';
import type { Database, Tx } from './storage/database.js';
import { countPresent } from './storage/members.js';
import { findAccountOfBot, findOwnerPlatformId, hasTakenIn } from './storage/platform-side.js';
import { findRoomByPlatformId } from './storage/seen-rooms.js';

export interface StageParts {
  readonly database: Database;
  readonly wechat: SimulatedWeChat;
  readonly timeMachine: TimeMachine;
}

/** What somebody does; a message when it is one. */
export type Act = () => SimulatedMessage | undefined;

const LOOK_EVERY_MS = 4;
const MOST_LOOKS = 2_500;

export class DemoStage {
  readonly #parts: StageParts;
  readonly #accountId: AccountId;

  private constructor(parts: StageParts, accountId: AccountId) {
    this.#parts = parts;
    this.#accountId = accountId;
  }

  /** The page is up before the bot is online, so it is waited for. Rejects with a RangeError when it does not come. */
  static async open(parts: StageParts): Promise<DemoStage> {
    const accountId = await lookUntil(() => findAccount(parts));
    if (accountId === undefined) throw new RangeError('The bot has not come online within ten seconds.');
    return new DemoStage(parts, accountId);
  }

  /** The platform id of whoever has claimed the bot. */
  async findOwner(): Promise<string | undefined> {
    return this.#read((tx) => findOwnerPlatformId(tx, this.#accountId));
  }

  /** The first is answered before the others act; those act at the same time, and their answers may be one. */
  async play([opening, ...others]: readonly Act[]): Promise<void> {
    if (opening) await this.#heard([opening()]);
    await this.#answered();
    if (others.length === 0) return;
    await this.#heard(others.map((act) => act()));
    await this.#answered();
  }

  /** Waits until the bot knows everybody who is in the rooms. */
  async untilKnown(roomPlatformIds: readonly string[]): Promise<void> {
    for (const id of roomPlatformIds) await this.#until('learn who is in a room', (tx) => this.#knowsAll(tx, id));
  }

  async #knowsAll(tx: Tx, roomPlatformId: string): Promise<boolean> {
    const seen = this.#parts.wechat.rooms().find(({ id }) => id === roomPlatformId);
    const room = await findRoomByPlatformId(tx, this.#accountId, roomPlatformId);
    if (!seen || !room || room.rosterAt === null) return false;
    return (await countPresent(tx, room.id)) === seen.memberIds.length - 1;
  }

  /** Messages are taken in in order, so the last one says it for all. */
  async #heard(said: readonly (SimulatedMessage | undefined)[]): Promise<void> {
    const last = said.findLast((message) => message !== undefined);
    if (last) await this.#until('take a message in', (tx) => hasTakenIn(tx, this.#accountId, last.id));
  }

  /** Standing still in time lets what is due happen, and answers to a bunch gather. */
  async #answered(): Promise<void> {
    await this.#parts.timeMachine.moveBy(0);
  }

  async #until(what: string, isSo: (tx: Tx) => Promise<boolean>): Promise<void> {
    const wasSo = await lookUntil(() => this.#read(isSo));
    if (!wasSo) throw new Error(`The bot did not ${what} within ten seconds.`);
  }

  async #read<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#parts.database.transaction(read);
  }
}

async function findAccount({ wechat, database }: StageParts): Promise<AccountId | undefined> {
  const self = wechat.people().find((person) => person.isBot);
  return self && database.transaction((tx) => findAccountOfBot(tx, self.id));
}

/** Resolves to what was found, or to what was there instead after ten seconds. */
async function lookUntil<T>(look: () => Promise<T>): Promise<T> {
  let found = await look();
  for (let looks = 1; !found && looks < MOST_LOOKS; looks++) {
    await sleep(LOOK_EVERY_MS);
    found = await look();
  }
  return found;
}
