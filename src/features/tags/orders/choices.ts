/** Which tags members may choose for themselves. */

import * as copy from '../../../copy/zh-cn/tags.js';
import { findTagName, listChoosable, saveChoosable, saveTag } from '../../../storage/tag-names.js';
import type { TagWork } from '../commands/tag.js';
import type { TagWords } from '../tag-order.js';

export async function showChoices({ tx, account, inRoom }: TagWork): Promise<string> {
  return copy.choices(await listChoosable(tx, account.id), inRoom);
}

/** Who has chosen one that is no longer offered keeps it. */
export async function chooseTags(work: TagWork, { added, removed }: TagWords): Promise<string> {
  for (const name of added) await offer(work, name, true);
  for (const name of removed) await offer(work, name, false);
  return showChoices(work);
}

async function offer({ tx, now, account, changes }: TagWork, given: string, choosable: boolean): Promise<void> {
  const name = (await findTagName(tx, account.id, given)) ?? given;
  await changes.watch('tag', { account_id: account.id, name });
  await saveTag(tx, account.id, name, now);
  await saveChoosable(tx, account.id, name, choosable);
}
