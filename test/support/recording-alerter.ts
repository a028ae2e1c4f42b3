/** A person outside WeChat, who keeps what they were told. */

import type { Alert, Alerter } from '../../src/ports/alert.js';

export class RecordingAlerter implements Alerter {
  readonly alerts: Alert[] = [];

  alert(alert: Alert): void {
    this.alerts.push(alert);
  }

  get kinds(): readonly string[] {
    return this.alerts.map(({ kind }) => kind);
  }
}
