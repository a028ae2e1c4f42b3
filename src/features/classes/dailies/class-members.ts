/** The day's work on classes in a room: what the facts say, but where a person has decided. Only what changed is written. */

import { gradeOf } from '../../../domain/lead-grade.js';
import { type Classed, classOf } from '../../../domain/member-class.js';
import { askedOf } from '../../../kit/conditions.js';
import { defineDaily } from '../../../kit/daily.js';
import type { RoomWork } from '../../../kit/work.js';
import { listClassFacts, type MemberFacts } from '../../../storage/class-facts.js';
import {
  type ClassAxis,
  deleteClass,
  listClassesInRoom,
  type MemberClassRow,
  saveClass,
} from '../../../storage/member-classes.js';
import { listStaffIds } from '../../../storage/roles.js';

export const classMembers = defineDaily({
  name: 'classes',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    const { tx, account, room } = work;
    const staff = new Set(await listStaffIds(tx, room.id));
    const rows = await listClassesInRoom(tx, account.id, room.id);
    const known = new Map(rows.map((row) => [`${row.memberId} ${row.axis}`, row]));
    for (const facts of await listClassFacts(tx, room.id, await askedOf(work, room))) {
      if (staff.has(facts.memberId)) continue;
      await judge(work, facts, 'class', { known: known.get(`${facts.memberId} class`), judged: classOf(facts) });
      await judge(work, facts, 'grade', { known: known.get(`${facts.memberId} grade`), judged: gradeOf(facts) });
    }
  },
});

interface Judged {
  readonly known: MemberClassRow | undefined;
  /** Undefined where there is nothing to say of them. */
  readonly judged: Classed<string, keyof MemberFacts> | undefined;
}

async function judge(work: RoomWork, facts: MemberFacts, axis: ClassAxis, { known, judged }: Judged): Promise<void> {
  const { tx, now, account } = work;
  const { memberId } = facts;
  if (known && known.by !== null) return;
  if (judged === undefined) {
    if (known) await deleteClass(tx, account.id, memberId, axis);
    return;
  }
  const deciding = JSON.stringify(Object.fromEntries(judged.by.map((fact) => [fact, facts[fact]])));
  if (known?.value === judged.value && known.facts === deciding) return;
  const at = known?.value === judged.value ? known.at : now;
  await saveClass(tx, account.id, { memberId, axis, value: judged.value, facts: deciding, at, by: null });
}
