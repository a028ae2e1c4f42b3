/** The words of an export about what members asked and told the team: columns in their order. */

const member = { memberId: '成员编号', name: '成员' } as const;
const room = { roomId: '群编号', topic: '群名' } as const;

export const questions = {
  number: '编号',
  ...room,
  ...member,
  askedAt: '提问时间',
  text: '问题',
  votes: '同问',
  state: '状态',
  closedAt: '结束时间',
  by: '处理的人',
  answer: '回答',
} as const;

export const tickets = {
  id: '编号',
  ...room,
  ...member,
  kind: '类型',
  openedAt: '提出时间',
  text: '内容',
  inPublic: '在群里说的',
  outcome: '结果',
  outcomeText: '答复',
  closedAt: '结束时间',
  by: '处理的人',
} as const;
