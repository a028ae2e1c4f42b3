/** What a person is told outside WeChat. Every alert begins with a word that a receiver can be told to let through. */

import type { AlertNews, BackNews, OfflineNews, StopNews } from '../../domain/alert-news.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { StopCause } from '../../domain/stop.js';
import { formatMoment } from './calendar.js';

const { zone } = DEFAULT_SETTINGS;

/** `account` is the account's name in the database, which the team chose. */
export function sayAlert(news: AlertNews, account: string): string {
  if (news.kind === 'offline') return offline(news, account);
  return news.kind === 'online' ? back(news, account) : stopped(news, account);
}

const STOP_CAUSES: Readonly<Record<StopCause, string>> = {
  throttled: '微信提示操作频繁',
  failures: '连续三次没有发出去',
  logout: '微信把账号退出了登录',
};

export function stopCause(cause: StopCause): string {
  return STOP_CAUSES[cause];
}

const NEXT_STEPS: Readonly<Record<StopCause, string>> = {
  throttled: '用手机登录这个账号，看看有没有限制提示',
  failures: '用手机登录这个账号，看看能不能正常发消息',
  logout: '先用手机确认账号正常，再打开早八的网页，看是否要重新扫码',
};

function stopped({ kind, at, until, waiting, due }: StopNews, account: string): string {
  return [
    `【早八】${stopCause(kind)}，已停止主动推送`,
    `账号 ${account}，${formatMoment(at, zone)}`,
    `停到 ${formatMoment(until, zone)}，到时自己恢复；有人问它，在线时照常回答`,
    `等着发的推送 ${waiting} 条，停发期间还有 ${due} 个推送到点`,
    `下一步：${NEXT_STEPS[kind]}`,
    '要紧的推送请人来发：私聊机器人「/状态」，里面有全文可以复制',
  ].join('\n');
}

function offline({ since, scan }: OfflineNews, account: string): string {
  return [
    '【早八】和微信断开超过 10 分钟',
    `账号 ${account}，${formatMoment(since, zone)} 断开`,
    '机器人在不断重连；断开期间不收也不发，连上后按规则补发',
    scan ? '下一步：打开早八的网页，用手机扫码登录' : '下一步：看看服务器的网络，和微信接入服务是否正常',
  ].join('\n');
}

function back({ since, at }: BackNews, account: string): string {
  return `【早八】账号 ${account} 已重新连上微信：${formatMoment(since, zone)} 断开，${formatMoment(at, zone)} 恢复`;
}
