/**
 * Does one thing on the platform that is no message. What holds already is left as it is, so that doing it again after an
 * unknown end does no harm where the platform shows the truth.
 */

import type { GatewayCapabilities, PlatformErrand } from '../../ports/chat-gateway.js';
import { SendError } from '../../ports/chat-gateway.js';
import type { BotView } from './bot-view.js';
import { addressFailure, sendFailure } from './send-failure.js';
import { mustExist } from './send-message.js';
import { within } from './waiting.js';

const LOOK_WITHIN_MS = 5_000;
const DO_WITHIN_MS = 15_000;

/** Rejects with a SendError and nothing else. */
export async function performErrand(
  view: BotView,
  errand: PlatformErrand,
  capabilities: GatewayCapabilities,
): Promise<void> {
  if (!isAble(errand, capabilities)) throw new SendError('not-sent', 'unsupported', 'unsupported');
  const { personPlatformId } = errand;
  await mustExist(view, 'roomPlatformId' in errand ? { roomPlatformId: errand.roomPlatformId } : { personPlatformId });
  if (await isDone(view, errand)) return;
  try {
    await within(DO_WITHIN_MS, `The errand "${errand.do}"`, perform(view, errand));
  } catch (error) {
    throw sendFailure(error);
  }
}

function isAble(errand: PlatformErrand, { invite, remove, tag }: GatewayCapabilities): boolean {
  if (errand.do === 'invite') return invite;
  return errand.do === 'remove' ? remove : tag;
}

/** They are in the room already, or out of it; of tags the platform keeps each once. */
async function isDone({ puppet }: BotView, errand: PlatformErrand): Promise<boolean> {
  if (!('roomPlatformId' in errand)) return false;
  try {
    const members = await within(LOOK_WITHIN_MS, 'Reading the room', puppet.roomMemberList(errand.roomPlatformId));
    const isIn = members.includes(errand.personPlatformId);
    return members.length > 0 && isIn === (errand.do === 'invite');
  } catch (error) {
    throw addressFailure(error);
  }
}

function perform({ puppet }: BotView, errand: PlatformErrand): Promise<unknown> {
  const { personPlatformId: person } = errand;
  switch (errand.do) {
    case 'invite':
      return puppet.roomAdd(errand.roomPlatformId, person);
    case 'remove':
      return puppet.roomDel(errand.roomPlatformId, person);
    case 'tag':
      return puppet.tagContactAdd(errand.tag, person);
    case 'untag':
      return puppet.tagContactRemove(errand.tag, person);
  }
}
