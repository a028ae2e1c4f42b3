/** A PostgreSQL array as text: what the driver makes of an array takes several times as long. */

export type Element = string | number | null;

export function arrayLiteral(values: readonly Element[]): string {
  return `{${values.map(written).join(',')}}`;
}

function written(value: Element): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}
