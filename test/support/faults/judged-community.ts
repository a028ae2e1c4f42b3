/** A community around the bots of one account, which may die at any moment. */

import { readJudgeRecords } from './judge-records.js';
import { JudgedBots } from './judged-bots.js';
import { JudgedTown, type TownOptions } from './judged-town.js';

export interface CommunityOptions extends TownOptions {
  readonly url: string;
  /** Bots on the same data. */
  readonly processes?: number;
  /** They do the same things in the same order every time. */
  readonly steady?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export class JudgedCommunity extends JudgedTown {
  readonly bots: JudgedBots;
  readonly #url: string;

  private constructor({ processes = 1, steady = false, environment = {}, ...options }: CommunityOptions) {
    super(options);
    const { url } = options;
    this.#url = url;
    this.bots = new JudgedBots({ ...this.login, url, processes, steady, environment });
  }

  static async open(options: CommunityOptions): Promise<JudgedCommunity> {
    const community = new JudgedCommunity(options);
    await community.bots.begin();
    await community.settleIn();
    return community;
  }

  /** From here on nothing goes wrong, and at last the bots end. What is wrong, in words. */
  async close(): Promise<string[]> {
    await this.calmDown();
    await this.bots.end();
    return this.verdict(await readJudgeRecords(this.#url));
  }
}
