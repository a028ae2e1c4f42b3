/** Every word on the simulator page, the status page and the door before them. Names arrive unescaped. */

/** The simulated bot's own name in a fresh world. */
export const botName = '早八助手';

export const page = {
  title: '早八 · 模拟微信',
  brand: '早八',
  subtitle: '模拟微信 · 不连接真实微信，可以放心试',
  skip: '跳到输入框',
  loading: '正在打开…',
  lost: '连接中断，正在重连…',
  help: '怎么玩',
  close: '关闭',
  cancel: '取消',
  ok: '确定',
  tabs: { chats: '聊天', people: '人物', tools: '时间与群' },
  tabsLabel: '页面',
  noScript: '这个页面需要启用 JavaScript。',
} as const;

export const people = {
  title: '我来扮演',
  hint: '点一个人，就用这个人的身份说话',
  add: '添加人物',
  addTitle: '添加一个人物',
  name: '名字',
  rename: (name: string) => `给「${name}」改名`,
  renameTitle: '改名',
  none: '还没有人物，先添加一个。',
  playing: '扮演中',
  news: '有新消息',
  asWhom: (name: string) => `以「${name}」的身份`,
} as const;

export const chats = {
  title: (name: string) => `${name}的聊天`,
  fallbackTitle: '聊天',
  newRoom: '新建群',
  topic: '群名',
  members: '选择群成员',
  create: '建群',
  topicDefault: '早起英语体验群',
  privateHint: '私聊',
  unread: (count: number) => `${count} 条未读`,
  back: '返回聊天列表',
} as const;

export const previews = {
  picture: '[图片]',
  voice: '[语音]',
  video: '[视频]',
  link: '[链接]',
  empty: '还没有消息',
  mentioned: '[有人@我]',
  by: (name: string, text: string) => `${name}：${text}`,
} as const;

export const chat = {
  log: (title: string) => `「${title}」的聊天记录`,
  none: '还没有消息。说句话试试。',
  latest: '回到最新',
  recalled: '这条消息已撤回',
  picture: (name: string) => `${name}发的图片`,
  count: (count: number) => `(${count})`,
} as const;

export const composer = {
  label: '输入消息',
  placeholder: '发消息，回车发送',
  send: '发送',
  more: '更多：图片、语音、视频、链接',
  picture: '图片',
  voice: '语音',
  video: '视频',
  link: '链接',
  linkTitle: '链接标题',
  voiceCaption: '12″',
  videoCaption: '0:24',
  linkCaption: '今天读的文章：为什么要早起',
  mention: '选择要提醒的人',
  quick: '快捷指令',
  member: '成员',
  manager: '运营',
  audience: '快捷指令给谁用',
  fills: '点一下填入输入框，可以再改',
  pictureTooBig: '图片不能超过 5 MB。',
} as const;

/** Change freely: what a click puts into the input box. */
export const quickCommands = {
  member: [
    '打卡 今天读了3页',
    '我的',
    '排行榜',
    '打卡日历',
    '补卡',
    '请假 明天',
    '兑换',
    '我的会员',
    '我的邀请码',
    '帮助',
    '退出排行',
    '加入排行',
    '记到昨天',
  ],
  manager: [
    '/建群 体验 英语',
    '/建群 付费 唐诗',
    '/预览 明早',
    '/预览 今晚',
    '/状态',
    '/待办',
    '/体验',
    '/转化',
    '/会员',
    '/订单 小林 季卡 199',
    '/流程',
    '/标签',
    '/设置',
    '/课程',
    '/任务 明天',
    '/暂停 3天',
    '/恢复',
    '/帮助',
  ],
} as const;

export const clock = {
  title: '模拟时间',
  note: '走动的只是模拟时间，您的电脑时间不变。',
  morning: '下一个 08:00',
  evening: '下一个 20:00',
  nextDay: '明天',
  tenMinutes: '+10 分钟',
  moving: '时间正在走…',
  arrived: (moment: string) => `到了 ${moment}`,
  open: (moment: string) => `模拟时间 ${moment}，调整`,
} as const;

