/** A way to reach a person when WeChat is in trouble: anything but WeChat itself. */

import type { AlertNews } from '../domain/alert-news.js';

export interface Alert {
  readonly kind: AlertNews['kind'];
  /** A few plain lines, ready to read. */
  readonly text: string;
}

export interface Alerter {
  /** Returns at once and never throws. Whether somebody reads it is not known. */
  alert(alert: Alert): void;
}
