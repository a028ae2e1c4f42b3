/** A word list as one reads it: words between blanks. */

export function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
