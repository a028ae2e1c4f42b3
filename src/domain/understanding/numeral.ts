/** Numbers in Arabic or written digits, up to the hundreds. */

export type Numerals = Readonly<Record<string, number>>;

export function readNumeral(numerals: Numerals, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = numerals[character] ?? 0;
    const isUnit = value === 10 || value === 100;
    total += isUnit ? (digit || 1) * value : value > 10 ? value : 0;
    digit = isUnit || value > 10 ? 0 : value;
  }
  return total + digit;
}
