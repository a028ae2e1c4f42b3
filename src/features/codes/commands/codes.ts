/** Codes: how many are left, and more of them, imported or made up here. They are never shown where members read along. */

import { randomInt } from 'node:crypto';
import * as copy from '../../../copy/zh-cn/codes.js';
import { MOST_CODES, readCodes } from '../../../domain/code-list.js';
import type { CodeBatchId, CouponCodeId } from '../../../domain/ids.js';
import { readableCode } from '../../../domain/readable-code.js';
import type { Changes } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import {
  appendBatch,
  appendCodes,
  countCodes,
  deleteFreeCodes,
  findBatch,
  listBatches,
} from '../../../storage/coupon-codes.js';
import { findCode } from '../../../storage/handed-codes.js';
import { codeOrder, type CodeOrder } from '../code-order.js';

const SHOWN = 6;

interface Noted {
  readonly batchId: CodeBatchId;
  readonly ids: readonly CouponCodeId[];
}

export const codes = defineCommand({
  name: 'codes.codes',
  triggers: copy.triggers.codes,
  summary: copy.summaries.codes,
  example: copy.examples.codes,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  secret: true,
  args: { order: codeOrder },

  async run(work) {
    const { tx, account, args } = work;
    const { action, name } = args.order;
    if (action === undefined) return copy.batchList(await listBatches(tx, account.id, SHOWN), work.today, work.inRoom);
    if (name === '') throw missing(work, copy.labels.batch);
    if (action === 'look-up') return lookUp(work, name);
    return add(work, args.order);
  },

  async undo({ tx }, noted) {
    const { batchId, ids } = noted as unknown as Noted;
    await deleteFreeCodes(tx, batchId, ids);
  },
});

type CodesWork = ChatWork & { readonly changes: Changes; inRoom(line: string): string };

function missing({ inRoom }: CodesWork, name: string): RefusedError {
  return new RefusedError({ code: 'argument.missing', name, example: inRoom(copy.examples.codes) });
}

async function lookUp(work: CodesWork, code: string): Promise<string> {
  if (isPublic(work.chatRoom)) return copy.notInPublic();
  return copy.lookedUp(code, await findCode(work.tx, work.account.id, code));
}

async function add(work: CodesWork, order: CodeOrder): Promise<string> {
  const { tx, account, changes, chatRoom } = work;
  if (order.action === 'import' && isPublic(chatRoom)) return copy.notInPublic();
  const given = order.action === 'generate' ? makeUp(work, order) : readCodes(order.lines);
  if (given.length === 0) throw missing(work, copy.labels.codes);
  if (given.length > MOST_CODES) throw new RefusedError({ code: 'codes.too_many', most: MOST_CODES });
  const batchId = await findOrAddBatch(work, order);
  const ids = await appendCodes(tx, account.id, batchId, given);
  changes.note({ batchId, ids });
  return copy.added(order.name, {
    added: ids.length,
    known: given.length - ids.length,
    ...(await countCodes(tx, batchId)),
  });
}

function makeUp(work: CodesWork, { count }: CodeOrder): readonly string[] {
  if (count === undefined || count < 1) throw missing(work, copy.labels.count);
  if (count > MOST_CODES) throw new RefusedError({ code: 'codes.too_many', most: MOST_CODES });
  const made = new Set<string>();
  while (made.size < count) made.add(readableCode(randomInt));
  return [...made];
}

/** A batch has one term: more codes with another one want a name of their own. */
async function findOrAddBatch(work: CodesWork, { name, lastDay }: CodeOrder): Promise<CodeBatchId> {
  const { tx, now, account } = work;
  const batch = await findBatch(tx, account.id, name);
  if (batch === undefined) return appendBatch(tx, account.id, { name, lastDay: lastDay ?? null }, now);
  if (lastDay !== undefined && lastDay !== batch.lastDay) throw new RefusedError({ code: 'codes.batch_taken', name });
  return batch.id;
}
