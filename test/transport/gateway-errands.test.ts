/** Errands over wechaty and the simulated puppet: what the platform then shows. */

import { afterEach, expect, test } from 'vitest';
import type { GatewayCapabilities } from '../../src/ports/chat-gateway.js';
import { type SimulatedScene, startScene } from '../support/simulated-gateway.js';

let scene: SimulatedScene | undefined;

afterEach(async () => {
  await scene?.gateway.stop();
});

async function inRoom(capabilities: Partial<GatewayCapabilities> = {}) {
  scene = await startScene({ capabilities });
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', []).id;
  await scene.heard.event('room.joined');
  return { ...scene, lin, room, bot: scene.world.cast.bot().id };
}

test('an invitation lets somebody in, once, and tells who let them in', async () => {
  const { gateway, world, heard, lin, room, bot } = await inRoom();

  await gateway.perform({ do: 'invite', roomPlatformId: room, personPlatformId: lin });
  await gateway.perform({ do: 'invite', roomPlatformId: room, personPlatformId: lin });

  expect(world.cast.isMember(room, lin)).toBe(true);
  await expect
    .poll(() => heard.of('room.joined').at(-1))
    .toMatchObject({
      people: [{ platformId: lin }],
      inviter: { platformId: bot },
    });
  expect(heard.of('room.joined').filter(({ people }) => people[0]?.platformId === lin)).toHaveLength(1);
});

test('a removal takes somebody out, and finds nothing to do afterwards', async () => {
  const { gateway, world, lin, room, bot } = await inRoom();
  world.admit(room, [lin], bot);
  world.cast.changeRoom(room, { ownerId: bot });

  await gateway.perform({ do: 'remove', roomPlatformId: room, personPlatformId: lin });
  await gateway.perform({ do: 'remove', roomPlatformId: room, personPlatformId: lin });

  expect(world.cast.isMember(room, lin)).toBe(false);
});

test('a tag is put on the contact and taken off it', async () => {
  const { gateway, world, lin } = await inRoom();

  await gateway.perform({ do: 'tag', personPlatformId: lin, tag: '英语' });
  expect(world.tags.of(lin)).toEqual(['英语']);
  await gateway.perform({ do: 'untag', personPlatformId: lin, tag: '英语' });
  expect(world.tags.of(lin)).toEqual([]);
});

test('what the way to the platform cannot do is refused before anything leaves', async () => {
  const { gateway, lin, room } = await inRoom({ invite: false, remove: false, tag: false });

  for (const errand of [
    { do: 'invite', roomPlatformId: room, personPlatformId: lin },
    { do: 'remove', roomPlatformId: room, personPlatformId: lin },
    { do: 'tag', personPlatformId: lin, tag: '英语' },
  ] as const)
    await expect(gateway.perform(errand)).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'unsupported' });
});

test('a room or a person that is not there is found out before anything leaves', async () => {
  const { gateway, lin } = await inRoom();

  await expect(
    gateway.perform({ do: 'invite', roomPlatformId: 'nowhere@chatroom', personPlatformId: lin }),
  ).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'gone' });
  await expect(gateway.perform({ do: 'tag', personPlatformId: 'nobody', tag: '英语' })).rejects.toMatchObject({
    outcome: 'not-sent',
    trouble: 'gone',
  });
});
