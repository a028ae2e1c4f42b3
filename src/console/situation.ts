/** What every page knows about the bot at this moment. Pages get it again whenever it differs. */

import { createHash } from 'node:crypto';
import type { Connection } from '../ports/chat-gateway.js';
import type { Instant } from '../ports/clock.js';
import type { DemoState, SimulationDesk } from './simulation-desk.js';

export interface ConnectionView {
  readonly state: Connection['state'];
  /** The account's own name, when online. */
  readonly name?: string;
  readonly reason?: string;
  readonly retryAt?: Instant;
  /** Names the wanted QR code without revealing it; the picture is at `/api/qr.svg`. */
  readonly qrVersion?: string;
}

export interface SimulationView {
  /** Full minutes: pages show nothing finer, and need no news more often. */
  readonly now: Instant;
  readonly timeZone: string;
  readonly moving: boolean;
  readonly demo: DemoState;
}

export interface Situation {
  readonly connection: ConnectionView;
  readonly claimCode?: string;
  readonly simulation?: SimulationView;
}

export interface SituationSources {
  readonly connection: () => Connection;
  readonly claimCode: () => string | undefined;
  readonly desk: SimulationDesk | undefined;
}

export function readSituation({ connection, claimCode, desk }: SituationSources): Situation {
  const code = claimCode();
  return {
    connection: viewConnection(connection()),
    ...(code !== undefined && { claimCode: code }),
    ...(desk && { simulation: viewSimulation(desk) }),
  };
}

function viewSimulation({ timeMachine, moving, demo }: SimulationDesk): SimulationView {
  const now = Math.floor(timeMachine.now() / 60_000) * 60_000;
  return { now, timeZone: timeMachine.timeZone, moving, demo };
}

function viewConnection(connection: Connection): ConnectionView {
  const { state } = connection;
  if (state === 'online') return { state, name: connection.self.name };
  if (state === 'scan') return { state, qrVersion: qrVersion(connection.qrCode) };
  if (state !== 'offline') return { state };
  const { reason, retryAt } = connection;
  return { state, reason, ...(retryAt !== undefined && { retryAt }) };
}

function qrVersion(qrCode: string): string {
  return createHash('sha256').update(qrCode).digest('hex').slice(0, 12);
}
