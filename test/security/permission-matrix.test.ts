/**
 * Every command of every feature × every role × every place, against what the command declares in `allow` and `scope`.
 * One moderator's time is over.
 *
 * What a command does is replaced by the words `ran NAME on ROOM`, so that a new command is covered by itself and
 * the room on which it would have acted is seen.
 */

import { expect, test } from 'vitest';
import type { Power } from '../../src/domain/power.js';
import { type Role, ROLES } from '../../src/domain/role.js';
import type { RoomKind } from '../../src/domain/room.js';
import { features } from '../../src/features.js';
import { Catalogue } from '../../src/kit/catalogue.js';
import type { Command, Feature } from '../../src/kit/feature.js';
import type { ChatRoom } from '../../src/ports/chat-gateway.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { ALL_ROOMS, saveGrant, type Scope } from '../../src/storage/roles.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, messageOf, openTestDatabase, startKitBot } from '../support/kit-bot.js';

const real = new Catalogue(features).commands;

function spokenAbout(command: Command): Command {
  return { ...command, args: {}, run: async ({ room }) => `ran ${command.name} on ${room?.topic ?? 'no room'}` };
}

const probes: Feature = { name: 'probes', commands: real.map(spokenAbout) };

const A = '甲群';
const B = '乙群';
const STAFF = '员工群';
const NEW = '新群';

interface Person {
  readonly label: string;
  readonly role: Role;
  /** The only room in which the role holds; all when absent. */
  readonly within?: typeof A;
  readonly lent?: { readonly power: Power; readonly isOver: boolean };
}

const PEOPLE: readonly Person[] = [
  { label: 'member', role: 'member' },
  { label: 'moderator of all rooms', role: 'moderator' },
  // How far the power goes is asked by the commands themselves: `moderator-tricks.test.ts` walks its steps.
  { label: `lent in ${A}`, role: 'moderator', within: A, lent: { power: 'hide', isOver: false } },
  { label: `lent in ${A} until now`, role: 'moderator', within: A, lent: { power: 'hide', isOver: true } },
  ...(['teacher', 'manager'] as const).flatMap((role): Person[] => [
    { label: `${role} of all rooms`, role },
    { label: `${role} of ${A}`, role, within: A },
  ]),
  { label: 'owner', role: 'owner' },
];

interface Place {
  readonly label: string;
  /** Undefined for the private chat. */
  readonly said: string | undefined;
  /** The room named first. */
  readonly named?: string;
}

const PLACES: readonly Place[] = [
  { label: 'in the room', said: A },
  { label: 'in another room', said: B },
  { label: 'in the staff room', said: STAFF },
  { label: 'in an unregistered room', said: NEW },
  { label: 'in private', said: undefined },
  { label: 'in private, room named', said: undefined, named: A },
  { label: 'in the staff room, other room named', said: STAFF, named: B },
  { label: 'in the room, other room named', said: A, named: B },
  { label: 'in the other room, own room named', said: B, named: A },
  { label: 'in an unregistered room, own room named', said: NEW, named: A },
];

/** What shall be heard, written down without a look at the code. */
function expected(command: Command, person: Person, place: Place): string {
  const { said, named } = place;
  // For those who hold no role anywhere a room's name is a word like any other.
  if (named !== undefined && !holdsAny(person)) return '';
  if (command.scope === 'chat' && named !== undefined && named !== said)
    return mayIn(person, said, command) ? 'refused room.only_here' : denied(said);
  const about = named ?? said;
  // In private nobody but the bot reads along: whoever has the right in one room is asked for the room.
  if (about === undefined && !mayIn(person, about, command) && mayIn(person, A, command))
    return command.scope === 'chat' ? 'refused room.only_here' : 'refused room.not_named';
  if (!mayIn(person, about, command)) return denied(said);
  return onRoom(command, about, said);
}

function onRoom({ name, scope, allow }: Command, about: string | undefined, said: string | undefined): string {
  if (scope === 'chat') return said === undefined ? 'refused room.only_here' : `ran ${name} on ${said}`;
  if (scope === 'anywhere') return `ran ${name} on ${about === undefined || about === STAFF ? 'no room' : about}`;
  // A member names no rooms, and is sent to their own.
  if (about === undefined || about === STAFF)
    return allow === 'member' ? 'refused room.not_here' : 'refused room.not_named';
  return about === NEW ? 'refused room.not_registered' : `ran ${name} on ${about}`;
}

