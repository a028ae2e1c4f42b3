/** What each kind of receiver wants to be sent, and how it says no. */

import type { Alert } from '../../ports/alert.js';

export interface SignedAlert extends Alert {
  /** The account's name in the database. */
  readonly account: string;
  /** When it happened, as an instant. */
  readonly at: number;
}

type BodyOf = (alert: SignedAlert) => object;

/** Group robots of WeCom and DingTalk, and of Feishu. */
const asMessage: BodyOf = ({ text }) => ({ msgtype: 'text', text: { content: text } });
const asFeishu: BodyOf = ({ text }) => ({ msg_type: 'text', content: { text } });

const RECEIVERS: Readonly<Record<string, BodyOf>> = {
  'qyapi.weixin.qq.com': asMessage,
  'oapi.dingtalk.com': asMessage,
  'open.feishu.cn': asFeishu,
  'open.larksuite.com': asFeishu,
};

/** The JSON that a receiver at `url` understands; an unknown one gets all there is. */
export function alertBody(url: URL, alert: SignedAlert): string {
  return JSON.stringify(RECEIVERS[url.hostname]?.(alert) ?? everything(alert));
}

function everything({ text, kind, account, at }: SignedAlert): object {
  return { text, kind, account, at: new Date(at).toISOString() };
}

/**
 * Group robots answer 200 also when they refuse: the number of the refusal, or undefined when all is well. What an
 * unknown receiver says is not ours to judge.
 */
export function refusalIn(url: URL, answer: string): number | undefined {
  const told = RECEIVERS[url.hostname] ? readObject(answer) : {};
  const code = told['errcode'] ?? told['code'] ?? told['StatusCode'];
  return typeof code === 'number' && code !== 0 ? code : undefined;
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
