import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { types } from 'wechaty-puppet';
import type { ChatGateway } from '../../src/ports/chat-gateway.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';
import { RecordingListener } from '../support/recording-listener.js';
import { prepareScene, type SceneOptions, startScene } from '../support/simulated-gateway.js';

const TIMERS: Parameters<typeof vi.useFakeTimers>[0] = {
  toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
};

const opened: ChatGateway[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const gateway of opened.splice(0)) await gateway.stop();
});

async function online(options: SceneOptions = {}) {
  const scene = await startScene(options);
  opened.push(scene.gateway);
  return scene;
}

async function prepared(options: SceneOptions = {}) {
  const scene = await prepareScene(options);
  opened.push(scene.gateway);
  return scene;
}

/** Moves the clock and the timers together. */
async function pass(clock: ManualClock, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1_000) {
    clock.advance(Math.min(1_000, left));
    await vi.advanceTimersByTimeAsync(Math.min(1_000, left));
  }
}

/** It answers the first two questions and nothing after them, and does not beat. */
async function withPuppetThatFallsSilent(name: string) {
  let dings = 0;
  class DyingPuppet extends SimulatedPuppet {
    override ding(data?: string): void {
      dings += 1;
      if (dings <= 2) super.ding(data);
    }
    override async onStart(): Promise<void> {
      setImmediate(() => this.login(this.world.cast.bot().id));
    }
  }
  const scene = await prepared({ name, puppet: (world) => new DyingPuppet(world) });
  vi.useFakeTimers(TIMERS);
  await scene.gateway.start(scene.heard);
  await scene.heard.connection('online');
  return { ...scene, dings: () => dings };
}

/** Lets what was begun go on: a few turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
}

/** A puppet that starts in a way of its own. */
function starting(onStart: (puppet: SimulatedPuppet) => Promise<void>): NonNullable<SceneOptions['puppet']> {
  class OddPuppet extends SimulatedPuppet {
    override onStart(): Promise<void> {
      return onStart(this);
    }
  }
  return (world) => new OddPuppet(world);
}

test('a connection is reported from connecting to online, and at the end stopped', async () => {
  const { gateway, heard, world } = await online();

  await gateway.stop();

  const self = { platformId: world.cast.bot().id, name: '早八' };
  expect(heard.connections).toEqual([{ state: 'connecting' }, { state: 'online', self }, { state: 'stopped' }]);
  expect(gateway.connection()).toEqual({ state: 'stopped' });
});

