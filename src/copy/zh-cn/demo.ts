/**
 * The demonstration: who is in it, and a week of what they type, as members type it. Whatever the bot says to it is its
 * own.
 *
 * Each moment is in one room; the lines of one moment come in a bunch. Days end at 20:00 with the review, a night
 * follows.
 */

export const owner = '陈老师';

/** By a short name, which the script below uses. */
export const members = {
  lily: '栗子Lily',
  zhou: '老周',
  mama: '豆豆妈妈',
  may: '阿May☕',
  kevin: '夜猫子Kevin',
  yu: '小雨🌧️',
  feng: '晓峰',
  leaf: '南山一叶',
  zhang: '老张头🌿',
  peach: '桃子酱🍑',
  huan: '清欢',
  hammer: '王大锤',
} as const;

export type Member = keyof typeof members;
export type DemoRoom = keyof typeof rooms;

export interface RoomPlan {
  readonly topic: string;
  readonly members: readonly Member[];
  /** What the owner says in it to register it. */
  readonly register: string;
}

export const rooms = {
  trial: {
    topic: '英语体验1群',
    members: ['lily', 'zhou', 'mama', 'may', 'kevin', 'feng'],
    register: '/建群 体验 英语',
  },
  paid: {
    topic: '唐诗晨读1群',
    members: ['leaf', 'zhang', 'peach', 'huan', 'hammer', 'mama'],
    register: '/建群 付费 唐诗',
  },
  staff: { topic: '员工群', members: [], register: '/建群 员工' },
} as const satisfies Readonly<Record<string, RoomPlan>>;

export function claim(code: string): string {
  return `认领 ${code}`;
}

/** What somebody does besides typing. */
export type Deed =
  | { readonly does: 'join' }
  /** A page of the exercise book. */
  | { readonly does: 'picture'; readonly page: number }
  | { readonly does: 'voice'; readonly caption: string };

export interface Moment {
  readonly at: `${number}:${number}`;
  readonly room: DemoRoom;
  readonly acts: readonly (readonly [who: Member | 'owner', what: string | Deed])[];
}

export interface DemoDay {
  /** After the task of 08:00 and before the review of 20:00. */
  readonly day: readonly Moment[];
  readonly night: readonly Moment[];
}

const JOINS: Deed = { does: 'join' };

function picture(page: number): Deed {
  return { does: 'picture', page };
}

function voice(seconds: number): Deed {
  return { does: 'voice', caption: `${seconds}″` };
}

const first: DemoDay = {
  day: [
    {
      at: '08:04',
      room: 'trial',
      acts: [
        ['zhou', "打卡 Hi, I'm Lao Zhou. I'm from Wuhan. I love hot dry noodles."],
        ['lily', "早起打卡✅ Hi, I'm Lily. I'm from Hangzhou. I love longjing tea."],
        ['mama', '打卡'],
        ['mama', picture(1)],
      ],
    },
    { at: '08:12', room: 'paid', acts: [['zhang', '打卡 我读了三遍，最喜欢的一句：处处闻啼鸟']] },
    { at: '08:31', room: 'paid', acts: [['leaf', '晨读打卡 窗外真的有鸟叫，最喜欢“花落知多少”']] },
    { at: '09:20', room: 'trial', acts: [['may', "打卡～ Hi, I'm May. I'm from Xiamen. I love coffee."]] },
    {
      at: '10:02',
      room: 'paid',
      acts: [
        ['huan', '打卡'],
        ['huan', voice(18)],
      ],
    },
    {
      at: '12:15',
      room: 'trial',
      acts: [
        ['kevin', '今天事情好多，晚点再来打卡'],
        ['owner', '不着急，24点前都算今天的'],
      ],
    },
    {
      at: '12:40',
      room: 'paid',
      acts: [
        ['peach', '练字打卡'],
        ['peach', picture(2)],
      ],
    },
    { at: '18:26', room: 'paid', acts: [['hammer', '签到 下班路上读的，地铁里不敢出声哈哈']] },
    {
      at: '18:50',
      room: 'trial',
      acts: [
        ['feng', '打卡'],
        ['feng', voice(9)],
      ],
    },
    { at: '19:10', room: 'paid', acts: [['mama', '古诗打卡 和豆豆一起读，她把“闻”读成了“问”']] },
  ],
  night: [
    { at: '22:48', room: 'trial', acts: [['kevin', "打卡 Hi, I'm Kevin. I'm from Chongqing. I love night snacks."]] },
  ],
};

