/** Preview: the very words that would be posted, from the very function that posts them; then whether a picture follows. */

import { graphicPreview, picturePreview } from '../../../copy/zh-cn/pictures.js';
import * as copy from '../../../copy/zh-cn/post-commands.js';
import { accept } from '../../../domain/decision.js';
import type { LocalDay } from '../../../domain/local-day.js';
import type { PostKind } from '../../../domain/post.js';
import { runsCourse } from '../../../domain/room.js';
import { type Argument, day, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { nextTaskDay } from '../../../kit/next-task-day.js';
import type { ComposedPost } from '../../../kit/post.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { todayIn } from '../../../kit/work.js';
import type { PictureShelf } from '../../../ports/picture-shelf.js';
import type { Room } from '../../../storage/rooms.js';

type Wanted = 'morning' | 'evening' | LocalDay;

const plainDay = day(copy.labels.preview);

const wanted: Argument<Wanted> = {
  label: copy.labels.preview,
  async parse(context) {
    const first = context.words.peek() ?? '';
    const named = Object.hasOwn(copy.previewWords, first) ? copy.previewWords[first] : undefined;
    if (named === undefined) return plainDay.parse(context);
    context.words.next();
    return accept(named);
  },
};

export const preview = defineCommand({
  name: 'posts.preview',
  triggers: copy.triggers.preview,
  summary: copy.summaries.preview,
  example: copy.examples.preview,
  allow: 'teacher',
  scope: 'room',
  effect: 'none',
  args: { wanted: optional(wanted, 'morning') },

  async run(work) {
    const { room, now, catalogue, args } = work;
    const { kind, day: slotDay } = slotOf(room, args.wanted, now);
    const post = present(catalogue.findPost(kind), { code: 'post.none_for_day' });
    const draft = await post.compose({ ...work, today: slotDay, day: slotDay, late: false });
    if ('skip' in draft) return copy.previewSkipped(kind, slotDay, draft.skip);
    const notes = await notesOn(draft, work.pictures);
    if (notes.length === 0) return draft.text;
    await work.chat.say(draft.text);
    return notes.join('\n');
  },
});

/** What is shown that the words alone do not say. */
async function notesOn({ graphic, picture }: ComposedPost, pictures: PictureShelf): Promise<string[]> {
  return [
    ...(graphic ? [graphicPreview()] : []),
    ...(picture ? [picturePreview(picture.name, await pictures.findTrouble(picture.name))] : []),
  ];
}

/** A day alone means its task; a day that is over has nothing left to preview. */
function slotOf(room: Room, given: Wanted, now: number): { readonly kind: PostKind; readonly day: LocalDay } {
  if (!runsCourse(room.kind)) throw new RefusedError({ code: 'post.none_for_day' });
  if (given === 'evening') return { kind: 'review', day: todayIn(room, now) };
  if (given === 'morning') return { kind: 'task', day: nextTaskDay(room, now) };
  if (given < todayIn(room, now)) throw new RefusedError({ code: 'post.none_for_day' });
  return { kind: 'task', day: given };
}
