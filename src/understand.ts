/** TEMPORARY stand-in. */
import { addDays, type LocalDay } from './domain/local-day.js';
import { foldText } from './domain/understanding/fold.js';
import type { Understanding } from './domain/understanding/understanding.js';

export function understand(line: string, _today: LocalDay, botNames: readonly string[]): Understanding {
  let text = foldText(line).trim();
  for (const name of botNames) if (text.startsWith(`@${name}`)) text = text.slice(name.length + 1).trim();
  if (text === '我的') return { intent: 'mine' };
  if (text === '排行榜') return { intent: 'board' };
  if (text === '退出排行') return { intent: 'board-opt-out' };
  if (text === '加入排行') return { intent: 'board-opt-in' };
  if (text === '帮助') return { intent: 'help' };
  if (text === '抽奖') return { intent: 'draw' };
  const m = /^(?:打卡|签到)(?: (.*))?$/.exec(text);
  return m ? { intent: 'check-in', content: m[1] ?? '' } : { intent: 'none' };
}

export function parseDay(text: string, today: LocalDay): LocalDay | undefined {
  return text === '今天' ? today : text === '明天' ? addDays(today, 1) : undefined;
}