const second: DemoDay = {
  day: [
    { at: '08:03', room: 'trial', acts: [['zhou', 'Day 2 打卡：th 我练了 20 遍，最拗口的词：three']] },
    {
      at: '08:10',
      room: 'paid',
      acts: [
        ['zhang', '打卡 我停下一分钟，听见了：楼下扫地的声音'],
        ['leaf', '打卡 我停下一分钟，听见了：烧水壶快开了'],
        ['huan', '第2天打卡 但闻人语响，越有声音越静'],
      ],
    },
    { at: '08:45', room: 'trial', acts: [['lily', '打卡 th 我练了 15 遍，最拗口的词：thirty-three']] },
    { at: '09:33', room: 'trial', acts: [['may', '打卡 舌尖快咬破了，think 和 sink 终于分清了']] },
    {
      at: '09:35',
      room: 'trial',
      acts: [
        ['may', '打卡'],
        ['owner', '哈哈，今天的已经记上了'],
      ],
    },
    {
      at: '12:22',
      room: 'trial',
      acts: [
        ['mama', '亲子跟读，豆豆也学会 thank you 了'],
        ['mama', '打卡'],
        ['mama', picture(3)],
      ],
    },
    {
      at: '12:50',
      room: 'paid',
      acts: [
        ['peach', '练字打卡 今天写的是“空山不见人”'],
        ['peach', picture(4)],
      ],
    },
    { at: '19:02', room: 'paid', acts: [['hammer', '打卡 我停下一分钟，听见了：隔壁在炒菜']] },
    { at: '19:20', room: 'trial', acts: [['feng', '打卡 th 我练了 5 遍，最拗口的词：month']] },
  ],
  night: [{ at: '23:35', room: 'trial', acts: [['kevin', '打卡了，th 练了 10 遍，舌头已经打结']] }],
};

const third: DemoDay = {
  day: [
    { at: '08:05', room: 'trial', acts: [['zhou', '打卡 Can I get a cup of green tea, please?']] },
    { at: '08:09', room: 'paid', acts: [['zhang', '打卡 我又找到一对：千里对一层']] },
    { at: '08:40', room: 'trial', acts: [['lily', '#英语打卡# Can I get an iced latte, please? 今天真去点了一杯']] },
    { at: '09:15', room: 'paid', acts: [['leaf', '打卡 我又找到一对：欲穷对更上，不知道算不算']] },
    {
      at: '10:08',
      room: 'paid',
      acts: [
        ['huan', '打卡'],
        ['huan', voice(22)],
      ],
    },
    { at: '12:10', room: 'trial', acts: [['yu', JOINS]] },
    // Nobody speaks while the welcome comes.
    { at: '12:11', room: 'trial', acts: [] },
    {
      at: '12:25',
      room: 'trial',
      acts: [
        ['yu', '大家好，我是小雨，朋友推荐来的'],
        ['owner', '欢迎小雨，从今天的任务开始就行'],
      ],
    },
    {
      at: '12:48',
      room: 'trial',
      acts: [
        ['yu', '打卡 Can I get a hot chocolate, please?'],
        ['mama', '打卡'],
        ['mama', picture(5)],
      ],
    },
    {
      at: '13:05',
      room: 'paid',
      acts: [
        ['peach', '打卡 “早起”对“晚归”，写下来啦'],
        ['peach', picture(6)],
      ],
    },
    { at: '19:30', room: 'paid', acts: [['mama', '打卡 豆豆对的：早起对早睡']] },
  ],
  night: [
    { at: '00:21', room: 'trial', acts: [['kevin', '打卡 Can I get an iced Americano, please? 加班刚到家']] },
    { at: '00:23', room: 'trial', acts: [['kevin', '记到昨天']] },
  ],
};

const fourth: DemoDay = {
  day: [
    {
      at: '08:06',
      room: 'trial',
      acts: [
        ['zhou', "打卡 我今天花的一笔：It's six yuan. 早点"],
        ['lily', "打卡 我今天花的一笔：It's thirty yuan. 重音在前"],
        ['yu', "打卡 我今天花的一笔：It's thirteen yuan."],
      ],
    },
    { at: '08:14', room: 'paid', acts: [['zhang', '打卡 读完我眼前的画面：一条小船，一身雪']] },
    { at: '08:52', room: 'paid', acts: [['leaf', '晨读打卡，千万孤独连起来念，起鸡皮疙瘩']] },
    {
      at: '12:31',
      room: 'paid',
      acts: [
        ['peach', '练字打卡'],
        ['peach', picture(7)],
      ],
    },
    { at: '13:20', room: 'trial', acts: [['may', "打卡 我今天花的一笔：It's fifteen yuan. 还是咖啡"]] },
    { at: '18:44', room: 'paid', acts: [['hammer', '打卡 读完我眼前的画面：老头儿钓鱼，但不知道在钓什么']] },
  ],
  night: [{ at: '22:10', room: 'trial', acts: [['kevin', "打卡 我今天花的一笔：It's forty yuan. 夜宵"]] }],
};

