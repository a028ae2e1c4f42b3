/**
 * A WeChat in memory: what is said and done in it, told to a puppet (`events`) and to a page (`changes`).
 *
 * This is the world itself. People act on it through `PeopleSide`, the bot through `SimulatedPuppet`.
 */

import type { Clock } from '../../ports/clock.js';
import type { SimulatedChange, SimulatedNotices } from '../../ports/simulated-wechat.js';
import { Cast } from './cast.js';
import { MediaShelf, type ShelfLimits } from './media-shelf.js';
import { MessageHistory, type MessageDraft } from './message-history.js';
import { News } from './news.js';
import { TagBook } from './tag-book.js';
import { WorldIds } from './world-ids.js';
import { mediaOf, type WorldSnapshot } from './world-snapshot.js';
import type { WorldEvent, WorldMedia, WorldMembershipEvent, WorldMessage, WorldPerson } from './world-state.js';

export interface SimulatedWorldOptions {
  readonly clock: Clock;
  readonly notices: SimulatedNotices;
  /** How many messages are remembered: 5,000 unless told. */
  readonly historyLimit?: number;
  /** 100 pictures and files of 16 MB together unless told. */
  readonly mediaLimits?: ShelfLimits;
  /** Told when a listener of the world throws. */
  readonly onFault?: (fault: unknown) => void;
}

type Said = Pick<MessageDraft, 'kind' | 'text'> & Partial<Pick<MessageDraft, 'mentionIds' | 'attachment'>>;

const RECALL_WITHIN_MS = 2 * 60_000;
const MEDIA_LIMITS: ShelfLimits = { count: 100, bytes: 16 * 1024 * 1024 };

export class SimulatedWorld {
  readonly cast: Cast;
  readonly history: MessageHistory;
  readonly media: MediaShelf;
  readonly tags: TagBook;
  readonly changes: News<SimulatedChange>;
  readonly events: News<WorldEvent>;
  readonly clock: Clock;
  readonly ids: WorldIds;
  readonly #notices: SimulatedNotices;
  #heard: number;

  constructor(saved: WorldSnapshot, options: SimulatedWorldOptions) {
    const { clock, notices, historyLimit = 5_000, mediaLimits = MEDIA_LIMITS, onFault = () => {} } = options;
    this.clock = clock;
    this.#notices = notices;
    this.ids = new WorldIds(saved);
    this.#heard = saved.heard;
    this.cast = new Cast(saved.people, saved.rooms);
    this.tags = new TagBook(saved.tags);
    this.media = new MediaShelf(mediaLimits, saved.media.map(mediaOf));
    this.history = new MessageHistory({ limit: historyLimit, mark: saved.mark, sequence: saved.sequence });
    this.history.restore(saved.messages);
    this.changes = new News(onFault);
    this.events = new News(onFault);
  }

  /** `said` appears in the chat. The bot is told only of chats that it is part of. */
  post(fromId: string, chatId: string, said: Said, media?: WorldMedia): WorldMessage {
    const message = this.history.append({ mentionIds: [], ...said, fromId, chatId, at: this.clock.now() });
    if (media) this.media.put(message.id, media);
    this.changes.tell({ type: 'message', message });
    if (this.botHears(message)) this.events.tell({ type: 'message', message });
    return message;
  }

  admit(roomId: string, personIds: readonly string[], byId: string): void {
    this.#move('joined', { roomId, personIds: this.cast.admit(roomId, personIds), byId });
  }

  dismiss(roomId: string, personIds: readonly string[], byId: string): void {
    this.#move('left', { roomId, personIds: this.cast.dismiss(roomId, personIds), byId });
  }

  renameRoom(roomId: string, topic: string, byId: string): void {
    const before = this.cast.room(roomId).topic;
    this.cast.changeRoom(roomId, { topic });
    this.post(byId, roomId, { kind: 'notice', text: this.#notices.renamed(topic) });
    this.changes.tell({ type: 'cast' });
    this.events.tell({ type: 'renamed', roomId, before, after: topic, byId, at: this.clock.now() });
  }

  changePerson(personId: string, change: Partial<Omit<WorldPerson, 'id' | 'isBot'>>): void {
    this.cast.changePerson(personId, change);
    this.changes.tell({ type: 'cast' });
    this.events.tell({ type: 'stale', subject: 'person', id: personId });
  }

  /** False when the message is not by this person or older than two minutes, as in WeChat. */
  recall(messageId: string, personId: string): boolean {
    const message = this.history.find(messageId);
    if (message?.fromId !== personId || message.kind === 'recalled') return false;
    if (this.clock.now() - message.at > RECALL_WITHIN_MS) return false;
    this.#takeBack(message);
    return true;
  }

  /** Messages that no puppet was told of yet, as WeChat delivers them at the next login. */
  unheard(): readonly WorldMessage[] {
    const missed = this.history.after(this.#heard, Infinity);
    return missed.filter((message) => this.botHears(message));
  }

  markHeard(message: WorldMessage): void {
    this.#heard = Math.max(this.#heard, message.sequence);
  }

  heard(): number {
    return this.#heard;
  }

  botHears({ kind, chatId, attachment }: WorldMessage): boolean {
    if (kind === 'notice') return attachment?.type === 'recall';
    return !this.cast.hasRoom(chatId) || this.cast.isMember(chatId, this.cast.bot().id);
  }

  #takeBack(message: WorldMessage): void {
    const recalled: WorldMessage = { ...message, kind: 'recalled', text: '', mentionIds: [] };
    this.history.replace(recalled);
    this.media.remove(message.id);
    this.changes.tell({ type: 'message', message: recalled });
    this.events.tell({ type: 'stale', subject: 'message', id: message.id });
    const text = this.#notices.recalled(this.cast.person(message.fromId).name);
    const attachment = { type: 'recall', messageId: message.id } as const;
    this.post(message.fromId, message.chatId, { kind: 'notice', text, attachment });
  }

  #move(type: 'joined' | 'left', move: Pick<WorldMembershipEvent, 'roomId' | 'personIds' | 'byId'>): void {
    if (move.personIds.length === 0) return;
    for (const personId of move.personIds) this.#noteMove(type, personId, move);
    this.changes.tell({ type: 'cast' });
    this.events.tell({ type, ...move, at: this.clock.now() });
    this.events.tell({ type: 'stale', subject: 'members', id: move.roomId });
  }

  #noteMove(type: 'joined' | 'left', personId: string, move: Pick<WorldMembershipEvent, 'roomId' | 'byId'>): void {
    const { name } = this.cast.person(personId);
    const taken = type === 'left' && move.byId !== personId;
    const text = this.#notices[taken ? 'removed' : type](name);
    this.post(personId, move.roomId, { kind: 'notice', text });
  }
}
