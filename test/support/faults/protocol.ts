/** What the judge and the bot's process say to each other, over the channel that node opens to a forked child. */

import type { ChatEvent, ChatPerson, PlatformErrand } from '../../../src/ports/chat-gateway.js';

/** One WeChat login, and its name in the database. */
export interface JudgedAccount {
  readonly name: string;
  readonly self: ChatPerson;
}

/** What a worker has leased for a bot. */
export interface Leased {
  readonly owner: string;
  readonly fence: number;
}

/** Opens the database and comes online, or stands by. The first order. */
export interface StartOrder {
  readonly do: 'start';
  readonly url: string;
  readonly now: number;
  readonly account: JudgedAccount;
  /** The sender works in `pass` alone, every time alike. */
  readonly steady: boolean;
  /**
   * Whether other processes want the account too: then it has to be leased, by itself or by its worker, and wake-ups go
   * through pg-boss.
   */
  readonly hold: 'alone' | 'shared' | Leased;
}

/** What the payment service posts: headers and body as text. */
export interface BroughtNotice {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Order =
  | StartOrder
  /** Puts the clock there. Done when the event is stored; answers 0 when that is left to who runs the account now. */
  | { readonly do: 'hear'; readonly now: number; readonly event: ChatEvent }
  /**
   * Puts the clock there. Done when all that was heard is stored, all that is due is planned, and all that may leave has
   * left; answers 0 when another process runs the account.
   */
  | { readonly do: 'pass'; readonly now: number }
  /** From now on counts what it awaits of database and network, and dies by its own SIGKILL before the `at`th. */
  | { readonly do: 'die'; readonly at: number }
  /** Puts the clock there, and brings a payment notice to the bot's own door; answers with the status of its answer. */
  | { readonly do: 'notify'; readonly now: number; readonly notice: BroughtNotice }
  /** What has to be done once a night. */
  | { readonly do: 'keep-house' }
  /** Collects garbage; answers with what is left of memory, in megabytes. */
  | { readonly do: 'weigh' }
  | { readonly do: 'stop' };

/** To the bot. */
export type JudgeLine =
  | { readonly order: number; readonly what: Order }
  /** What became of a send, or of an errand: without an id, nobody knows. */
  | { readonly send: number; readonly messageId?: string };

/** The bot wants this said, or done without words, and waits for what becomes of it. */
export type WishLine = { readonly send: number } & (
  | { readonly to: string; readonly text: string }
  | { readonly errand: PlatformErrand }
);

/** From the bot. */
export type BotLine =
  | { readonly done: number; readonly value?: number }
  | { readonly failed: number; readonly reason: string }
  | WishLine
  /** It has come online, or is not any more. */
  | { readonly onDuty: boolean }
  /** A wake-up came. */
  | { readonly woken: true }
  /** A line of its log, at warn and above. */
  | { readonly logged: LoggedLine };

/** To a worker. */
export type WorkerOrder =
  | { readonly start: { readonly url: string; readonly id: string } }
  /** The bot that was the `ended`th to begin has ended. */
  | { readonly ended: number }
  | { readonly stop: true };

/** From a worker: it wants a bot begun, or asked to end. */
export type WorkerLine =
  | { readonly begin: number; readonly account: string; readonly hold: Leased }
  | { readonly stop: number }
  | { readonly logged: LoggedLine };

export interface LoggedLine {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string; readonly code?: string };
  readonly [field: string]: unknown;
}

export const SELF = { platformId: 'wx-bot', name: '机器人' } as const;
export const ONLY_ACCOUNT: JudgedAccount = { name: 'judged', self: SELF };
export const CLAIM_CODE = 'FAULTS88';