const fifth: DemoDay = {
  day: [
    { at: '08:02', room: 'trial', acts: [['zhou', '打卡 Are you free on Sunday? How about ten?']] },
    {
      at: '08:11',
      room: 'paid',
      acts: [
        ['zhang', '打卡 遇到老乡，我最想问的小事：村口那棵槐树还在不在'],
        ['leaf', '打卡 遇到老乡，我最想问的小事：老街的馄饨摊'],
        ['huan', '打卡 遇到老乡，我最想问的小事：今年的桂花'],
      ],
    },
    { at: '08:39', room: 'trial', acts: [['lily', '打卡 Are you free on Friday? How about half past six?']] },
    { at: '09:41', room: 'trial', acts: [['may', '打卡 Are you free on Monday? How about a latte?']] },
    {
      at: '12:18',
      room: 'trial',
      acts: [
        ['mama', '已打卡，和豆豆约好周六去公园'],
        ['mama', picture(8)],
      ],
    },
    { at: '12:55', room: 'trial', acts: [['yu', '打卡 Are you free on Saturday? How about three thirty?']] },
    { at: '12:57', room: 'trial', acts: [['yu', '我的']] },
    { at: '19:12', room: 'paid', acts: [['mama', '古诗打卡 豆豆说，梅花一定也想家']] },
  ],
  night: [{ at: '23:50', room: 'trial', acts: [['kevin', '打卡 Are you free on Sunday? How about midnight?']] }],
};

const sixth: DemoDay = {
  day: [
    { at: '08:07', room: 'trial', acts: [['zhou', '打卡 I met my old friend. We had tea. It was great.']] },
    { at: '08:13', room: 'paid', acts: [['zhang', '打卡 下雪天，我想请谁喝一杯：隔壁老李']] },
    { at: '08:36', room: 'paid', acts: [['leaf', '打卡 下雪天，我想请谁喝一杯：二十岁的自己']] },
    { at: '08:58', room: 'trial', acts: [['lily', '打卡 I met my cousin. We had dumplings. It was fun.']] },
    {
      at: '10:20',
      room: 'paid',
      acts: [
        ['huan', '打卡'],
        ['huan', voice(26)],
      ],
    },
    {
      at: '12:33',
      room: 'trial',
      acts: [
        ['mama', '打卡'],
        ['mama', picture(9)],
        ['yu', '打卡 I met Lily. We had lunch. It was great.'],
      ],
    },
    {
      at: '12:46',
      room: 'paid',
      acts: [
        ['peach', '练字打卡，绿蚁新醅酒，“醅”字写了十遍'],
        ['peach', picture(10)],
      ],
    },
    { at: '18:35', room: 'trial', acts: [['owner', '明天最后一天，晚上展示，卡住就停一下，接着说']] },
  ],
  night: [{ at: '23:15', room: 'trial', acts: [['kevin', '打卡 I met my boss. We had a long meeting. It was late.']] }],
};

const seventh: DemoDay = {
  day: [
    {
      at: '08:04',
      room: 'trial',
      acts: [
        ['zhou', '打卡 我说完了，最顺的一句：I met my old friend'],
        ['lily', '打卡 我说完了，最顺的一句：I love longjing tea'],
        ['yu', '打卡 我说完了，最顺的一句：Are you free on Saturday'],
      ],
    },
    {
      at: '08:15',
      room: 'paid',
      acts: [
        ['zhang', '打卡 我补上的问题：师父呢，几时回来'],
        ['leaf', '打卡 我补上的问题：山里哪一座山'],
        ['huan', '打卡'],
        ['huan', voice(31)],
      ],
    },
    { at: '09:26', room: 'trial', acts: [['may', '我来打卡啦 六天的句子一口气说完，中间卡了一次']] },
    {
      at: '12:20',
      room: 'trial',
      acts: [
        ['mama', '打卡'],
        ['mama', picture(11)],
      ],
    },
    {
      at: '12:44',
      room: 'paid',
      acts: [
        ['peach', '练字打卡'],
        ['peach', picture(12)],
      ],
    },
    { at: '18:20', room: 'trial', acts: [['feng', '打卡 落了几天，今天补着听完了，最顺的一句：Thank you']] },
    {
      at: '18:41',
      room: 'paid',
      acts: [
        ['hammer', '打卡 我补上的问题：你师父在哪座山'],
        ['mama', '打卡 豆豆问、我来答，一人一句'],
      ],
    },
    { at: '19:00', room: 'trial', acts: [['zhou', '排行榜']] },
    { at: '19:30', room: 'staff', acts: [['owner', '/英语体验1群 名单']] },
  ],
  night: [],
};

export const week: readonly DemoDay[] = [first, second, third, fourth, fifth, sixth, seventh];