function holdsAny({ role, lent }: Person): boolean {
  return role !== 'member' && lent?.isOver !== true;
}

function mayIn({ role, within, lent }: Person, room: string | undefined, { allow }: Command): boolean {
  const held: Role = lent?.isOver !== true && (within === undefined || within === room) ? role : 'member';
  return ROLES.indexOf(held) >= ROLES.indexOf(allow);
}

function denied(said: string | undefined): string {
  return said === undefined ? 'refused command.forbidden' : '';
}

async function startCommunity(database: Parameters<typeof startKitBot>[0]['database']): Promise<KitBot> {
  const kit = await startKitBot({ database, features: [probes] });
  const kinds: Readonly<Record<string, RoomKind>> = { [A]: 'trial', [B]: 'paid', [STAFF]: 'staff' };
  for (const [topic, kind] of Object.entries(kinds)) await kit.addRoom(topic, kind);
  await kit.database.transaction(async (tx) => {
    const { id: accountId } = await kit.account(tx);
    await findOrAddRoom(tx, accountId, chatRoom(NEW));
    const { id: roomA } = await findOrAddRoom(tx, accountId, chatRoom(A));
    for (const person of PEOPLE) {
      const { id: memberId } = await findOrAddMember(tx, accountId, whoIs(person), 0);
      const scope: Scope = person.within === undefined ? ALL_ROOMS : roomA;
      const { role, lent } = person;
      const loan = lent && { power: lent.power, until: kit.clock.now() + (lent.isOver ? 0 : 60_000) };
      if (role !== 'member')
        await saveGrant(tx, { memberId, scope, role, grantedBy: null, at: 0, ...(loan && { lent: loan }) });
    }
  });
  return kit;
}

function whoIs({ label }: Person): { readonly platformId: string; readonly name: string } {
  return { platformId: `wx-${label}`, name: label };
}

async function heard(kit: KitBot, person: Person, place: Place, command: Command): Promise<string> {
  const sender = whoIs(person);
  const room: ChatRoom | undefined = place.said === undefined ? undefined : chatRoom(place.said);
  const trigger = command.triggers[0] ?? '';
  const text = place.named === undefined ? `/${trigger}` : `/${place.named} ${trigger}`;
  const from = kit.gateway.sent.length;
  await kit.bot.receive(messageOf({ sender, text, sentAt: kit.clock.now(), ...(room && { room }) }));
  await kit.settle();
  const chat = room ?? sender;
  const answers = kit.gateway.sent.slice(from);
  expect(answers.filter(({ to }) => to !== chat.platformId)).toEqual([]);
  return answers.map((answer) => answer.text).join('\n');
}

test('the features offer commands of every scope, and of more than one role', () => {
  expect(new Set(real.map((command) => command.scope))).toEqual(new Set(['room', 'chat', 'anywhere']));
  expect(new Set(real.map((command) => command.allow)).size).toBeGreaterThan(2);
});

describeDialects('who may give which command where', (dialect) => {
  // The decision is the kit's and not the database's, so one of them walks the whole matrix.
  const commands = dialect.name === 'sqlite' ? real : real.filter((command) => command.name.startsWith('rooms.'));

  test('every command is obeyed, refused or met with silence as it declares', { timeout: 180_000 }, async () => {
    const kit = await startCommunity(await openTestDatabase(await dialect.freshUrl()));
    const cases = commands.flatMap((command) =>
      PEOPLE.flatMap((person) => PLACES.map((place) => ({ command, person, place }))),
    );
    const wrong: string[] = [];

    for (const { command, person, place } of cases) {
      const answer = await heard(kit, person, place, command);
      const wanted = expected(command, person, place);
      if (answer !== wanted)
        wrong.push(`${command.name}, ${person.label}, ${place.label}: "${answer}" and not "${wanted}"`);
    }

    expect(wrong).toEqual([]);
  });

  test('every refusal for want of a role is in the log, by number and without a name', async () => {
    const kit = await startCommunity(await openTestDatabase(await dialect.freshUrl()));
    const pause = real.find((command) => command.name === 'rooms.pause') as Command;

    await heard(kit, PEOPLE[0] as Person, PLACES[0] as Place, pause);

    expect(kit.warnings()).toEqual([]);
    expect(kit.logged()).toContain('command denied');
  });
});
