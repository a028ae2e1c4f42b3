/** Why a tag, a condition, a tier or a class is turned down. Part of `refusal.ts`. */

export interface TagRefusals {
  'tag.unknown': { readonly given: string; readonly known: readonly string[] };
  'tag.unfit': { readonly given: string };
  'tag.too_long': { readonly max: number };
  'tag.none_given': { readonly example: string };
  /** Not among those that members may choose. */
  'tag.not_choosable': { readonly given: string; readonly known: readonly string[] };
  'tag.no_rule': { readonly number: number };
  'tag.too_many_rules': { readonly max: number };
  'tag.not_in_public': Nothing;
  'condition.empty': Nothing;
  'condition.too_many': { readonly max: number };
  /** What stands before the colon or the sign. */
  'condition.unknown_word': { readonly given: string; readonly known: readonly string[] };
  'condition.unknown_value': { readonly word: string; readonly given: string; readonly known: readonly string[] };
  /** `given` is empty where no sign stood behind the word. */
  'condition.not_a_number': { readonly word: string; readonly given: string };
  'segment.unknown': { readonly given: string; readonly known: readonly string[] };
  'tier.unknown': { readonly given: string; readonly known: readonly string[] };
  'tier.exists': { readonly name: string };
  'tier.first': { readonly name: string };
  'tier.in_use': { readonly name: string; readonly people: number };
  'tier.too_many': { readonly max: number };
  /** It asks for less than the one below, or for more than the one above. */
  'tier.out_of_order': { readonly name: string; readonly other: string };
  'tier.unreadable': { readonly given: string };
  'tier.held': { readonly name: string; readonly tier: string };
  'tier.no_longer': { readonly name: string };
  'class.unknown': { readonly given: string; readonly known: readonly string[] };
}

type Nothing = Record<never, never>;
