/** Chat that is none of the bot's business. All lines are said on Friday, 20 November 2026. */

import { expect, test } from 'vitest';
import { meaningOf } from './meaning.js';

const TALK: readonly string[] = ['哈哈哈', '今天天气真好', '好的收到', '', '   ', '[微笑]', '123', '1', '收到🌹'];

test.each(TALK)('%j is talk', (line) => {
  expect(meaningOf(line)).toBe('none');
});
