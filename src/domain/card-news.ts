/** What comes by itself and concerns cards: payments, refunds, cards that end. */

import type { CardKind } from './card-kind.js';
import type { Reminder } from './card-status.js';
import type { CardCodeBatchId, OrderId } from './ids.js';
import type { LocalDay } from './local-day.js';

export type CardNews =
  | {
      readonly type: 'paid' | 'refunded';
      readonly orderId: OrderId;
      readonly name: string;
      readonly course: string;
      readonly kind: CardKind;
      /** In fen. */
      readonly amount: number;
    }
  | {
      readonly type: 'ending';
      /** `lapsed`: its grace is over too. */
      readonly when: Reminder | 'lapsed';
      readonly name: string;
      readonly course: string;
      readonly kind: CardKind;
      readonly through: LocalDay;
      /** True where the member was told in private. */
      readonly told: boolean;
    }
  /** A code that was good was said where others read along, and is kept for whoever said it. */
  | {
      readonly type: 'public-code';
      readonly batchId: CardCodeBatchId;
      /** Its last group. */
      readonly tail: string;
      readonly name: string;
      /** The room in which it was said. */
      readonly topic: string;
      readonly course: string;
      readonly kind: CardKind;
    };
