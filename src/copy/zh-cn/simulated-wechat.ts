/** The grey lines of the simulated WeChat, worded as WeChat words them. */

export const notices = {
  joined: (name: string) => `“${name}”加入了群聊`,
  left: (name: string) => `“${name}”退出了群聊`,
  removed: (name: string) => `“${name}”被移出了群聊`,
  renamed: (topic: string) => `群聊名称已改为“${topic}”`,
  recalled: (name: string) => `“${name}”撤回了一条消息`,
} as const;

/** Who lives in a fresh simulated WeChat: somebody to run the community, and two to join it. */
export const firstPeople = ['陈老师', '小林', '阿哲'] as const;
