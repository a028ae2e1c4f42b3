/** The people around one of several logins, whose bots are begun by workers. */

import { JudgedTown, type TownOptions } from './judged-town.js';
import { LeasedBots } from './leased-bots.js';
import type { JudgedAccount } from './protocol.js';

const BINDING_CODE = /绑定码：([0-9A-Z]{8})/u;

export interface LeasedTownOptions extends TownOptions {
  readonly url: string;
  /** Of the account, and what all its words have in them. */
  readonly label: string;
}

export class LeasedTown extends JudgedTown {
  readonly account: JudgedAccount;
  readonly bots: LeasedBots;

  constructor({ url, ...options }: LeasedTownOptions) {
    super(options);
    const { label } = options;
    this.account = { name: label, self: { platformId: `wx-bot-${label}`, name: `机器人${label}` } };
    this.bots = new LeasedBots({ ...this.login, url, account: this.account });
  }

  /** By which another account knows the owner too. */
  async askForCode(): Promise<string> {
    this.ownerSays('绑定');
    await this.settle();
    const codes = this.wechat.arrivals.map(({ text }) => BINDING_CODE.exec(text)?.[1]);
    return codes.findLast((code) => code !== undefined) ?? 'no code';
  }

  /** Time goes by; only who is there lives through it. */
  async drift(to: number): Promise<void> {
    this.now = to;
    if (this.bots.isOnDuty) await this.pass(to);
  }
}
