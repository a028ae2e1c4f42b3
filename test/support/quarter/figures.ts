/** How much happened in a quarter. */

import type { Quarter } from './quarter.js';

export function figuresOf({ town, stage, orders, shop }: Quarter) {
  const { rooms, wechat, kills } = stage;
  return {
    members: town.people.filter(({ platformId }) => rooms.hasCome(platformId)).length,
    said: wechat.said,
    heard: wechat.arrivals.length,
    orders: orders.all().length,
    payments: shop.payments.length,
    invitations: rooms.invitations.length,
    removals: rooms.removals.length,
    absences: stage.absences,
    kills,
  };
}
