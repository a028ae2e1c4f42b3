import { describe, expect, test } from 'vitest';
import { courseIn, faultsIn } from './plan.js';

const PLAN = `# 英语体验营 7 天

## 第 1 天 把自己介绍给世界

Hi, I'm Lin.
打卡 Hi, I'm ___.

作业：录一遍
图片：day1.png

## 第 2 天 点一杯咖啡

打卡 Can I get ___, please?
`;

function lesson(body: string): string {
  return `# 课\n\n## 第 1 天 题\n${body}\n`;
}

function days(...headings: readonly string[]): string {
  return `# 课\n\n${headings.map((heading) => `## ${heading}\n打卡 …\n`).join('\n')}`;
}

describe('a plan as a teacher writes it', () => {
  test('becomes a course with its fields', () => {
    expect(courseIn(PLAN)).toEqual({
      title: '英语体验营 7 天',
      lessons: [
        {
          day: 1,
          title: '把自己介绍给世界',
          task: "Hi, I'm Lin.\n打卡 Hi, I'm ___.",
          homework: '录一遍',
          picture: 'day1.png',
        },
        { day: 2, title: '点一杯咖啡', task: '打卡 Can I get ___, please?' },
      ],
    });
  });

  test('is the same with a byte order mark, Windows line ends and trailing spaces', () => {
    const fromWindows = `\uFEFF${PLAN.replaceAll('\n', ' \u3000\r\n')}`;
    expect(courseIn(fromWindows)).toEqual(courseIn(PLAN));
  });

  test('is the same with old Macintosh line ends', () => {
    expect(courseIn(PLAN.replaceAll('\n', '\r'))).toEqual(courseIn(PLAN));
  });

  test.each([
    ['第 3 天 点咖啡'],
    ['第3天：点咖啡'],
    ['第３天：点咖啡'],
    ['第三天 点咖啡'],
    ['第 三 课、点咖啡'],
    ['Day 3 点咖啡'],
    ['day3: 点咖啡'],
    ['D3 点咖啡'],
    ['D３ - 点咖啡'],
    ['D3点咖啡'],
  ])('reads «%s» as day 3', (heading) => {
    expect(courseIn(days(heading)).lessons[0]).toMatchObject({ day: 3, title: '点咖啡' });
  });

  test.each`
    written             | day
    ${'第十天'}         | ${10}
    ${'第十一天'}       | ${11}
    ${'第二十天'}       | ${20}
    ${'第二十一天'}     | ${21}
    ${'第一百天'}       | ${100}
    ${'第一百零五天'}   | ${105}
    ${'第两百二十天'}   | ${220}
    ${'第三百六十五天'} | ${365}
  `('reads $written as day $day, with no title', ({ written, day }: { written: string; day: number }) => {
    expect(courseIn(days(written)).lessons[0]).toMatchObject({ day, title: '' });
  });

  test.each([['＃＃ 第 1 天 题'], ['##第1天 题'], ['### 第 1 天 题'], ['  ## 第 1 天 题']])(
    'takes «%s» for a day',
    (line) => {
      expect(courseIn(`# 课\n${line}\n打卡 …`).lessons).toEqual([{ day: 1, title: '题', task: '打卡 …' }]);
    },
  );

  test('may leave out rest days', () => {
    expect(courseIn(days('第 1 天', '第 3 天')).lessons.map(({ day }) => day)).toEqual([1, 3]);
  });

  test('may have a title that reads like a day', () => {
    expect(courseIn('# 第一天就开口\n## 第 1 天\n打卡 …').title).toBe('第一天就开口');
  });

  test('keeps hashtags, dialogues, links, times and blank lines as text', () => {
    const task = '#早安打卡\nA: Hello\n\nhttps://example.com\n20:00 前：发语音\n例句：I see.\n打卡 …';
    expect(courseIn(lesson(task)).lessons[0]?.task).toBe(task);
  });
});

describe('the fields of a lesson', () => {
  test('may be named in other words, with a colon of either width', () => {
    const read = courseIn(lesson('打卡 …\n\n课后作业: 背一首\nPicture: a.JPG')).lessons[0];
    expect(read).toMatchObject({ homework: '背一首', picture: 'a.JPG' });
  });

  test('may stand in either order', () => {
    const read = courseIn(lesson('打卡 …\n\n图片：a.png\n作业：背一首')).lessons[0];
    expect(read).toMatchObject({ homework: '背一首', picture: 'a.png' });
  });

  test('let homework run over lines', () => {
    const read = courseIn(lesson('打卡 …\n\n作业：\n1. 读\n\n2. 背\n图片：a.png')).lessons[0];
    expect(read?.homework).toBe('1. 读\n\n2. 背');
  });

  test.each([['day1.png'], ['第一天.jpg'], ['images/day 1.PNG'], ['a-b_(2).jpg'], ['a.gif'], ['a.webp'], ['a.jpeg']])(
    'accept the picture %s',
    (name) => {
      expect(courseIn(lesson(`打卡 …\n\n图片：${name}`)).lessons[0]?.picture).toBe(name);
    },
  );

  test.each([
    ['../day1.png'],
    ['a/../b.png'],
    ['/etc/a.png'],
    ['C:\\a.png'],
    ['a\\b.png'],
    ['https://x.cn/a.png'],
    ['a//b.png'],
    ['.png'],
    ['.hidden.png'],
    ['a.bmp'],
    ['a.png.exe'],
    ['a\0.png'],
    [`${'a'.repeat(197)}.png`],
  ])('refuse the picture %j', (name) => {
    expect(faultsIn(lesson(`打卡 …\n\n图片：${name}`))).toMatchObject([
      { code: 'course.picture_refused', given: name, line: 6, column: 1 },
    ]);
  });
});

test('a backslash keeps a line of text from being read as a field or a heading', () => {
  const read = courseIn(lesson('\\作业：这个词是什么意思？\n\\## 第 2 天 见\n\\o/ 好\n打卡 …')).lessons[0];
  expect(read?.task).toBe('作业：这个词是什么意思？\n## 第 2 天 见\n\\o/ 好\n打卡 …');
});
