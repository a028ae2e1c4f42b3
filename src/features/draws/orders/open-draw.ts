/** Opens a draw: its seed is made and kept, and the hash of it is what the room is told first. */

import { mayBeHeld, saidEarly, saidInRoom, toldEarly } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/draws.js';
import { accept, type Decision, refuse } from '../../../domain/decision.js';
import type { Opening } from '../../../domain/draw-opening.js';
import { DRAW_LIMITS, type DrawCondition } from '../../../domain/draw.js';
import { decideMoment } from '../../../kit/activity-times.js';
import { tellOpening } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import { EARLY_MINUTES, tellEarly } from '../../../kit/early-notice.js';
import { isPublic } from '../../../kit/public-place.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { mayOverflow } from '../../../kit/started-budget.js';
import { promisedWeights } from '../../../kit/tiers.js';
import { appendDraw, findRunningDraw } from '../../../storage/draws.js';
import { findTagName, listTagNames } from '../../../storage/tag-names.js';
import type { DrawWork } from '../commands/draw.js';
import { END_OF_DRAW } from '../keepers/end-draw.js';
import { newSeed, sha256 } from '../tickets.js';

/** The outbox kind of one that the room hears later. */
export const OPENING_OF_DRAW = 'opening-draw';

export async function openDraw(work: DrawWork, opening: Opening): Promise<string | undefined> {
  const { tx, now, room, speaker, changes } = work;
  const wanted = orRefuse(complete(opening, work));
  const endsAt = orRefuse(decideMoment({ at: wanted.endsAt, now, room, example: exampleIn(work) }));
  const running = await findRunningDraw(tx, room.id);
  if (running) throw new RefusedError({ code: 'draw.running', name: running.name });
  const seed = newSeed();
  const conditions = await withKnownTags(work, wanted.conditions);
  const weights = await promisedWeights(tx, room);
  const terms = { ...wanted, conditions, endsAt, weights, commitment: sha256(seed) };
  const id = await appendDraw(tx, { ...terms, roomId: room.id, seed, openedBy: speaker.id, openedAt: now });
  await makeAppointment(work, room, { kind: END_OF_DRAW, subjectId: id, at: endsAt });
  changes.note({ opened: id });
  const warning = (await mayOverflow(work, room, endsAt)) ? mayBeHeld(room.topic, terms.name) : undefined;
  const body = copy.opened({ ...terms, id }, room.settings.zone);
  const later = await toldBefore(work, room, body);
  return tellOpening(work, room, { body, elsewhere: saidInRoom(room.topic), warning, later });
}

/** A tag that nobody can have would shut everybody out. */
async function withKnownTags(
  { tx, account }: DrawWork,
  conditions: readonly DrawCondition[],
): Promise<DrawCondition[]> {
  const known: DrawCondition[] = [];
  for (const condition of conditions) {
    if (!('tag' in condition)) {
      known.push(condition);
      continue;
    }
    const tag = await findTagName(tx, account.id, condition.tag);
    if (tag === undefined)
      throw new RefusedError({ code: 'tag.unknown', given: condition.tag, known: await listTagNames(tx, account.id) });
    known.push({ tag });
  }
  return known;
}

type Complete = Pick<Opening, 'name' | 'conditions'> &
  Required<Pick<Opening, 'prize' | 'points' | 'places' | 'endsAt'>> & { readonly publicSource: string | null };

function complete(opening: Opening, work: DrawWork): Decision<Complete> {
  const { name, endsAt, places = 1, points = 0, conditions, publicSource = null, unreadable } = opening;
  const prize = opening.prize ?? (points > 0 ? copy.pointsPrize(points) : undefined);
  if (unreadable !== undefined)
    return refuse({
      code: 'argument.not_a_choice',
      name: copy.labels.condition,
      given: unreadable,
      choices: Object.keys(copy.measureWords),
    });
  if (name === '') return missing(copy.labels.name, work);
  if (prize === undefined) return missing(copy.labels.prize, work);
  if (endsAt === undefined) return missing(copy.labels.end, work);
  return withinLimits({ name, prize, points, places, endsAt, conditions, publicSource });
}

function withinLimits(wanted: Complete): Decision<Complete> {
  const { name, prize, places, points } = wanted;
  const { labels } = copy;
  if ([...name].length > DRAW_LIMITS.name)
    return refuse({ code: 'argument.too_long', name: labels.name, max: DRAW_LIMITS.name });
  if ([...prize].length > DRAW_LIMITS.prize)
    return refuse({ code: 'argument.too_long', name: labels.prize, max: DRAW_LIMITS.prize });
  if (places < 1 || places > DRAW_LIMITS.places)
    return refuse({ code: 'argument.out_of_range', name: labels.places, min: 1, max: DRAW_LIMITS.places });
  if (points > DRAW_LIMITS.points)
    return refuse({ code: 'argument.out_of_range', name: labels.prize, min: 0, max: DRAW_LIMITS.points });
  return accept(wanted);
}

function missing(name: string, work: DrawWork): Decision<never> {
  return refuse({ code: 'argument.missing', name, example: exampleIn(work) });
}

function exampleIn({ inRoom }: DrawWork): string {
  return inRoom(copy.examples.draw);
}

/** Who hears of it first hears it in private; where members read along, the answer keeps the rest in suspense. */
async function toldBefore(work: DrawWork, room: DrawWork['room'], body: string) {
  const early = await tellEarly(work, room, saidEarly(room.topic, body));
  if (early === undefined) return undefined;
  const people = isPublic(work.chatRoom) ? undefined : early.people;
  return { at: early.until, kind: OPENING_OF_DRAW, reply: toldEarly(people, EARLY_MINUTES) };
}
