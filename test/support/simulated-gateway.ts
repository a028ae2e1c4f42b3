/** A simulated WeChat with a gateway to it, online: people talk on one side, a recording listener hears on the other. */

import { notices } from '../../src/copy/zh-cn/simulated-wechat.js';
import type { ChatGateway } from '../../src/ports/chat-gateway.js';
import type { SimulatedWeChat } from '../../src/ports/simulated-wechat.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { openSimulatedWeChat } from '../../src/transport/simulated/simulated-wechat.js';
import type { SimulatedWorld } from '../../src/transport/simulated/simulated-world.js';
import type { WechatyGatewayOptions } from '../../src/transport/wechaty/gateway-options.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { ManualClock } from './manual-clock.js';
import { quietLog, type QuietLog } from './quiet-log.js';
import { RecordingListener } from './recording-listener.js';

export interface SimulatedScene {
  readonly clock: ManualClock;
  readonly wechat: SimulatedWeChat;
  readonly world: SimulatedWorld;
  readonly gateway: ChatGateway;
  readonly heard: RecordingListener;
  readonly log: QuietLog;
  /** The puppet of the latest connection. */
  puppet(): SimulatedPuppet;
}

export interface SceneOptions extends Partial<Omit<WechatyGatewayOptions, 'puppet' | 'clock' | 'log'>> {
  readonly name?: string;
  readonly puppet?: (world: SimulatedWorld) => SimulatedPuppet;
}

export async function openWorld(clock = new ManualClock(), log = quietLog()) {
  const opened = await openSimulatedWeChat({ clock, notices, log: log.log, botName: '早八' });
  return { ...opened, clock, log };
}

export async function prepareScene({
  name = 'simulated',
  puppet,
  ...options
}: SceneOptions = {}): Promise<SimulatedScene> {
  const { wechat, world, clock, log } = await openWorld();
  let latest: SimulatedPuppet | undefined;
  const make = async () => {
    latest = puppet?.(world) ?? new SimulatedPuppet(world);
    return latest;
  };
  const gateway = createWechatyGateway({ rosterGapMs: 0, ...options, puppet: { name, make }, clock, log: log.log });
  const current = () => {
    if (!latest) throw new Error('There is no puppet yet.');
    return latest;
  };
  return { clock, wechat, world, gateway, log, heard: new RecordingListener(), puppet: current };
}

export async function startScene(options: SceneOptions = {}): Promise<SimulatedScene> {
  const scene = await prepareScene(options);
  await scene.gateway.start(scene.heard);
  await scene.heard.connection('online');
  return scene;
}
