/** What the server told this page, as signals. Only `LiveConnection` writes here. */

import { computed, signal } from '@preact/signals';
import type { SimulatedMessage, SimulatedPerson, SimulatedRoom } from '../../ports/simulated-wechat.js';
import type { SimulationView, Situation } from '../situation.js';
import { localMoment } from './local-moment.js';

export const link = signal<'opening' | 'live' | 'lost'>('opening');
export const situation = signal<Situation | undefined>(undefined);
export const people = signal<readonly SimulatedPerson[] | undefined>(undefined);
export const rooms = signal<readonly SimulatedRoom[]>([]);
export const messages = signal<readonly SimulatedMessage[]>([]);
/** Messages that were taken back after they had been sent to this page, or before. */
export const recalledIds = signal<ReadonlySet<string>>(new Set());
/** Messages up to this one were there before the page opened: they are not unread. */
export const baseline = signal(0);

export const simulation = computed<SimulationView | undefined>(() => situation.value?.simulation);
export const timeZone = computed(() => simulation.value?.timeZone);
/** A moment's `day`: what shows a date follows this, and is not drawn again every minute. */
export const today = computed(
  () => simulation.value && localMoment(simulation.value.now, simulation.value.timeZone).day,
);
export const bot = computed(() => people.value?.find(({ isBot }) => isBot));
export const players = computed(() => (people.value ?? []).filter(({ isBot }) => !isBot));

const peopleById = computed(() => new Map((people.value ?? []).map((person) => [person.id, person])));

export function findPerson(id: string): SimulatedPerson | undefined {
  return peopleById.value.get(id);
}

/** The name to show; somebody who is gone keeps an empty one. */
export function nameOf(id: string): string {
  return findPerson(id)?.name ?? '';
}
