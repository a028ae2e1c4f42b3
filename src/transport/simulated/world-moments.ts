/** Moments: posts of the bot that friends can like. Nobody but a puppet asks for them; forgotten with the process. */

import type { WorldIds } from './world-ids.js';
import type { WorldMoment } from './world-state.js';

export type MomentFilter = Partial<Pick<WorldMoment, 'id' | 'personId' | 'rootId' | 'parentId'>>;

export class WorldMoments {
  readonly #ids: WorldIds;
  readonly #moments = new Map<string, WorldMoment>();

  constructor(ids: WorldIds) {
    this.#ids = ids;
  }

  moment(id: string): WorldMoment {
    const moment = this.#moments.get(id);
    if (!moment) throw new RangeError(`There is no moment ${id}.`);
    return moment;
  }

  publish(draft: Omit<WorldMoment, 'id' | 'likes'>): WorldMoment {
    const moment = { ...draft, id: this.#ids.next('moment_'), likes: {} };
    this.#moments.set(moment.id, moment);
    return moment;
  }

  search(filter: MomentFilter): readonly WorldMoment[] {
    const wanted = Object.entries(filter);
    return [...this.#moments.values()].filter((moment) =>
      wanted.every(([key, value]) => moment[key as keyof MomentFilter] === value),
    );
  }

  repliesTo(id: string): readonly WorldMoment[] {
    return this.search({ parentId: id });
  }

  /** `at` undefined takes the like back. */
  like(id: string, personId: string, at: number | undefined): void {
    const moment = this.moment(id);
    const { [personId]: _, ...others } = moment.likes;
    this.#moments.set(id, { ...moment, likes: at === undefined ? others : { ...others, [personId]: at } });
  }
}
