/** Who else might have given a command: where nobody is, one person has to do. */

import type { MemberId } from '../domain/ids.js';
import { mayActAs, ROLES } from '../domain/role.js';
import type { Confirmation } from '../storage/confirmations.js';
import { listHolders } from '../storage/roles.js';
import type { AnsweringWork } from './message-work.js';

export async function listOthersAllowing(
  { tx, sentAt, catalogue }: AnsweringWork,
  { command, roomId, memberId }: Confirmation,
): Promise<MemberId[]> {
  const allow = catalogue.findCommandNamed(command)?.allow ?? 'owner';
  const roles = ROLES.filter((role) => role !== 'member' && mayActAs(role, allow));
  const holders = await listHolders(tx, roles, { roomId: roomId ?? undefined, at: sentAt });
  return holders.filter((id) => id !== memberId);
}
