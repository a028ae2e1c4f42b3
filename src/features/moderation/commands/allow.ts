/** What the rules pass over: hosts of links, words, and people. All rooms share it. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/moderation.js';
import { accept, type Decision } from '../../../domain/decision.js';
import type { MemberId } from '../../../domain/ids.js';
import { hostFrom } from '../../../domain/moderation/links.js';
import type { WordList } from '../../../domain/moderation/rule.js';
import { LONGEST_WORD } from '../../../domain/moderation/word-lists.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { Tx } from '../../../storage/database.js';
import { listWords, markWordsChanged } from '../../../storage/listed-words.js';
import type { Member } from '../../../storage/members.js';
import { findMemberName } from '../../../storage/names.js';
import { addToList, takeOffList } from '../change-list.js';
import { type WordOrder, wordOrder } from '../word-order.js';

type AllowOrder = WordOrder & { readonly person?: Member };

const person = member(copy.labels.member, describeMember);

const order: Argument<AllowOrder> = {
  label: copy.labels.order,
  async parse(context): Promise<Decision<AllowOrder>> {
    const { words } = context;
    const given = words.peek() ?? '';
    const kind = Object.hasOwn(copy.wordOrders, given) ? copy.wordOrders[given] : undefined;
    const rest = words.remaining().slice(given.length).trim();
    if (kind === undefined || !/^[@\uff20]/u.test(rest)) return wordOrder.parse(context);
    words.next();
    const found = await person.parse(context);
    return found.ok ? accept({ do: kind === 'remove' ? 'remove' : 'add', words: [], person: found.value }) : found;
  },
};

const args = { order };

type AllowWork = CommandWork<typeof args, 'anywhere'>;

export const allow = defineCommand({
  name: 'moderation.allow',
  triggers: copy.triggers.allow,
  summary: copy.summaries.allow,
  example: copy.examples.allow,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { order: given } = work.args;
    if (given.do === 'list') return show(work);
    const change = given.do === 'add' ? addToList : takeOffList;
    if (given.person) {
      await change(work, 'allowed-member', [String(given.person.id)]);
      return copy.memberAllowed(given.person.name, given.do === 'add');
    }
    const replies: string[] = [];
    for (const [list, words] of byList(given.words)) replies.push(await change(work, list, words));
    return replies.join('\n');
  },

  async undo({ tx, account }) {
    await markWordsChanged(tx, account.id);
  },
});

/** What has the form of a host is one. */
function byList(given: readonly string[]): readonly (readonly [WordList, readonly string[]])[] {
  const hosts = given.flatMap((word) => hostFrom(word) ?? []);
  const words = given.filter((word) => hostFrom(word) === undefined).map(toWord);
  const lists = [['allowed-host', hosts] as const, ['allowed-word', words] as const];
  return lists.filter(([, listed]) => listed.length > 0);
}

function toWord(given: string): string {
  const word = given.normalize('NFKC').toLowerCase();
  if (word.length < 2 || word.length > LONGEST_WORD) throw new RefusedError({ code: 'words.invalid', given });
  return word;
}

async function show({ tx, account, chatRoom }: AllowWork): Promise<string> {
  if (isPublic(chatRoom)) throw new RefusedError({ code: 'words.not_in_public' });
  const all = await listWords(tx, account.id);
  const of = (list: WordList): string[] => all.filter((one) => one.list === list).map(({ word }) => word);
  const people = await Promise.all(of('allowed-member').map((id) => nameOf(tx, id)));
  return copy.wordLists([
    { list: 'allowed-host', words: of('allowed-host') },
    { list: 'allowed-word', words: of('allowed-word') },
    { list: 'allowed-member', words: people },
  ]);
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  return (await findMemberName(tx, Number(id) as MemberId)) ?? id;
}
