/** How what is there differs from what should be, as lines of words: nothing where nothing does. */

export function differences(
  what: string,
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set([...wanted.keys(), ...found.keys()]);
  return [...keys]
    .filter((key) => wanted.get(key) !== found.get(key))
    .map((key) => `${what} of ${key} is ${found.get(key) ?? 'missing'} and not ${wanted.get(key) ?? 'any'}`);
}