test('a package that is not installed is an offline state in plain words, tried again after growing pauses', async () => {
  const clock = new ManualClock();
  const log = quietLog();
  const heard = new RecordingListener();
  const puppet = { name: 'wechaty-puppet-that-is-not-there' };
  const gateway = createWechatyGateway({ puppet, clock, log: log.log, random: () => 0 });
  opened.push(gateway);
  vi.useFakeTimers(TIMERS);

  await gateway.start(heard);
  const waits: number[] = [];
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const { reason, retryAt = 0 } = await heard.connection('offline', { skip: attempt * 2 });
    expect(reason).toBe('The puppet package is not installed.');
    waits.push((retryAt - clock.now()) / 1_000);
    await pass(clock, retryAt - clock.now());
  }

  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('the jitter comes from the random numbers it is given', async () => {
  const clock = new ManualClock();
  const heard = new RecordingListener();
  const gateway = createWechatyGateway({
    puppet: { name: 'wechaty-puppet-nowhere' },
    clock,
    log: quietLog().log,
    random: () => 0.5,
  });
  opened.push(gateway);

  await gateway.start(heard);

  expect(await heard.connection('offline')).toMatchObject({ retryAt: clock.now() + 1_125 });
});

test('a maker that throws is an offline state too', async () => {
  const { gateway, heard } = await prepared({
    puppet: () => {
      throw new Error('no such device');
    },
  });

  await gateway.start(heard);

  expect(await heard.connection('offline')).toMatchObject({ reason: 'no such device.' });
});

test('a code to scan is shown, a fresh one replaces it, and the login follows', async () => {
  const scan = (qrcode: string) => ({ qrcode, status: types.ScanStatus.Waiting });
  const { gateway, heard, puppet, world } = await prepared({
    puppet: starting(async (one) => void setImmediate(() => one.emit('scan', scan('https://weixin.qq.com/x/1')))),
  });

  await gateway.start(heard);
  await heard.connection('scan');
  puppet().emit('scan', scan('https://weixin.qq.com/x/2'));
  puppet().emit('scan', { status: types.ScanStatus.Scanned });
  puppet().login(world.cast.bot().id);
  await heard.connection('online');

  expect(heard.connections.slice(1, -1)).toEqual([
    { state: 'scan', qrCode: 'https://weixin.qq.com/x/1' },
    { state: 'scan', qrCode: 'https://weixin.qq.com/x/2' },
  ]);
});

test('nobody scanning is waited for, a puppet doing nothing is not', async () => {
  let shows = false;
  const { gateway, heard, clock } = await prepared({
    random: () => 0,
    puppet: starting(async (one) => {
      if (shows) setImmediate(() => one.emit('scan', { qrcode: 'code', status: types.ScanStatus.Waiting }));
      shows = true;
    }),
  });
  vi.useFakeTimers(TIMERS);

  await gateway.start(heard);
  await expect.poll(() => shows).toBe(true);
  await turns();
  await pass(clock, 61_000);
  expect(await heard.connection('offline')).toMatchObject({ reason: 'The puppet did not log in within 60 seconds.' });

  await pass(clock, 2_000);
  await heard.connection('scan');
  expect(gateway.connection()).toEqual({ state: 'scan', qrCode: 'code' });
});

test('a logout is noticed, and the next connection has a new puppet and hears everything once', async () => {
  const { gateway, heard, puppet, wechat } = await online({ random: () => 0 });
  const lin = wechat.addPerson('林').id;
  const first = puppet();
  const { length } = heard.connections;

  await first.logout('by phone');
  expect(await heard.connection('offline', { skip: length })).toMatchObject({
    reason: 'WeChat logged the account out.',
  });
  await heard.connection('online', { skip: length });
  wechat.say(lin, lin, '还在吗');
  await heard.event('message.received');
  await gateway.send({ to: { personPlatformId: lin }, text: '在', mentions: [] });
  await heard.event('message.echoed');

  expect(puppet()).not.toBe(first);
  expect(heard.of('message.received')).toHaveLength(1);
  expect(heard.of('message.echoed')).toHaveLength(1);
});

test('a puppet that is left behind cannot come back by itself', async () => {
  const { heard, puppet } = await online();
  const first = puppet();
  const { length } = heard.connections;

  await first.logout('by phone');
  await heard.connection('offline', { skip: length });

  await expect(first.start()).rejects.toThrow('retired');
  expect(() => first.emit('error', new Error('too late'))).not.toThrow();
});

test('errors of a puppet that still answers are logged once and change nothing', async () => {
  const { gateway, puppet, log } = await online();

  puppet().emit('error', new Error('something about wxid_abc123'));
  puppet().emit('error', new Error('something about wxid_abc123'));
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(gateway.connection().state).toBe('online');
  expect(log.lines(40)).toHaveLength(1);
  expect(log.text()).toContain('something about [id]');
});

test('after an error, a puppet that does not answer within five seconds is given up', async () => {
  const { heard, puppet, clock } = await withPuppetThatFallsSilent('simulated');
  await pass(clock, 11_000);

  puppet().emit('error', new Error('14 UNAVAILABLE: Connection dropped'));
  await pass(clock, 5_000);

  expect(await heard.connection('offline')).toMatchObject({ reason: 'The puppet gave no sign of life.' });
});

test('a silent puppet is asked after 25 seconds, and given up after 45', async () => {
  const { gateway, heard, clock, dings } = await withPuppetThatFallsSilent('simulated');

  await pass(clock, 35_000);
  expect(dings()).toBe(2);
  await pass(clock, 20_000);
  expect(dings()).toBeGreaterThan(3);
  expect(gateway.connection().state).toBe('online');
  await pass(clock, 10_000);

  expect(await heard.connection('offline')).toMatchObject({ reason: 'The puppet gave no sign of life.' });
});

test('a puppet that used to answer, and never does after a new login, is found out soon', async () => {
  let logins = 0;
  class ForgetfulPuppet extends SimulatedPuppet {
    override ding(data?: string): void {
      if (logins === 1) super.ding(data);
    }
    override async onStart(): Promise<void> {
      logins += 1;
      setImmediate(() => this.login(this.world.cast.bot().id));
    }
  }
  const { gateway, heard, puppet, clock } = await prepared({
    puppet: (world) => new ForgetfulPuppet(world),
    random: () => 0,
  });
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  await heard.connection('online');
  await turns();
  await puppet().logout('by phone');
  await pass(clock, 1_000);
  await expect.poll(() => gateway.connection().state).toBe('online');
  const { length } = heard.connections;

  await pass(clock, 15_000);

  expect(await heard.connection('offline', { skip: length })).toMatchObject({
    reason: 'The puppet gave no sign of life.',
  });
});

test('an unknown puppet that never gives a sign is not judged by its silence', async () => {
  class MutePuppet extends SimulatedPuppet {
    override ding(): void {}
    override async onStart(): Promise<void> {
      setImmediate(() => this.login(this.world.cast.bot().id));
    }
  }
  const { gateway, heard, clock } = await prepared({
    name: 'wechaty-puppet-new',
    puppet: (world) => new MutePuppet(world),
  });
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  await heard.connection('online');

  await pass(clock, 5 * 60_000);

  expect(gateway.connection().state).toBe('online');
});

test('a quiet puppet that answers, or beats every 15 seconds, stays', async () => {
  const { gateway, heard, clock } = await prepared();
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  await heard.connection('online');

  await pass(clock, 10 * 60_000);

  expect(heard.connections.map(({ state }) => state)).toEqual(['connecting', 'online']);
});

test('a connection that breaks soon after login counts as failed, one that lasted starts the pauses anew', async () => {
  const { gateway, heard, puppet, clock } = await prepared({ random: () => 0 });
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  const waits: number[] = [];

  for (const lastedMs of [1_000, 1_000, 1_000, 61_000, 1_000]) {
    await expect.poll(() => gateway.connection().state).toBe('online');
    await pass(clock, lastedMs);
    const { length } = heard.connections;
    await puppet().logout('again');
    const { retryAt = 0 } = await heard.connection('offline', { skip: length });
    waits.push((retryAt - clock.now()) / 1_000);
    await pass(clock, retryAt - clock.now());
  }

  expect(waits).toEqual([1, 2, 4, 1, 2]);
});

test('stopping is done within five seconds though the puppet hangs while starting', async () => {
  const hanging = countedHanging();
  const { gateway, heard } = await prepared({ puppet: starting(hanging.start) });
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  await expect.poll(() => hanging.calls()).toBe(1);
  await turns();

  let stopped = false;
  const stopping = gateway.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);

  expect(stopped).toBe(true);
  await stopping;
  expect(heard.connections).toEqual([{ state: 'connecting' }, { state: 'stopped' }]);
});

