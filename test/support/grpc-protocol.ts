/**
 * The line protocol of a simulated WeChat in a process of its own: one JSON object a line, on its stdin and stdout.
 *
 * A request has an `id`, its reply the same one. A line without `id` is news.
 */

import type { SimulatedMessage, SimulatedPerson, SimulatedRoom } from '../../src/ports/simulated-wechat.js';

/** How sending goes: well, refused before anything happens, sent and then refused, never answered whether sent or not, told to slow down. */
export type SendMood = 'ok' | 'refuse' | 'send-then-fail' | 'hang' | 'send-then-hang' | 'throttle';

/** One attempt of the bot to send, as the platform saw it. */
export interface SendRecord {
  readonly at: number;
  readonly to: string;
  readonly text: string;
  readonly mentionIds: readonly string[];
  readonly mood: SendMood;
  /** Present when the message is in the chat. */
  readonly messageId?: string;
}

export interface GrpcRequests {
  addPerson: { readonly params: { readonly name: string }; readonly result: SimulatedPerson };
  renamePerson: { readonly params: { readonly personId: string; readonly name: string }; readonly result: null };
  addRoom: {
    readonly params: { readonly topic: string; readonly memberIds: readonly string[] };
    readonly result: SimulatedRoom;
  };
  renameRoom: { readonly params: { readonly roomId: string; readonly topic: string }; readonly result: null };
  join: { readonly params: { readonly roomId: string; readonly personId: string }; readonly result: null };
  leave: { readonly params: { readonly roomId: string; readonly personId: string }; readonly result: null };
  say: {
    readonly params: {
      readonly personId: string;
      readonly chatId: string;
      readonly text: string;
      readonly mentionIds?: readonly string[];
    };
    readonly result: SimulatedMessage;
  };
  /** A small picture. */
  sendPicture: {
    readonly params: { readonly personId: string; readonly chatId: string };
    readonly result: SimulatedMessage;
  };
  sendMedia: {
    readonly params: {
      readonly personId: string;
      readonly chatId: string;
      readonly kind: 'voice' | 'video' | 'link';
      readonly caption: string;
    };
    readonly result: SimulatedMessage;
  };
  people: { readonly params: object; readonly result: readonly SimulatedPerson[] };
  rooms: { readonly params: object; readonly result: readonly SimulatedRoom[] };
  messages: {
    readonly params: { readonly after?: number; readonly limit?: number };
    readonly result: readonly SimulatedMessage[];
  };
  /** What a picture's message holds; null when it holds none. */
  picture: {
    readonly params: { readonly messageId: string };
    readonly result: { readonly name: string; readonly type: string; readonly size: number } | null;
  };
  /** Every attempt to send since the start, whatever became of it. */
  sends: { readonly params: object; readonly result: readonly SendRecord[] };
  /** For the next `count` attempts; all of them from now on without it. */
  mood: { readonly params: { readonly mood: SendMood; readonly count?: number }; readonly result: null };
  /** Tells the message again, as platforms do. */
  repeat: { readonly params: { readonly messageId: string }; readonly result: null };
  /** The account is logged out by phone, and logged in again by `login`. */
  logout: { readonly params: object; readonly result: null };
  login: { readonly params: object; readonly result: null };
  /** The puppet behind the server stops and starts by itself. */
  reset: { readonly params: object; readonly result: null };
  /** Milliseconds that this WeChat's clock runs ahead of the machine's from now on: none unless told. */
  clockAhead: { readonly params: { readonly ms: number }; readonly result: null };
  stopServer: { readonly params: object; readonly result: null };
  startServer: { readonly params: object; readonly result: null };
  /** Down for `downMs`, then up again on the same port. */
  restart: { readonly params: { readonly downMs?: number }; readonly result: null };
}

export type GrpcRequestName = keyof GrpcRequests;

export interface GrpcRequest {
  readonly id: number;
  readonly do: GrpcRequestName;
  readonly params: Record<string, unknown>;
}

export type GrpcReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The first line: where the bot finds this WeChat. */
export interface GrpcReady {
  readonly news: 'ready';
  readonly endpoint: string;
  readonly token: string;
  readonly botId: string;
}
