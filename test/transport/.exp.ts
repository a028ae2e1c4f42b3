import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
process.env.HOME = mkdtempSync('/tmp/wx-home-');
import { pino } from 'pino';
import * as notices from '../../src/copy/zh-cn/simulated-wechat.js';
import { systemClock } from '../../src/ports/clock.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { openSimulatedWeChat } from '../../src/transport/simulated/simulated-wechat.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { RecordingListener } from '../support/recording-listener.js';
const { PuppetServer, log: wlog } = await import('wechaty-puppet-service');
wlog.level('silent');
const log = pino({ level: 'debug' });
const freePort = () =>
  new Promise<number>((r) => {
    const s = createServer();
    s.listen(0, '127.0.0.1', () => {
      const p = (s.address() as any).port;
      s.close(() => r(p));
    });
  });
const port = await freePort();
const { wechat, world } = await openSimulatedWeChat({ clock: systemClock, notices, log, botName: '早八' });
const lin = wechat.addPerson('林');
const room = wechat.addRoom('体验群', [lin.id]);
const mk = () => {
  const puppet = new SimulatedPuppet(world);
  puppet.on('error', () => {});
  return new PuppetServer({
    endpoint: `127.0.0.1:${port}`,
    token: 'insecure_t',
    puppet: puppet as any,
    tls: { disable: true },
  });
};
process.on('uncaughtException', (e) => console.log('UNCAUGHT', e));
process.on('unhandledRejection', (e) => console.log('UNHANDLED', e));
const gw = (token: string, p: number) =>
  createWechatyGateway({
    puppet: { name: 'wechaty-puppet-service', options: { token, endpoint: `127.0.0.1:${p}`, tls: { disable: true } } },
    clock: systemClock,
    log,
    rosterGapMs: 0,
  });
const time = async (what: string, work: Promise<unknown>) => {
  const t = performance.now();
  const r = await work;
  console.log(what, Math.round(performance.now() - t), JSON.stringify(r));
};
const which = process.argv[2];
if (which === 'dead') {
  const g = gw('insecure_t', await freePort());
  const l = new RecordingListener();
  await g.start(l);
  await time('offline', l.connection('offline', { withinMs: 30000 }));
  await time('2nd', l.connection('offline', { skip: 3, withinMs: 30000 }));
  await time('stop', g.stop());
}
if (which === 'token') {
  const s = mk();
  await s.start();
  const g = gw('insecure_wrong', port);
  const l = new RecordingListener();
  await g.start(l);
  await time('offline', l.connection('offline', { withinMs: 90000 }));
  await time('stop', g.stop());
  await s.stop();
}
if (which === 'badtoken') {
  const g = gw('x', port);
  const l = new RecordingListener();
  await g.start(l);
  await time('offline', l.connection('offline', { withinMs: 90000 }));
  await time('stop', g.stop());
}
if (which === 'stop') {
  const g = gw('insecure_t', await freePort());
  const l = new RecordingListener();
  await g.start(l);
  await new Promise((r) => setTimeout(r, Number(process.argv[3] ?? 2200)));
  await time('stop', g.stop());
  console.log(l.connections);
}
if (which === 'restart') {
  let s = mk();
  await s.start();
  const g = gw('insecure_t', port);
  const l = new RecordingListener();
  await g.start(l);
  await time('online', l.connection('online', { withinMs: 30000 }));
  await l.event('room.roster');
  wechat.say(lin.id, room.id, '打卡 1');
  await time('msg', l.event('message.received'));
  await time(
    'send',
    g.send({ to: { roomPlatformId: room.id }, text: '@林 好', mentions: [{ platformId: lin.id, name: '林' }] }),
  );
  await l.event('message.echoed');
  const lat: number[] = [];
  for (let i = 0; i < 200; i++) {
    const t = performance.now();
    wechat.say(lin.id, room.id, `m${i}`);
    await l.event('message.received', (m) => m.text === `m${i}`);
    lat.push(performance.now() - t);
  }
  lat.sort((a, b) => a - b);
  console.log('p50', lat[100], 'p99', lat[197]);
  const tf = performance.now();
  for (let i = 0; i < 3000; i++) {
    wechat.say(lin.id, room.id, `f${i}`);
    if (i % 64 == 63) await new Promise((r) => setImmediate(r));
  }
  await l.event('message.received', (m) => m.text === 'f2999', 30000);
  console.log('flood/s', 3000 / ((performance.now() - tf) / 1000));
  const skip = l.connections.length;
  await s.stop();
  wechat.renamePerson(lin.id, '林小');
  s = mk();
  await s.start();
  await time('noticed', l.connection('offline', { skip, withinMs: 90000 }));
  await time('online again', l.connection('online', { skip, withinMs: 90000 }));
  wechat.say(lin.id, room.id, '回来了');
  await time(
    'msg again',
    l.event('message.received', (m) => m.text === '回来了'),
  );
  console.log(l.of('message.received').at(-1));
  console.log(l.connections);
  console.log(l.of('message.received').filter((m) => m.text === '回来了').length);
  await time('stop', g.stop());
  await s.stop();
  console.log(readdirSync(process.env.HOME!));
}
setTimeout(() => {
  console.log('still alive', process.getActiveResourcesInfo());
  process.exit();
}, 2000).unref();
