/**
 * How much a fault test does: a little with `npm test`, very much with `npm run test:long`; and by which seed.
 *
 * ZAOBA_TEST_LONG=1 is the whole long form, 0.1 a tenth of it.
 */

const share = Number(process.env['ZAOBA_TEST_LONG'] ?? 0);

export function scale<T>(short: T, long: T): T {
  return share > 0 ? long : short;
}

/** How many of something; never fewer than the short form has. */
export function amount(short: number, long: number): number {
  return Math.max(short, Math.round(share * long));
}

/** Minutes in milliseconds: how long a test may take. */
export function minutes(short: number, long: number): number {
  return scale(short, long) * 60_000;
}

/** Another one with every run, unless ZAOBA_TEST_SEED names one. Whoever draws from it says it when something is wrong. */
export function testSeed(): number {
  const given = process.env['ZAOBA_TEST_SEED'];
  return given ? Number(given) : Date.now() % 2 ** 31;
}

/** Uniform in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, among: readonly [T, ...T[]]): T {
  return among[Math.floor(random() * among.length)] ?? among[0];
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
