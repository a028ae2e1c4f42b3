/** Every feature of the bot. Order is the order of the help text and of listeners. */

import { accounts } from './features/accounts/index.js';
import { badges } from './features/badges/index.js';
import { camps } from './features/camps/index.js';
import { chainLists } from './features/chain-lists/index.js';
import { checkIns } from './features/check-ins/index.js';
import { codes } from './features/codes/index.js';
import { courses } from './features/courses/index.js';
import { draws } from './features/draws/index.js';
import { flashSales } from './features/flash-sales/index.js';
import { gifts } from './features/gifts/index.js';
import { graphics } from './features/graphics/index.js';
import { identities } from './features/identities/index.js';
import { members } from './features/members/index.js';
import { points } from './features/points/index.js';
import { posts } from './features/posts/index.js';
import { quizzes } from './features/quizzes/index.js';
import { reasons } from './features/reasons/index.js';
import { redPackets } from './features/red-packets/index.js';
import { roles } from './features/roles/index.js';
import { rooms } from './features/rooms/index.js';
import { safety } from './features/safety/index.js';
import type { Feature } from './kit/feature.js';

export const features: readonly Feature[] = [
  checkIns,
  chainLists,
  graphics,
  members,
  camps,
  identities,
  rooms,
  courses,
  posts,
  roles,
  gifts,
  codes,
  redPackets,
  points,
  badges,
  draws,
  flashSales,
  quizzes,
  accounts,
  reasons,
  safety,
];
