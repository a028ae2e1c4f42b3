import { expect, test } from 'vitest';
import { mentionsIn, type NamedPerson } from '../../src/transport/wechaty/mentions.js';

const PHONE = '\u2005';
const BOT: NamedPerson = { id: 'bot', names: ['早八', '早八助手'] };

function people(...names: readonly string[]): readonly NamedPerson[] {
  return [BOT, ...names.map((name, i) => ({ id: `${name}#${i}`, names: [name] }))];
}

test.each([
  ['from a phone', `@早八${PHONE}打卡`, ['bot']],
  ['from a computer', '@早八 打卡', ['bot']],
  ['by its name in the room', `@早八助手${PHONE}打卡`, ['bot']],
  ['at the end', '打卡 @早八', ['bot']],
  ['in the middle of Chinese', `我打卡了@早八${PHONE}谢谢`, ['bot']],
  ['before a line break', '@早八\n打卡', ['bot']],
  ['before a full-width comma', '@早八，打卡', ['bot']],
  ['before a full-width question mark', '在吗@早八？', ['bot']],
  ['before a no-break space', '@早八\u00a0打卡', ['bot']],
  ['twice', `@早八${PHONE}@早八${PHONE}`, ['bot']],
  ['not without an at sign', '早八 打卡', []],
  ['not when the name goes on', '@早八点 打卡', []],
  ['not in a mail address', 'me@早八 打卡', []],
  ['not by an at sign alone', '@ 早八', []],
  ['not in an empty line', '', []],
])('the bot is mentioned %s', (_, text, expected) => {
  expect(mentionsIn(text, people())).toEqual(expected);
});

test.each([
  ['a longer name', `@早八班长${PHONE}你好`, ['早八班长'], ['早八班长#0']],
  ['a longer name with a space', `@早八 班长${PHONE}你好`, ['早八 班长'], ['早八 班长#0']],
  ['a longer name with a comma', '@早八，班长 你好', ['早八，班长'], ['早八，班长#0']],
  ['the bot, though a longer name is known', `@早八${PHONE}班长在吗`, ['早八 班长'], ['bot']],
  ['the bot and a person', `@早八${PHONE}给@林${PHONE}加5分`, ['林'], ['bot', '林#0']],
  ['a name with signs of its own', `@A.*(B)${PHONE}你好`, ['A.*(B)'], ['A.*(B)#0']],
  ['a name that is an emoji', `@🌸${PHONE}你好`, ['🌸'], ['🌸#0']],
  ['nobody, when two share the name', `@林${PHONE}你好`, ['林', '林'], []],
  ['nobody, when a person calls herself like the bot', `@早八${PHONE}你好`, ['早八'], []],
  ['nobody, when the name is empty', '@ 你好', [''], []],
])('%s is meant', (_, text, names, expected) => {
  expect(mentionsIn(text, people(...names))).toEqual(expected);
});
