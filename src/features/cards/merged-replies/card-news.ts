/** What came in and what ends, as one message to staff. */

import * as copy from '../../../copy/zh-cn/card-news.js';
import type { CardNews } from '../../../domain/card-news.js';
import { CARD_NEWS } from '../../../kit/card-news.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const cardNews = defineMergedReply<CardNews>({
  kind: CARD_NEWS,
  pace: 'plain',
  compose: (news) => copy.cardNews(news),
});
