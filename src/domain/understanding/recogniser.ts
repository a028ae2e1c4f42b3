/**
 * The recogniser: what a line means that a member said. A line without any trigger is dismissed at once; most chat is.
 */

import type { LocalDay } from '../local-day.js';
import { compileActivation, readActivation } from './activation-reader.js';
import { type Basics, compileBasics } from './basics.js';
import { compileCheckIn, readCheckIn } from './check-in-reader.js';
import { compileChoice, readChoice } from './choice-reader.js';
import { compileClosed, readClosed } from './closed-reader.js';
import { compileInvitation, readInvitation } from './invitation-reader.js';
import { mentionsOther, skipNeutral } from './lead.js';
import { compileLeave, readLeave } from './leave-reader.js';
import { type Fold, foldLine, type Line } from './line.js';
import { compileMakeUp, readMakeUp } from './make-up-reader.js';
import { compileNotes, readNote } from './note-reader.js';
import { inClass, longestFirst } from './pattern.js';
import { compileRedeem, readRedeem } from './redeem-reader.js';
import { createSimplify } from './script.js';
import { readTagged } from './tags.js';
import type { Understanding } from './understanding.js';
import { compileVetoes, isVetoed } from './vetoes.js';
import type { ScriptWords, Vocabulary } from './vocabulary.js';

/** `botNames`: how the bot is called in the room; a mention of one of them is no mention of somebody else. */
export type Recogniser = (line: string, today: LocalDay, botNames?: readonly string[]) => Understanding;

type Reader = (line: Line) => Understanding | undefined;

const NONE: Understanding = { intent: 'none' };

export function createRecogniser(vocabulary: Vocabulary): Recogniser {
  const mayMean = createGate(vocabulary.script);
  const fold = createFold(vocabulary.script);
  const namesOf = createNames(fold);
  const vetoes = compileVetoes(vocabulary);
  const basics = compileBasics(vocabulary);
  const readers = createReaders(vocabulary, basics);
  return (typed, today, botNames = []) => {
    if (!mayMean(typed)) return NONE;
    const { text, origin } = fold(typed);
    const line = { typed, text, origin, today, botNames: namesOf(botNames) };
    if (isVetoed(vetoes, line.text) || callsOther(basics, line)) return NONE;
    for (const read of readers) {
      const understanding = read(line);
      if (understanding !== undefined) return understanding;
    }
    return NONE;
  };
}

/** In order of precedence, the most frequent first. */
function createReaders(vocabulary: Vocabulary, basics: Basics): readonly Reader[] {
  const checkIn = compileCheckIn(vocabulary, basics);
  const makeUp = compileMakeUp(vocabulary, basics);
  const leave = compileLeave(vocabulary, basics);
  const notes = compileNotes(vocabulary.note, basics);
  const closed = compileClosed(vocabulary, basics);
  const activation = compileActivation(vocabulary, basics);
  const redeem = compileRedeem(vocabulary, basics);
  const invitation = compileInvitation(vocabulary, basics);
  const choice = compileChoice(vocabulary, basics);
  return [
    (line) => readCheckIn(checkIn, line),
    (line) => readMakeUp(makeUp, line),
    (line) => readLeave(leave, line),
    (line) => readNote(notes, line),
    (line) => readClosed(closed, line),
    (line) => readActivation(activation, line),
    (line) => readRedeem(redeem, line),
    (line) => readInvitation(invitation, line),
    (line) => readChoice(choice, line),
    (line) => readTagged(checkIn.tags, line),
  ];
}

/** Longer than any command that has no trigger of its own. */
const MAX_BRIEF = 80;
const LONE_QUESTION_MARK = /^(?:\s*@.{0,40})?[^\p{L}\p{N}]*[?\uFF1F]\s*$/su;

/**
 * Between the characters of a word: invisible ones, blanks, marks. Looser than letters and numbers of all scripts, and without
 * the flags for those, since V8 takes half a second to compile such a gate, and a bot would spend it on its first line.
 */
const HIDDEN = '[^0-9A-Za-z\\u3400-\\u4DBF\\u4E00-\\u9FFF]{0,6}';

/** Wide letters are folded for this look. Whatever passes is read with care. */
function createGate({ triggers, triggerWords }: ScriptWords): (typed: string) => boolean {
  const trigger = new RegExp(`[${inClass(triggers)}]`);
  const brief = new RegExp(triggerWords.map((word) => [...word].map(inBothCases).join(HIDDEN)).join('|'));
  const wide = /[\uFF21-\uFF5A]/;
  const isBrief = (text: string): boolean => brief.test(text) || LONE_QUESTION_MARK.test(text);
  return (typed) =>
    trigger.test(typed) || (typed.length <= MAX_BRIEF && isBrief(wide.test(typed) ? typed.normalize('NFKC') : typed));
}

function inBothCases(letter: string): string {
  const [small, large] = [letter.toLowerCase(), letter.toUpperCase()];
  return small === large ? letter : `[${small}${large}]`;
}

function createFold(script: ScriptWords): (typed: string) => Fold {
  const simplify = createSimplify(script);
  return (typed) => {
    const fold = foldLine(typed);
    return { text: simplify(fold.text), origin: fold.origin };
  };
}

/** The bot has few names, and they come with every line: each is folded once. */
function createNames(fold: (typed: string) => Fold): (names: readonly string[]) => readonly string[] {
  const known = new Map<string, string>();
  const foldedName = (name: string): string => {
    const folded = known.get(name) ?? fold(name).text.trim();
    known.set(name, folded);
    return folded;
  };
  return (names) => (names.length === 0 ? names : longestFirst(names.map(foldedName)));
}

function callsOther({ lead }: Basics, line: Line): boolean {
  return line.text.includes('@') && mentionsOther(line, skipNeutral(lead, line, 0));
}
