/** What somebody may say, for the help: everything members can, and the commands of their role. */

import type { HelpEntry } from '../../copy/zh-cn/members.js';
import { mayActAs, type Role } from '../../domain/role.js';
import { foldText } from '../../domain/understanding/fold.js';
import type { Catalogue } from '../../kit/catalogue.js';
import type { Command } from '../../kit/feature.js';
import type { ChatWork } from '../../kit/work.js';
import { readHighestRole, readRole } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';

/** What is said in natural words, then the commands that need no prefix. */
export function memberEntries(catalogue: Catalogue): HelpEntry[] {
  const bare = catalogue.commands.filter((command) => command.allow === 'member' && command.bare === true);
  return [...catalogue.intents.flatMap((intent) => (intent.help ? [intent.help] : [])), ...bare.map(toEntry)];
}

export function commandEntries(catalogue: Catalogue, role: Role): HelpEntry[] {
  return catalogue.commands.filter((command) => isManagement(command) && mayActAs(role, command.allow)).map(toEntry);
}

/** The role that decides what is shown: in private and among staff the highest that the person holds anywhere. */
export async function roleForHelp({ tx, speaker, sentAt }: ChatWork, room: Room | undefined): Promise<Role> {
  const inPublic = room !== undefined && room.kind !== 'staff';
  return inPublic ? readRole(tx, speaker.id, room.id, sentAt) : readHighestRole(tx, speaker.id, sentAt);
}

/** The entry that `topic` names, among those the role may know. */
export function findEntry(catalogue: Catalogue, role: Role, topic: string): HelpEntry | undefined {
  const wanted = foldText(topic).replace(/^[/!]/u, '');
  const command = catalogue.findCommand(wanted);
  if (command && mayActAs(role, command.allow)) return toEntry(command);
  return memberEntries(catalogue).find((entry) => entry.words.split(' ').includes(wanted));
}

function isManagement(command: Command): boolean {
  return command.allow !== 'member';
}

function toEntry(command: Command): HelpEntry {
  return { words: command.triggers[0] ?? command.name, summary: command.summary, example: command.example };
}
