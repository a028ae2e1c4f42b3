/** Every feature of the bot. Order is the order of the help text and of listeners. */

import { accounts } from './features/accounts/index.js';
import { badges } from './features/badges/index.js';
import { camps } from './features/camps/index.js';
import { cards } from './features/cards/index.js';
import { chainLists } from './features/chain-lists/index.js';
import { checkIns } from './features/check-ins/index.js';
import { classes } from './features/classes/index.js';
import { codes } from './features/codes/index.js';
import { conversion } from './features/conversion/index.js';
import { coreUsers } from './features/core-users/index.js';
import { courses } from './features/courses/index.js';
import { draws } from './features/draws/index.js';
import { flashSales } from './features/flash-sales/index.js';
import { gifts } from './features/gifts/index.js';
import { graphics } from './features/graphics/index.js';
import { identities } from './features/identities/index.js';
import { members } from './features/members/index.js';
import { moderation } from './features/moderation/index.js';
import { moderators } from './features/moderators/index.js';
import { moves } from './features/moves/index.js';
import { points } from './features/points/index.js';
import { posts } from './features/posts/index.js';
import { questions } from './features/questions/index.js';
import { quizzes } from './features/quizzes/index.js';
import { reasons } from './features/reasons/index.js';
import { redPackets } from './features/red-packets/index.js';
import { referrals } from './features/referrals/index.js';
import { roles } from './features/roles/index.js';
import { rooms } from './features/rooms/index.js';
import { safety } from './features/safety/index.js';
import { segments } from './features/segments/index.js';
import { sources } from './features/sources/index.js';
import { tags } from './features/tags/index.js';
import { tickets } from './features/tickets/index.js';
import { tiers } from './features/tiers/index.js';
import { todos } from './features/todos/index.js';
import { trials } from './features/trials/index.js';
import { trusts } from './features/trust/index.js';
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
  moderators,
  coreUsers,
  moderation,
  trusts,
  questions,
  tickets,
  gifts,
  codes,
  redPackets,
  cards,
  points,
  badges,
  tags,
  segments,
  tiers,
  classes,
  draws,
  flashSales,
  quizzes,
  accounts,
  reasons,
  safety,
  moves,
  todos,
  sources,
  referrals,
  trials,
  conversion,
];
