/** The puppet's moments: publishing, searching and liking posts. */

import type { FileBoxInterface } from 'file-box';
import { payloads, types } from 'wechaty-puppet';
import { SimulatedMessagePuppet } from './simulated-message-puppet.js';
import type { WorldMoment } from './world-state.js';

interface Page {
  readonly pageSize?: number;
  readonly pageToken?: string;
}

export abstract class SimulatedMomentPuppet extends SimulatedMessagePuppet {
  override async postRawPayload(postId: string): Promise<WorldMoment> {
    return this.moments.moment(postId);
  }

  override async postRawPayloadParser(moment: WorldMoment): Promise<payloads.Post> {
    const { id, personId, at, messageIds, likes, rootId, parentId } = moment;
    const taps = { [types.Tap.Like]: Object.keys(likes).length };
    return {
      id,
      contactId: personId,
      timestamp: at,
      sayableList: [...messageIds],
      type: types.Post.Moment,
      counter: { children: this.moments.repliesTo(id).length, taps },
      ...(rootId !== undefined && { rootId }),
      ...(parentId !== undefined && { parentId }),
    };
  }

  override async postPublish(payload: payloads.Post): Promise<string> {
    if (!payloads.isPostClient(payload)) throw new RangeError('This post is published already.');
    const { rootId, parentId, sayableList } = payload;
    const messageIds: string[] = [];
    for (const sayable of sayableList) messageIds.push(await this.#keep(sayable));
    const draft = { personId: this.currentUserId, at: this.world.clock.now(), messageIds };
    const place = { ...(rootId !== undefined && { rootId }), ...(parentId !== undefined && { parentId }) };
    return this.moments.publish({ ...draft, ...place }).id;
  }

  override async postSearch(
    { contactId, id, rootId, parentId }: { contactId?: string; id?: string; rootId?: string; parentId?: string },
    page: Page = {},
  ): Promise<{ response: string[]; nextPageToken?: string }> {
    const given = Object.entries({ personId: contactId, id, rootId, parentId }).filter(
      ([, value]) => value !== undefined,
    );
    const found = this.moments.search(Object.fromEntries(given));
    const from = Number(page.pageToken ?? 0);
    const to = from + (page.pageSize ?? found.length);
    const response = found.slice(from, to).map((moment) => moment.id);
    return { response, ...(to < found.length && { nextPageToken: String(to) }) };
  }

  /** Without `tap` it answers whether the bot likes the post. */
  override async tap(postId: string, _type?: types.Tap, tap?: boolean): Promise<boolean | void> {
    const me = this.currentUserId;
    if (tap === undefined) return me in this.moments.moment(postId).likes;
    this.moments.like(postId, me, tap ? this.world.clock.now() : undefined);
  }

  override async tapSearch(postId: string, query: { contactId?: string } = {}): Promise<{ response: payloads.Tap }> {
    const likes = Object.entries(this.moments.moment(postId).likes);
    const wanted = likes.filter(([personId]) => query.contactId === undefined || personId === query.contactId);
    const contactId = wanted.map(([personId]) => personId);
    return { response: { [types.Tap.Like]: { contactId, timestamp: wanted.map(([, at]) => at) } } };
  }

  /** A part of a post is kept as a message to oneself, where `sayablePayload` finds it. */
  async #keep(sayable: payloads.Sayable): Promise<string> {
    const me = this.currentUserId;
    if (sayable.type === 'Text') return this.messageSendText(me, sayable.payload.text);
    if (sayable.type === 'Url') return this.messageSendUrl(me, { ...sayable.payload } as payloads.UrlLink);
    if ('filebox' in sayable.payload) return this.messageSendFile(me, sayable.payload.filebox as FileBoxInterface);
    throw new RangeError(`A moment cannot hold ${sayable.type}.`);
  }
}
