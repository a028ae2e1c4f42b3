/** Traditional characters that occur in keywords and dates, and the characters that betray a line worth reading. */

import type { ScriptWords } from '../../../domain/understanding/vocabulary.js';
import { words } from './words.js';

export const scriptWords: ScriptWords = {
  traditional:
    '簽補請銷積獎兌換擾復導刪數據幫確認問題饋議訴業來個開關閉啟參與單麼嗎沒誰幾點為時間規則讀聽寫練複習後號週禮動閱書語學詞詩' +
    '鋼繩減飯還煩謝錯發剛記錄連續計獲轉鏈視頻圖這們體員頁課節張條無兒嘍親繪難從兩萬麗櫃檢資訊級組陽遲錢給對樂畫彈騎遊譯溫鞏術' +
    '師爺媽鬧總結韻緊雙戶廳帶著裡裏處線樓門機選備準腦勵領鳳強進運鍛鍊歲隊彙報臨慣勝遠遞環過會買賣於樣傳讓當經試圍歷說話曆殺證碼標籤繼瞭',
  simplified:
    '签补请销积奖兑换扰复导删数据帮确认问题馈议诉业来个开关闭启参与单么吗没谁几点为时间规则读听写练复习后号周礼动阅书语学词诗' +
    '钢绳减饭还烦谢错发刚记录连续计获转链视频图这们体员页课节张条无儿喽亲绘难从两万丽柜检资讯级组阳迟钱给对乐画弹骑游译温巩术' +
    '师爷妈闹总结韵紧双户厅带着里里处线楼门机选备准脑励领凤强进运锻炼岁队汇报临惯胜远递环过会买卖于样传让当经试围历说话历杀证码标签继了',
  triggers: '卡签簽籤业業补補假问問题題馈饋议議诉訴撤消销銷积積排榜抽兑兌换換扰擾据據确確',
  triggerWords: words(
    '想了解 想瞭解 想继续 想繼續 要继续 要繼續 想接着 想接著 要接着 要接著 想报名 想報名 要报名 要報名 加入正式群 进正式群 進正式群 我的 帮助 幫助 菜单 菜單 功能 么用 麼用 dk help 秒杀 秒殺 证书 證書 为什么 為什麼 为啥 為啥 为何 為何 我是 邀请码 邀請碼 激活 会员码 會員碼',
  ),
};
