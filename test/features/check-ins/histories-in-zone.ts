/** Lives some histories in this process's own zone, whatever it is, and says what was wrong. */

import { migrations } from '../../../migrations/index.js';
import { migrateToLatest } from '../../../src/storage/migrate.js';
import { openDatabase } from '../../../src/storage/open-database.js';
import { historyFaults } from './histories.js';

const [count = '0', seed = '0'] = process.argv.slice(2);
const database = openDatabase(':memory:');
await migrateToLatest(database, migrations);
const faults = await historyFaults(database, Number(count), Number(seed));
await database.close();
process.stdout.write(JSON.stringify({ zone: process.env['TZ'], faults }));
