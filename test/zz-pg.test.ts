import { sql } from 'kysely';
import { mkdtempSync } from 'node:fs';
import { test } from 'vitest';
import { migrations } from '../migrations/index.js';
import { exportCommunity } from '../src/export-community.js';
import { migrateToLatest } from '../src/storage/migrate.js';
import { openDatabase } from '../src/storage/open-database.js';
import { describeDialects } from './support/dialects.js';
describeDialects('big', (dialect) => {
  test('pg', async () => {
    if (dialect.name === 'sqlite') return;
    const db = openDatabase(await dialect.freshUrl()); await migrateToLatest(db, migrations);
    await db.transaction(async (tx) => {
      await sql`insert into account(id,name,created_at) values (1,'a',0)`.execute(tx);
      await sql`insert into room(id,account_id,topic) select i,1,'群'||i from generate_series(1,500) i`.execute(tx);
      await sql`insert into member(id,name,created_at) select i,'m'||i,0 from generate_series(1,50000) i`.execute(tx);
      await sql`insert into membership(room_id,member_id,name,joined_at) select (id-1)/100+1,id,name,0 from member`.execute(tx);
      await sql`insert into check_in(day,room_id,member_id,at,evidence,content) select d,room_id,member_id,1,'text','x' from membership, generate_series(20000,20005) d`.execute(tx);
      await sql`insert into points_entry(room_id,member_id,amount,balance,reason,day,at) select room_id,member_id,10,10,'check-in',day,at from check_in`.execute(tx);
    });
    for (const when of ['before analyze', 'after analyze']) {
      const t = performance.now();
      const files = await exportCommunity(db, mkdtempSync('/tmp/zz/pg'), 0);
      console.log(when, JSON.stringify(files), Math.round(performance.now() - t), 'ms');
      await db.transaction(async (tx) => {
        const { rows } = await sql<any>`explain analyze select day, one.room_id, topic, settings, one.member_id, name, at, evidence, content from check_in as one inner join room on room.id = one.room_id inner join membership on membership.room_id = one.room_id and membership.member_id = one.member_id where (one.day, one.room_id, one.member_id) > (20003, 200, 20000) order by one.day, one.room_id, one.member_id limit 1000`.execute(tx);
        console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'));
      });
      await db.migrating((k) => sql`analyze`.execute(k));
    }
    await db.close();
  }, 200_000);
});
