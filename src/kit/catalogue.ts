/** Everything that the features offer, found by trigger, intent, event or kind. */

import { distance } from 'fastest-levenshtein';
import type { PostKind } from '../domain/post.js';
import type { ChatEventType } from '../ports/chat-gateway.js';
import type { Room } from '../storage/rooms.js';
import type { AppointmentKeeper } from './appointment.js';
import { type Daily, dailyKeeper } from './daily.js';
import type { ErrandKeeper } from './errand.js';
import type { Fallback } from './fallback.js';
import type { Command, Feature, Intent, IntentHandler, Listener, MergedReply } from './feature.js';
import type { PostDefinition } from './post.js';
import type { ReasonDefinition } from './reason.js';
import type { TodoDefinition } from './todo.js';

/** A trigger with a number behind it, which parts it from talk. */
const NUMBERED = /^(\S{1,12}) #?\d{1,9}$/u;

export class Catalogue {
  readonly commands: readonly Command[];
  readonly intents: readonly IntentHandler[];
  readonly posts: readonly PostDefinition[];
  readonly fallbacks: readonly Fallback[];
  readonly reasons: readonly ReasonDefinition[];
  readonly dailies: readonly Daily[];
  readonly #lookers: ReadonlyArray<(room: Room) => boolean>;
  readonly #byTrigger = new Map<string, Command>();
  readonly #byIntent = new Map<Intent, IntentHandler>();
  readonly #longestTrigger: number;
  readonly #listeners = new Map<ChatEventType, readonly Listener[]>();
  readonly #merged = new Map<string, MergedReply>();
  readonly #keepers = new Map<string, AppointmentKeeper>();
  readonly #errands = new Map<string, ErrandKeeper>();
  readonly #todos = new Map<string, TodoDefinition>();

  /** Throws when two features claim the same trigger, intent or kind. */
  constructor(features: readonly Feature[]) {
    this.commands = features.flatMap((feature) => feature.commands ?? []);
    this.intents = features.flatMap((feature) => feature.intents ?? []);
    this.posts = features.flatMap((feature) => feature.posts ?? []);
    this.fallbacks = features.flatMap((feature) => feature.fallbacks ?? []);
    this.reasons = features.flatMap((feature) => feature.reasons ?? []);
    this.dailies = features.flatMap((feature) => feature.dailies ?? []);
    this.#lookers = features.flatMap((feature) => feature.looksInto ?? []);
    for (const listener of features.flatMap((feature) => feature.listeners ?? [])) {
      this.#listeners.set(listener.on, [...this.listenersOf(listener.on), listener]);
    }
    for (const command of this.commands) {
      for (const trigger of command.triggers) claim(this.#byTrigger, trigger, command);
    }
    this.#longestTrigger = Math.max(0, ...[...this.#byTrigger.keys()].map((trigger) => trigger.length));
    for (const handler of this.intents) claim(this.#byIntent, handler.intent, handler);
    for (const reply of features.flatMap((feature) => feature.mergedReplies ?? []))
      claim(this.#merged, reply.kind, reply);
    const keepers = features.flatMap((feature) => feature.keepers ?? []);
    for (const keeper of [...keepers, ...this.dailies.map(dailyKeeper)]) claim(this.#keepers, keeper.kind, keeper);
    for (const errand of features.flatMap((feature) => feature.errands ?? []))
      claim(this.#errands, errand.kind, errand);
    for (const todo of features.flatMap((feature) => feature.todos ?? [])) claim(this.#todos, todo.kind, todo);
  }

  /** Whether some feature looks into the pictures of the room. */
  looksInto(room: Room): boolean {
    return this.#lookers.some((looksInto) => looksInto(room));
  }

  findCommand(trigger: string): Command | undefined {
    return this.#byTrigger.get(trigger);
  }

  findCommandNamed(name: string): Command | undefined {
    return this.commands.find((command) => command.name === name);
  }

  /** Whether the whole line is a command that needs no prefix. */
  isBareCommand(line: string): boolean {
    const command = this.#byTrigger.get(line) ?? this.#byTrigger.get(NUMBERED.exec(line)?.[1] ?? '');
    return command?.bare === 'numbered' || (command?.bare === true && command.triggers.includes(line));
  }

  /** The command whose trigger begins `word`, the longest one, for those who leave the space out. */
  findGluedCommand(word: string): { readonly command: Command; readonly rest: string } | undefined {
    for (let length = Math.min(word.length - 1, this.#longestTrigger); length > 0; length--) {
      const command = this.#byTrigger.get(word.slice(0, length));
      if (command) return { command, rest: word.slice(length) };
    }
    return undefined;
  }

  /** The trigger that `word` was probably meant to be. */
  suggest(word: string, allowed: (command: Command) => boolean): string | undefined {
    const near = [...this.#byTrigger]
      .filter(([, command]) => allowed(command))
      .map(([trigger]) => ({ trigger, far: distance(word, trigger) }))
      .filter(({ trigger, far }) => far <= Math.max(1, Math.floor(trigger.length / 2)))
      .toSorted((a, b) => a.far - b.far);
    return near[0]?.trigger;
  }

  findIntent(intent: Intent): IntentHandler | undefined {
    return this.#byIntent.get(intent);
  }

  listenersOf(type: ChatEventType): readonly Listener[] {
    return this.#listeners.get(type) ?? [];
  }

  findPost(kind: PostKind): PostDefinition | undefined {
    return this.posts.find((post) => post.kind === kind);
  }

  /** Of the appointments that say something in the room. */
  get announcedKinds(): readonly string[] {
    return [...this.#keepers.values()].filter((keeper) => keeper.announces === true).map(({ kind }) => kind);
  }

  findKeeper(kind: string): AppointmentKeeper | undefined {
    return this.#keepers.get(kind);
  }

  findErrand(kind: string): ErrandKeeper | undefined {
    return this.#errands.get(kind);
  }

  findTodo(kind: string): TodoDefinition | undefined {
    return this.#todos.get(kind);
  }

  findMergedReply(kind: string): MergedReply | undefined {
    return this.#merged.get(kind);
  }
}

function claim<Key, Value>(taken: Map<Key, Value>, key: Key, value: Value): void {
  if (taken.has(key)) throw new Error(`Two features claim "${String(key)}".`);
  taken.set(key, value);
}
