/** Why something about a draw, a flash sale or a quiz is turned down. Part of `refusal.ts`. */

export interface ActivityRefusals {
  /** What is begun for the members is theirs: staff know too much of it. */
  'activity.not_for_staff': Nothing;
  'activity.past': { readonly example: string };
  'activity.too_far': { readonly days: number };
  /** It would end, and be announced, when the bot keeps quiet. */
  'activity.quiet_hours': Nothing;
  'draw.none': Nothing;
  'draw.running': { readonly name: string };
  'draw.not_open': { readonly name: string };
  'draw.not_drawn': { readonly name: string };
  /** Its list is still open. */
  'draw.not_sealed': { readonly name: string };
  'draw.no_rank': { readonly rank: number };
  /** All who are on the list have had their turn. */
  'draw.nobody_left': { readonly name: string };
  'draw.no_public_source': { readonly name: string };
  'draw.over': { readonly name: string };
  'draw.no_page': { readonly pages: number };
  'flash_sale.none': Nothing;
  'flash_sale.running': { readonly name: string };
  'flash_sale.not_yet': { readonly at: number };
  'flash_sale.over': Nothing;
  'flash_sale.sold_out': Nothing;
  'flash_sale.bought': Nothing;
  /** Some have theirs already. */
  'flash_sale.has_sold': { readonly name: string; readonly sold: number };
  'quiz.none': Nothing;
  'quiz.running': Nothing;
  'quiz.no_options': { readonly example: string };
  'quiz.too_many_options': { readonly max: number };
  'quiz.no_answer': { readonly example: string };
  'quiz.answer_unknown': { readonly given: string; readonly last: string };
  'quiz.over': Nothing;
  /** Whoever reads the question would read the answer too. */
  'quiz.in_public': { readonly topic: string };
}

type Nothing = Record<never, never>;
