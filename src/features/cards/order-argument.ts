/** A manager's order about orders: what to do first, or a number to look one up, or a sale. */

import * as copy from '../../copy/zh-cn/cards.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { readAmount, readId, type Sale, takeSale } from './sale-argument.js';

export type OrderOrder =
  | { readonly do: 'list' }
  | { readonly do: 'show'; readonly id: number }
  | { readonly do: 'record' | 'upgrade' | 'await'; readonly sale: Sale; readonly amount: number }
  | { readonly do: 'refund'; readonly id: number; readonly amount: number | undefined }
  | { readonly do: 'claim'; readonly id: number; readonly sale: Sale }
  | { readonly do: 'import'; readonly mode: 'all' | 'dry-run' | 'skip-bad'; readonly rows: string };

export const orderOrder: Argument<OrderOrder> = {
  label: copy.labels.order,

  async parse(context) {
    const { words } = context;
    if (words.ended()) return accept({ do: 'list' });
    const word = words.peek() ?? '';
    const action = Object.hasOwn(copy.orderActions, word) ? copy.orderActions[word] : undefined;
    if (action !== undefined) words.next();
    if (action === undefined) return lookUpOrRecord(context);
    if (action === 'refund') return readRefund(context);
    if (action === 'claim') return readClaim(context);
    return action === 'import' ? readImport(context) : readSale(context, action);
  },
};

function lookUpOrRecord(context: ArgumentContext): Promise<Decision<OrderOrder>> | Decision<OrderOrder> {
  const { words } = context;
  const id = readId(words.remaining());
  if (id === undefined) return readSale(context, 'record');
  words.rest();
  return accept({ do: 'show', id });
}

async function readSale(
  context: ArgumentContext,
  action: 'record' | 'upgrade' | 'await',
): Promise<Decision<OrderOrder>> {
  const sale = await takeSale(context);
  if (!sale.ok) return sale;
  const { amount, note } = sale.value;
  if (amount !== undefined) return accept({ do: action, sale: sale.value, amount });
  if (note !== null && /\d/u.test(note.split(' ')[0] ?? ''))
    return refuse({ code: 'order.not_an_amount', given: note.split(' ')[0] ?? '' });
  return refuse({ code: 'argument.missing', name: copy.labels.amount, example: context.example });
}

function readRefund({ words, inRoom }: ArgumentContext): Decision<OrderOrder> {
  const id = readId(words.next());
  if (id === undefined)
    return refuse({ code: 'argument.missing', name: copy.labels.id, example: inRoom(copy.examples.refund) });
  const given = words.next();
  const amount = given === undefined ? undefined : readAmount(given);
  if (given !== undefined && (amount === undefined || amount === 0))
    return refuse({ code: 'order.not_an_amount', given });
  return accept({ do: 'refund', id, amount });
}

async function readClaim(context: ArgumentContext): Promise<Decision<OrderOrder>> {
  const { words, inRoom } = context;
  const id = readId(words.next());
  if (id === undefined)
    return refuse({ code: 'argument.missing', name: copy.labels.id, example: inRoom(copy.examples.claim) });
  const sale = await takeSale(context);
  return sale.ok ? accept({ do: 'claim', id, sale: sale.value }) : sale;
}

/** The rows stand below the first line. */
function readImport({ words }: ArgumentContext): Decision<OrderOrder> {
  const [head = '', ...rows] = words.rest().split('\n');
  const mode = copy.importModes[head.trim()] ?? 'all';
  return accept({
    do: 'import',
    mode,
    rows: (head.trim() in copy.importModes ? rows : [head, ...rows]).join('\n').trim(),
  });
}
