/** Puts a name into a sentence so that its writing direction stays its own, whatever controls it holds. */

const opening = '\u2068';
const closing = '\u2069';

export function isolate(name: string): string {
  // Its own isolate controls could close ours too early.
  return opening + name.replace(/[\u2066-\u2069]/g, '') + closing;
}
