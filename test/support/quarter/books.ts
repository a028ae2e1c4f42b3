/** What people keep in mind of a quarter: one book for each matter, all of them written while they live. */

import { BroughtBook } from './brought-book.js';
import { CardBook } from './card-book.js';
import type { Kind } from './card-strip.js';
import { ClassBook } from './class-book.js';
import { ConductBook } from './conduct-book.js';
import { CoreBook } from './core-book.js';
import { Decided } from './decided.js';
import { EntitlementBook } from './entitlement-book.js';
import { LoanBook } from './loan-book.js';
import { MoveBook } from './move-book.js';
import { OrderBook } from './order-book.js';
import { PaymentShop } from './payment-shop.js';
import { StudyBook } from './study-book.js';
import { TagBook } from './tag-book.js';
import { TierBook } from './tier-book.js';
import type { Course } from './town.js';

export class Books {
  readonly cards = new CardBook();
  readonly orders = new OrderBook();
  readonly entitlements = new EntitlementBook();
  readonly shop = new PaymentShop();
  readonly tags = new TagBook();
  readonly decided = new Decided();
  /** That staff has handed out or may hand out. */
  readonly codes: { readonly course: Course; readonly kind: Kind; readonly codes: string[] }[] = [];
  readonly study = new StudyBook();
  readonly moves = new MoveBook();
  readonly tiers = new TierBook();
  readonly classes = new ClassBook();
  readonly conduct = new ConductBook();
  readonly loans = new LoanBook();
  readonly core = new CoreBook();
  readonly brought = new BroughtBook();
  /** What staff calls the way to a room, by room. */
  readonly roomSources = new Map<string, string>();
}
