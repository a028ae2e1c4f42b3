/** The ladder: what each tier asks for and brings, and how many stand on it; managers change it. */

import * as copy from '../../../copy/zh-cn/tiers.js';
import type { Decision } from '../../../domain/decision.js';
import { withChanged, withoutRung, withRung } from '../../../domain/ladder.js';
import { type Ladder, NO_PERKS } from '../../../domain/tier.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { orRefuse, present } from '../../../kit/refused-error.js';
import { readLadder } from '../../../kit/tiers.js';
import { countHolders, countOnTiers, saveRungs } from '../../../storage/tiers.js';
import { ladderOrder, type LadderOrder, type RungWords } from '../ladder-order.js';

type LadderWork = CommandWork<{ readonly order: typeof ladderOrder }, 'anywhere'>;

export const ladder = defineCommand({
  name: 'tiers.ladder',
  triggers: copy.triggers.ladder,
  summary: copy.summaries.ladder,
  example: copy.examples.ladder,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: ladderOrder },

  async run(work) {
    const { order } = work.args;
    const rungs = await readLadder(work.tx, work.account.id);
    return order.do === 'show' ? show(work, rungs) : change(work, rungs, order);
  },
});

async function show({ tx, account, chatRoom, inRoom }: LadderWork, rungs: Ladder): Promise<string> {
  if (isPublic(chatRoom)) return copy.ladder(rungs, inRoom);
  const people = await countOnTiers(tx, account.id);
  const counted = rungs.map((rung, place) => (place === 0 ? rung : { ...rung, people: people.get(rung.name) ?? 0 }));
  return copy.ladder(counted, inRoom);
}

async function change(work: LadderWork, rungs: Ladder, order: Exclude<LadderOrder, { do: 'show' }>): Promise<string> {
  const { tx, account, changes } = work;
  const changed = orRefuse(await changedLadder(work, rungs, order));
  await changes.watch('tier_rung', { account_id: account.id });
  await saveRungs(tx, account.id, changed);
  const saved = changed.find(({ name }) => name === order.name);
  return saved === undefined ? copy.rungDeleted(order.name) : copy.rungSaved(saved);
}

async function changedLadder(
  work: LadderWork,
  rungs: Ladder,
  order: Exclude<LadderOrder, { do: 'show' }>,
): Promise<Decision<Ladder>> {
  const { tx, account } = work;
  if (order.do === 'add') return withRung(rungs, toRung(order));
  const known = rungs.map(({ name }) => copy.tierName(name));
  const found = rungs.find(({ name }) => name === order.name);
  const rung = present(found, { code: 'tier.unknown', given: copy.tierName(order.name), known });
  if (order.do === 'delete') return withoutRung(rungs, rung.name, await countHolders(tx, account.id, rung.name));
  return withChanged(rungs, rung.name, {
    ...(Object.keys(order.needs).length > 0 && { needs: { ...rung.needs, ...order.needs } }),
    perks: { ...rung.perks, ...order.perks },
  });
}

function toRung({ name, needs, perks }: RungWords & { readonly name: string }) {
  return { name, needs, perks: { ...NO_PERKS, ...perks } };
}
