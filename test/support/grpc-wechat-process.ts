/** Starts a simulated WeChat as a process of its own and talks to it. `environment` is all that a bot needs to find it. */

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { inject } from 'vitest';
import type { GrpcReady, GrpcReply, GrpcRequestName, GrpcRequests } from './grpc-protocol.js';

type Child = ChildProcessByStdio<Writable, Readable, null>;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class GrpcWeChatProcess {
  readonly #child: Child;
  readonly #ready: GrpcReady;
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;

  private constructor(child: Child, ready: GrpcReady, lines: ReturnType<typeof createInterface>) {
    this.#child = child;
    this.#ready = ready;
    lines.on('line', (line) => this.#settle(JSON.parse(line) as GrpcReply));
    child.on('exit', () => this.#giveUp());
  }

  /** On this port, or a free one. */
  static async start(port = 0): Promise<GrpcWeChatProcess> {
    const program = join(inject('programs'), 'grpc-wechat.mjs');
    const child = spawn(process.execPath, [program, String(port)], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout });
    const first = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      child.once('exit', (code) => reject(new Error(`The simulated WeChat ended with code ${code}.`)));
    });
    return new GrpcWeChatProcess(child, JSON.parse(first) as GrpcReady, lines);
  }

  get botId(): string {
    return this.#ready.botId;
  }

  get endpoint(): string {
    return this.#ready.endpoint;
  }

  /** What wechaty reads when it chooses its puppet. */
  get environment(): Readonly<Record<string, string>> {
    return {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: this.#ready.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: this.#ready.endpoint,
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
    };
  }

  /** Rejects with the sentence that the world refuses with. */
  ask<Name extends GrpcRequestName>(
    name: Name,
    params: GrpcRequests[Name]['params'],
  ): Promise<GrpcRequests[Name]['result']> {
    const id = ++this.#requests;
    this.#child.stdin.write(`${JSON.stringify({ id, do: name, params })}\n`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as GrpcRequests[Name]['result']), reject });
    });
  }

  /** As when the machine of the provider dies: nothing is closed. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill(signal);
    await ended;
  }

  #settle(reply: GrpcReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.result);
  }

  #giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The simulated WeChat has ended.'));
    this.#waiting.clear();
  }
}
