/** A socket that sends what is written in one turn of the event loop in one go: each go costs as much as a statement. */

import { Socket } from 'node:net';

export class GatheringSocket extends Socket {
  #isGathering = false;

  /** What is corked for a moment leaves with all else of this turn. */
  override cork(): void {
    super.cork();
    if (this.#isGathering) return;
    this.#isGathering = true;
    super.cork();
    process.nextTick(() => this.#send());
  }

  #send(): void {
    this.#isGathering = false;
    this.uncork();
  }
}
