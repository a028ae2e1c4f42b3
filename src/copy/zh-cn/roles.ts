/** What the bot says about the claim and about roles. */

import type { GrantableRole, Role } from '../../domain/role.js';

export const triggers = { claim: ['认领'], grant: ['授权'], revoke: ['撤权', '取消授权'] } as const;

export const summaries = {
  claim: '用启动时显示的认领码成为群主（私聊，一次有效）',
  grant: '让某人成为运营或老师',
  revoke: '收回某人的运营或老师身份',
} as const;

export const examples = {
  claim: '认领 8 位认领码',
  grant: '/授权 @小林 老师',
  revoke: '/撤权 @小林',
} as const;

export const labels = { code: '认领码', member: '成员', role: '身份', scope: '范围' } as const;

export const grantable: Readonly<Record<string, GrantableRole>> = {
  运营: 'manager',
  管理员: 'manager',
  老师: 'teacher',
  教师: 'teacher',
};

export const scopes: Readonly<Record<string, 'all' | 'here'>> = {
  全部: 'all',
  所有群: 'all',
  全部群: 'all',
  本群: 'here',
};

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: '群主',
  manager: '运营',
  teacher: '老师',
  moderator: '版主',
  member: '成员',
};

export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

export function claimed(name: string): string {
  return [`${name}，认领成功，你现在是群主了。`, '下一步：把我拉进一个群，在群里发送', '/建群 体验 英语'].join('\n');
}

export function knownAgain(name: string): string {
  return `${name}，认出你了，你还是群主。\n留一个绑定码，下次自己就能认回来，发送：绑定`;
}

/** Where ids change at a login, those who have a say had better hold a code. */
export function wantsCode(): string {
  return '\n也请对方私聊我发送「绑定」，重新登录后好认回来。';
}

/** `topic` is undefined for all rooms. */
export function granted(name: string, role: Role, topic: string | undefined): string {
  return `${name} 现在是${where(topic)}的${roleName(role)}。对方发送「帮助」就能看到可用的指令。`;
}

export function revoked(name: string, topic: string | undefined): string {
  return `已收回 ${name} 在${where(topic)}的身份。`;
}

function where(topic: string | undefined): string {
  return topic === undefined ? '所有群' : `「${topic}」`;
}
