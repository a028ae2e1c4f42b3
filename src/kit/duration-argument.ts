/** A number of days, as people write it: digits and a unit from copy, or one word for both. */

import { accept, refuse } from '../domain/decision.js';
import { type Argument, wordAs } from './argument.js';

/** Words for the units, from copy: each stands for a number of days. */
export type DurationUnits = Readonly<Record<string, number>>;

export function duration(label: string, units: DurationUnits, max: number): Argument<number> {
  return wordAs(label, (given) => {
    const days = parseDuration(given, units);
    if (days === undefined) return refuse({ code: 'argument.not_a_duration', name: label, given });
    return days < 1 || days > max ? refuse({ code: 'argument.out_of_range', name: label, min: 1, max }) : accept(days);
  });
}

function parseDuration(given: string, units: DurationUnits): number | undefined {
  const match = /^(\d{1,4})(.*)$/u.exec(given);
  if (!match) return ownFactor(units, given);
  const [, digits, unit = ''] = match;
  const factor = unit === '' ? 1 : ownFactor(units, unit);
  return factor === undefined ? undefined : Number(digits) * factor;
}

function ownFactor(units: DurationUnits, unit: string): number | undefined {
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}
