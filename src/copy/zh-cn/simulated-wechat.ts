/** The grey lines of the simulated WeChat, worded as WeChat words them. */

export function joined(name: string): string {
  return `“${name}”加入了群聊`;
}

export function left(name: string): string {
  return `“${name}”退出了群聊`;
}

export function removed(name: string): string {
  return `“${name}”被移出了群聊`;
}

export function renamed(topic: string): string {
  return `群聊名称已改为“${topic}”`;
}

export function recalled(name: string): string {
  return `“${name}”撤回了一条消息`;
}

/** Who lives in a fresh simulated WeChat: somebody to run the community, and two to join it. */
export const firstPeople = ['陈老师', '小林', '阿哲'] as const;
