/** The move: where somebody stands, what is under way, and a person's hand where it is stuck. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { currentStep, type MoveStep } from '../../../domain/move.js';
import { optional } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { closeMoveTodos, goOn, stopMove } from '../../../kit/move-flow.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { cancelErrand } from '../../../storage/errands.js';
import { deleteStep, listSteps, saveStep, type StepRow } from '../../../storage/move-steps.js';
import { lockMove } from '../../../storage/moves.js';
import { listMovesOf, listRunningMoves, type ShownMove } from '../../../storage/shown-moves.js';
import { type MoveOrder, moveOrder } from '../move-order.js';
import { skipped } from '../step.js';
import { tellMove } from '../tell-move.js';
import { watchMove } from '../watch-move.js';

const args = { order: optional(moveOrder, undefined) };
type OrderWork = CommandWork<typeof args, 'anywhere'>;

export const move = defineCommand({
  name: 'moves.move',
  triggers: copy.triggers.move,
  summary: copy.summaries.move,
  example: copy.examples.move,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { args: given, chatRoom, inRoom } = work;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'move.not_in_public' });
    if (given.order === undefined) return listAll(work);
    const { action } = given.order;
    const meant = await findMeant(work, given.order);
    if (action === undefined) return copy.shown(await tellMove(work, meant), inRoom);
    return obey(work, meant, action);
  },
});

async function listAll(work: OrderWork): Promise<string> {
  const { tx, account, inRoom } = work;
  const running = (await listRunningMoves(tx, account.id)).filter((one) => isMeant(work, one));
  return copy.list(await Promise.all(running.map((one) => tellMove(work, one))), inRoom);
}

/** Whoever names a room hears of its course alone. */
function isMeant({ room }: OrderWork, { courseId }: ShownMove): boolean {
  return room === undefined || room.kind === 'staff' || room.courseId === courseId;
}

/** The one that runs, of the course that was named; else the latest. */
async function findMeant(work: OrderWork, { member, course, action }: MoveOrder): Promise<ShownMove> {
  const { name } = member;
  const all = await listMovesOf(work.tx, work.account.id, member.id);
  const named = all.filter((one) => isMeant(work, one) && (course === undefined || one.course === course));
  const running = named.filter(({ state }) => state === 'running');
  if (running.length > 1)
    throw new RefusedError({ code: 'move.which_course', name, courses: running.map((one) => one.course) });
  const meant = present(running[0] ?? named[0], { code: 'move.none', name });
  if (action !== undefined && meant.state !== 'running') throw new RefusedError({ code: 'move.not_running', name });
  return meant;
}

async function obey(work: OrderWork, { id, name }: ShownMove, action: copy.MoveAction): Promise<string> {
  const { tx, changes, speaker } = work;
  const meant = present(await lockMove(tx, id), { code: 'move.not_running', name });
  const steps = await listSteps(tx, id);
  await watchMove(changes, id, steps);
  if (action === 'stop') {
    await stopMove(work, meant, speaker.id);
    return copy.done.stopped(name);
  }
  const step = currentStep(meant.way, steps) ?? 'record';
  const taken = steps.find((one) => one.step === step);
  await giveUpErrand(work, name, taken);
  await closeMoveTodos(work, id);
  if (action === 'skip') await saveStep(tx, { moveId: id, step, at: work.now }, skipped('by-hand'));
  else for (const one of toRepeat(step)) await deleteStep(tx, id, one);
  await goOn(work, meant);
  return action === 'skip' ? copy.done.skipped(name, step) : copy.done.retried(name, toRepeat(step)[0] ?? step);
}

/** What is leaving right now may not be given up. */
async function giveUpErrand({ tx }: OrderWork, name: string, taken: StepRow | undefined): Promise<void> {
  if (taken?.state !== 'under-way' || taken.outboxId === null) return;
  if (!(await cancelErrand(tx, taken.outboxId, 'move-stopped')))
    throw new RefusedError({ code: 'move.under_way', name });
}

/** Who has not come is invited again. */
function toRepeat(step: MoveStep): readonly MoveStep[] {
  return step === 'arrival' ? ['invitation', 'arrival'] : [step];
}
