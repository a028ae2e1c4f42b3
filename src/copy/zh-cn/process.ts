/** What the terminal shows to whoever starts the bot. */

export interface Started {
  readonly url: string;
  readonly claimCode: string | undefined;
  readonly simulated: boolean;
}

export function startedBanner({ url, claimCode, simulated }: Started): string {
  return [
    '',
    '  早八已启动',
    `  网页：${url}`,
    ...(simulated
      ? ['  正在使用模拟微信，不会连接任何真实账号']
      : ['  请打开网页扫码登录；非官方协议有封号风险，请用专门的账号']),
    ...(claimCode === undefined ? [] : [`  还没有群主：私聊机器人发送  认领 ${claimCode}`]),
    '',
  ].join('\n');
}

export function scanHint(): string {
  return '请用要当机器人的微信扫码登录：';
}
