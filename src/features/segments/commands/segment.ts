/** Segments: whom a condition means, by name or as typed; and keeping conditions under names. */

import { conditionCopy } from '../../../copy/zh-cn/conditions.js';
import * as copy from '../../../copy/zh-cn/segments.js';
import { plain } from '../../../domain/condition/read-condition.js';
import { oneLine } from '../../../domain/display-name.js';
import { askedOf, readConditionHere } from '../../../kit/conditions.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { listMeant } from '../../../storage/condition-query.js';
import { deleteSegment, findSegment, listSegments, saveSegment } from '../../../storage/segments.js';
import { segmentOrder, type SegmentOrder } from '../segment-order.js';

type SegmentWork = CommandWork<{ readonly order: typeof segmentOrder }, 'anywhere'>;

const MOST_NAMED = 20;
/** As much as one message can carry. */
const MOST_LISTED = 300;

export const segment = defineCommand({
  name: 'segments.segment',
  triggers: copy.triggers.segment,
  summary: copy.summaries.segment,
  example: copy.examples.segment,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: segmentOrder },

  async run(work) {
    return obey(work, work.args.order);
  },
});

async function obey(work: SegmentWork, order: SegmentOrder): Promise<string> {
  switch (order.do) {
    case 'list':
      return copy.list(await listSegments(work.tx, work.account.id), work.inRoom);
    case 'ask':
      return ask(work, order.words);
    case 'all':
      return listAll(work, order.words);
    case 'save':
      return save(work, order.name, order.words);
    case 'delete':
      return remove(work, order.name);
  }
}

async function find(work: SegmentWork, words: string, most: number): Promise<copy.Found> {
  const { tx, room } = work;
  const condition = await conditionOf(work, words);
  const meant = orRefuse(await readConditionHere(work, condition, conditionCopy));
  const { people, first } = await listMeant(tx, meant, await askedOf(work, room), most);
  return { condition, people, names: first.map(({ name }) => name) };
}

/** One word that nothing is compared with may be the name of one that was saved. */
async function conditionOf({ tx, account }: SegmentWork, words: string): Promise<string> {
  const typed = plain(words);
  if (/[\s:<>=]/u.test(typed)) return typed;
  const saved = await findSegment(tx, account.id, typed);
  if (saved) return saved.condition;
  const known = (await listSegments(tx, account.id)).map(({ name }) => name);
  throw new RefusedError({ code: 'segment.unknown', given: typed, known });
}

async function ask(work: SegmentWork, words: string): Promise<string> {
  const found = await find(work, words, MOST_NAMED);
  return isPublic(work.chatRoom) ? copy.counted(found) : copy.found(found, work.inRoom);
}

/** Names leave in bulk, which the log keeps. */
async function listAll(work: SegmentWork, words: string): Promise<string> {
  if (isPublic(work.chatRoom)) return ask(work, words);
  const found = await find(work, words, MOST_LISTED);
  work.chat.noteExport('roll', found.names.length);
  return copy.all(found);
}

async function save(work: SegmentWork, name: string, words: string): Promise<string> {
  const { tx, now, account, speaker, changes, inRoom } = work;
  const found = await find(work, words, 1);
  await changes.watch('segment', { account_id: account.id, name });
  await saveSegment(tx, account.id, { name, condition: found.condition, by: speaker.id, at: now });
  return copy.saved(name, found, inRoom);
}

async function remove({ tx, account, changes }: SegmentWork, given: string): Promise<string> {
  const known = (await listSegments(tx, account.id)).map(({ name }) => name);
  const { name } = present(await findSegment(tx, account.id, oneLine(given)), {
    code: 'segment.unknown',
    given,
    known,
  });
  await changes.watch('segment', { account_id: account.id, name });
  await deleteSegment(tx, account.id, name);
  return copy.deleted(name);
}
