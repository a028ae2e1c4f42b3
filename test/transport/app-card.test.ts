import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAppCard } from '../../src/transport/wechaty/app-card.js';

function card(title: string, type = '53', rest = ''): string {
  return `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">\n\t\t<title>${title}</title>\n\t\t<des />\n\t\t<type>${type}</type>${rest}\n\t</appmsg>\n\t<fromusername>wxid_a</fromusername>\n</msg>\n`;
}

test('a card tells its title and its type', () => {
  expect(readAppCard(card('#接龙\n早读打卡\n\n1. 小林 1页\n2. 小雨'))).toEqual({
    title: '#接龙\n早读打卡\n\n1. 小林 1页\n2. 小雨',
    type: 53,
  });
});

test('the sender’s id in front of it, as some platforms write it, is no part of it', () => {
  expect(readAppCard(`wxid_a:\n${card('#接龙')}`)?.title).toBe('#接龙');
});

test.each([
  ['&lt;b&gt; &amp; &quot;c&quot;', '<b> & "c"'],
  ['一&#10;二&#x4e09;', '一\n二三'],
  ['<![CDATA[1 < 2 & </title> 不算完]]>', '1 < 2 & </title> 不算完'],
  ['A & B', 'A & B'],
])('the title %s reads %s', (written, read) => {
  expect(readAppCard(card(written))?.title).toBe(read);
});

test('what a card carries inside, a quoted message or the note of a chain, is not taken for its own', () => {
  const inner = '<refermsg><title>别人的</title><type>53</type></refermsg><extinfo><title>x</title></extinfo>';

  expect(readAppCard(card('你好', '57', inner))).toEqual({ title: '你好', type: 57 });
  expect(readAppCard(`${card('一')}${card('二')}`)?.title).toBe('一');
});

test.each([
  ['words', '今天读了 3 页'],
  ['no card', '<msg><img/></msg>'],
  ['a title elsewhere', '<msg><title>x</title><appmsg></appmsg></msg>'],
  ['too long', card('长'.repeat(300_000))],
])('%s is no card', (_, text) => {
  expect(readAppCard(text)).toBeUndefined();
});

test('what a document declares is never looked at', () => {
  const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE msg [<!ENTITY l0 "ha">${laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;

  const read = readAppCard(`${bomb}${card('&l12;&f;').replace('<?xml version="1.0"?>', '')}`);

  expect(read?.title ?? '').not.toContain('root:');
  expect((read?.title ?? '').length).toBeLessThan(100);
});

test('nothing makes it throw or take long', () => {
  const deep = `<msg><appmsg>${'<a>'.repeat(50_000)}`;
  const started = performance.now();

  for (const text of [
    deep,
    `<msg><appmsg ${'a="'.repeat(40_000)}`,
    `<msg><appmsg><title>${'<![CDATA['.repeat(20_000)}`,
  ])
    expect(() => readAppCard(text)).not.toThrow();
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('<', '>', '/', '!', '&', ';', '[', ']', '"', '=', 'msg', 'appmsg', 'title', 'CDATA[', '#x'),
        { maxLength: 60 },
      ),
      (parts) => {
        readAppCard(`<msg><appmsg>${parts.join('')}`);
      },
    ),
  );

  expect(performance.now() - started).toBeLessThan(10_000);
});
