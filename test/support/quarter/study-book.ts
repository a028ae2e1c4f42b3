/** Who checked in where and when, and which days came along from one room to another. */

interface Noted {
  readonly person: string;
  readonly at: number;
}

export class StudyBook {
  /** Days by person and room, those that were brought along included. */
  readonly #days = new Map<string, Map<string, Set<number>>>();
  readonly #moments = new Map<string, number[]>();
  readonly #own = new Set<string>();
  readonly #ownDays = new Map<string, Set<number>>();

  /** A second one on a day changes nothing. */
  note({ person, at }: Noted, room: string, day: number): void {
    const key = `${person} ${room} ${day}`;
    if (this.#own.has(key)) return;
    this.#own.add(key);
    this.#moments.set(person, [...this.momentsOf(person), at]);
    this.#ownDays.set(person, (this.#ownDays.get(person) ?? new Set()).add(day));
    this.#daysIn(person, room).add(day);
  }

  /** A record that is brought along stays where it was, too. */
  carry(person: string, from: string, to: string): void {
    const there = this.#daysIn(person, to);
    for (const day of this.#daysIn(person, from)) there.add(day);
  }

  /** In the room where they are most. */
  mostDays(person: string): number {
    return Math.max(0, ...[...(this.#days.get(person)?.values() ?? [])].map((days) => days.size));
  }

  /** Of their own, in whatever room. */
  ownDays(person: string): number {
    return this.#ownDays.get(person)?.size ?? 0;
  }

  /** The same, from that day on. */
  daysSince(person: string, first: number): number {
    return [...(this.#ownDays.get(person) ?? [])].filter((day) => day >= first).length;
  }

  /** When each check-in was made, one a room and day. */
  momentsOf(person: string): readonly number[] {
    return this.#moments.get(person) ?? [];
  }

  #daysIn(person: string, room: string): Set<number> {
    const rooms = this.#days.get(person) ?? new Map<string, Set<number>>();
    const days = rooms.get(room) ?? new Set<number>();
    this.#days.set(person, rooms.set(room, days));
    return days;
  }
}