export const room = {
  title: '群资料',
  members: (count: number) => `群成员 ${count} 人`,
  rename: '改群名',
  renameTitle: '改群名',
  leave: '退群',
  leaveFor: (name: string) => `让「${name}」退群`,
  outside: '不在群里',
  join: '进群',
  joinFor: (name: string) => `让「${name}」进群`,
  privateChat: (person: string, bot: string) => `这是「${person}」与「${bot}」的私聊。`,
} as const;

export const guide = {
  title: '三分钟试一遍',
  intro: '像在微信里一样说话，每个人都由您来扮演。机器人没有反应时，先看看现在扮演的是谁。',
  claim: '认领',
  claimStep: '认领机器人',
  claimText: (code: string) => `认领 ${code}`,
  claimBody: (name: string, code: string) => `「${name}」私聊机器人「认领 ${code}」，成为群主。`,
  claimFirst: '先添加一个人物，比如「陈老师」，再用这个身份认领。',
  claimed: '已经认领。',
  roomStep: '建一个群',
  roomBody: '新建群，再点聊天框上方「运营」里的「/建群 体验 英语」，发送。',
  morningStep: '到早上八点',
  morningBody: '群里收到今日任务。',
  checkInStep: '打卡',
  checkInBody: '换成一位成员，发送「打卡 今天读了3页」。',
  eveningStep: '到晚上八点',
  eveningBody: '看当天的点评：人数、表扬和里程碑。',
  demo: '一键演示数据',
  demoLoading: '正在载入…',
  demoLoaded: '演示数据已载入',
  finished: '完成',
} as const;

export const beginning = {
  title: '从一个人物开始',
  text: '添加要扮演的人物；或者一键载入演示数据，马上看到热闹的群。',
} as const;

export const moment = {
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  yesterday: '昨天',
  date: (month: number, day: number) => `${month}月${day}日`,
  full: (date: string, weekday: string, time: string) => `${date} ${weekday} ${time}`,
} as const;

export const status = {
  title: '早八 · 运行状态',
  connecting: '正在连接微信…',
  scan: '请用机器人的微信扫码登录',
  online: '已连接',
  onlineAs: (name: string) => `已登录为「${name}」`,
  offline: '连接断开，会自动重试',
  stopped: '已停止',
  standby: '待命中：另一个进程正在运行这个账号，它停了就由这里接手',
  retryAt: (time: string) => `下次重试：${time}`,
  reason: '原因（原文）',
  qr: '登录二维码',
  qrHint: '二维码会自动更新。请在手机上确认登录。',
  unclaimed: '还没有群主',
  claimHint: (code: string) => `用您自己的微信私聊机器人，发送「认领 ${code}」。只能用一次。`,
  warningTitle: '账号风险',
  warning: '非官方协议违反微信个人账号的使用条款，账号可能被限制或封禁。请只用专门的账号，不要用主号。',
} as const;

export const door = {
  title: '早八 · 请输入密码',
  label: '密码',
  submit: '进入',
  wrong: '密码不对，请再试一次。',
  needed: '请先输入密码。',
  tooMany: '尝试太多次，请一分钟后再试。',
} as const;

export const errors = {
  name: '名字要 1 到 40 个字。',
  topic: '群名要 1 到 40 个字。',
  members: '群成员不对，请重新选择。',
  person: '没有这个人物，请刷新页面。',
  chat: '没有这个聊天，请刷新页面。',
  text: '消息要 1 到 4000 个字。',
  mentions: '提醒的人太多，最多 50 个。',
  caption: '说明要 1 到 200 个字。',
  kind: '不支持这种消息。',
  picture: '请选择 PNG、JPEG、GIF 或 WebP 图片。',
  tooBig: '内容太大：图片最多 5 MB，文字最多 64 KB。',
  move: '不能这样调整时间。',
  moving: '时间正在走，请等它停下。',
  demo: '演示数据已经载入或正在载入。',
  malformed: '请求的格式不对。',
  missing: '没有这个页面。',
  forbidden: '这个请求被拒绝了。',
  crowded: '打开的页面太多，请关掉几个再试。',
  refused: '没有成功：这个人或群的状态已经变了。',
  fault: '服务出了问题，请看日志后再试。',
  offline: '没有连上服务，请确认它还在运行。',
} as const;
