import { expect, test } from 'vitest';
import { sayAlert } from '../../src/copy/zh-cn/alerts.js';
import type { AlertNews } from '../../src/domain/alert-news.js';

const AT = Date.parse('2026-03-03T07:40:00+08:00');
const STOP = { at: AT, until: AT + 2 * 60 * 60_000, waiting: 2, due: 3 } as const;

const NEWS: readonly AlertNews[] = [
  { kind: 'logout', ...STOP },
  { kind: 'throttled', ...STOP },
  { kind: 'failures', ...STOP },
  { kind: 'offline', since: AT, scan: true },
  { kind: 'offline', since: AT, scan: false },
  { kind: 'online', since: AT, at: AT + 720_000 },
];

test.each(NEWS)('%o is plain, short, names the account and begins with the word that receivers let through', (news) => {
  const lines = sayAlert(news, 'team').split('\n');

  expect(lines[0]).toMatch(/^【早八】/u);
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(lines.join('')).toContain('账号 team');
  expect(lines.join('')).toContain('3月3日 周二 07:40');
});

test('a logout says until when nothing is posted, what waits, and what to do next', () => {
  expect(sayAlert({ kind: 'logout', ...STOP }, 'team')).toBe(
    [
      '【早八】微信把账号退出了登录，已停止主动推送',
      '账号 team，3月3日 周二 07:40',
      '停到 3月3日 周二 09:40，到时自己恢复；有人问它，在线时照常回答',
      '等着发的推送 2 条，停发期间还有 3 个推送到点',
      '下一步：先用手机确认账号正常，再打开早八的网页，看是否要重新扫码',
      '要紧的推送请人来发：私聊机器人「/状态」，里面有全文可以复制',
    ].join('\n'),
  );
});

test('whoever has to scan is told so', () => {
  expect(sayAlert({ kind: 'offline', since: AT, scan: true }, 'team')).toContain('扫码');
  expect(sayAlert({ kind: 'offline', since: AT, scan: false }, 'team')).not.toContain('扫码');
});