test('stopping right after starting works, before anything is loaded', async () => {
  const { gateway, heard } = await prepared();

  await gateway.start(heard);
  await gateway.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(heard.connections).toEqual([{ state: 'connecting' }, { state: 'stopped' }]);
});

test('stopping during a pause does not wait for its end', async () => {
  const heard = new RecordingListener();
  const gateway = createWechatyGateway({
    puppet: { name: 'wechaty-puppet-nowhere' },
    clock: new ManualClock(),
    log: quietLog().log,
  });
  await gateway.start(heard);
  await heard.connection('offline');

  const before = performance.now();
  await gateway.stop();

  expect(performance.now() - before).toBeLessThan(500);
});

test('a puppet that hangs while starting is given up and tried again', async () => {
  const hanging = countedHanging();
  const { gateway, heard, clock } = await prepared({ puppet: starting(hanging.start) });
  vi.useFakeTimers(TIMERS);
  await gateway.start(heard);
  await expect.poll(() => hanging.calls()).toBe(1);
  await turns();

  await pass(clock, 16_000);

  expect(await heard.connection('offline')).toMatchObject({ reason: 'The puppet did not start.' });
  await pass(clock, 5_000);
  await expect.poll(() => hanging.calls()).toBe(2);
  const stopping = gateway.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  await stopping;
});

test('starting twice is refused, starting again after a stop is not', async () => {
  const { gateway, heard } = await online();

  await expect(gateway.start(heard)).rejects.toThrow('started already');
  await gateway.stop();
  const { length } = heard.connections;
  await gateway.start(heard);

  expect(await heard.connection('online', { skip: length })).toBeDefined();
});

test('wechaty and its puppets are loaded when they are needed, not before', () => {
  const files = readdirSync('src/transport', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const loads = (file: string) =>
    /^import (?!type)[^;]* from '(?:wechaty[\w-]*|file-box)'/m.test(readFileSync(`src/transport/${file}`, 'utf8'));

  expect(files.filter(loads).every((file) => /simulated\/(?:simulated-[a-z-]*puppet|puppet-)/.test(file))).toBe(true);
  const eager = files.filter((file) => !loads(file)).map((file) => readFileSync(`src/transport/${file}`, 'utf8'));
  expect(
    eager.filter((text) => /^import (?!type)[^;]*(?:simulated-[a-z-]*puppet|puppet-payloads)/m.test(text)),
  ).toEqual([]);
});

/** A start that never ends, and how often it was tried. */
function countedHanging() {
  let calls = 0;
  return {
    calls: () => calls,
    start(): Promise<void> {
      calls += 1;
      return new Promise<void>(() => {});
    },
  };
}
