import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openPaymentDesk } from '../../../src/open-payment-desk.js';
import type { SignedNotice } from '../../../src/transport/wechat-pay/payment-notice.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { fakeWechatPay } from '../../support/wechat-pay.js';
import { confirmed, startCardRoom } from './card-room.js';

const pay = fakeWechatPay();

describeDialects('payment notices', (dialect) => {
  async function startShop(from: Dialect = dialect) {
    const scene = await startCardRoom(from);
    const staff = scene.bot.room('员工群');
    await scene.owner.says('/建群 员工', staff);
    const { bot } = scene;
    const path = join(mkdtempSync(join(tmpdir(), 'zaoba-pay-')), 'key.pem');
    writeFileSync(path, pay.pem);
    const { merchantId, appIds } = pay.merchant;
    const keys = [{ serial: pay.serial, path }];
    const config = { host: '127.0.0.1', port: 0, merchantId, appIds, apiKey: pay.apiKey, keys };
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const desk = await openPaymentDesk({ config, bot: bot.bot, clock: bot.clock, log });
    onTestFinished(() => desk.close());
    const number = async (line = '/订单 待付 @小林 季卡 199') =>
      /商户单号填：(ZB\w+)/u.exec(await scene.owner.says(line, scene.room))?.[1] ?? '';
    return { ...scene, staff, desk, lines, number, send: (notice: SignedNotice) => post(desk.url, notice) };
  }

  async function post(url: string, { timestamp, nonce, signature, serial, signatureType, body }: SignedNotice) {
    const headers = { timestamp, nonce, signature, serial, 'signature-type': signatureType };
    const given = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[`wechatpay-${name}`, value] as const],
    );
    const response = await fetch(url, {
      method: 'POST',
      headers: Object.fromEntries(given),
      body: new Uint8Array(body),
    });
    return response.status;
  }

  function rowsOf({ bot }: Pick<Awaited<ReturnType<typeof startShop>>, 'bot'>) {
    return bot.database.transaction(async (tx) =>
      JSON.stringify([
        await tx.selectFrom('sales_order').selectAll().orderBy('id').execute(),
        await tx.selectFrom('card_event').selectAll().orderBy('id').execute(),
        await tx.selectFrom('member_card').selectAll().execute(),
        await tx.selectFrom('entitlement').selectAll().execute(),
        await tx.selectFrom('payment_notice').selectAll().orderBy('id').execute(),
      ]),
    );
  }

  test('a payment of an order that waits for it opens the card, and staff hear of it', async () => {
    const shop = await startShop();
    const { bot, owner, number, send, staff } = shop;
    const now = bot.clock.now();
    const order = await number();

    const notice = pay.paid({ now, resource: { out_trade_no: order } });
    expect(await Promise.all(Array.from({ length: 5 }, () => send(notice)))).toEqual(Array<number>(5).fill(204));

    expect(await owner.whispers('/会员 @小林')).toContain('英语 季卡：到 6月1日（还有 92 天）');
    expect(await owner.whispers('/订单 1')).toContain('已付 199 元\n来自微信支付');
    await bot.passTo('2026-03-02T09:05:00+08:00');
    expect(bot.said(staff)).toContain('【会员】\n付款 199 元：小林 英语季卡，订单 1 已开通');
  });

  test('forged, stale, repeated and misdirected notices change nothing, of twenty-four kinds', async () => {
    const shop = await startShop();
    const { bot, number, send, desk, lines } = shop;
    const now = bot.clock.now();
    const order = await number();
    const good = pay.paid({ now, resource: { out_trade_no: order } });
    const stranger = fakeWechatPay();
    const of = (change: object) => pay.paid({ now, id: 'EV-X', resource: { out_trade_no: order, ...change } });
    const before = await rowsOf(shop);
    const forged: readonly SignedNotice[] = [
      { ...good, signature: undefined },
      { ...good, timestamp: undefined },
      { ...good, nonce: undefined },
      { ...good, serial: undefined },
      { ...good, serial: 'ABCDEF' },
      { ...good, signature: Buffer.from('nothing').toString('base64') },
      { ...good, signature: 'WECHATPAY/SIGNTEST/probe' },
      { ...good, nonce: 'another' },
      { ...good, timestamp: String(Math.floor(now / 1000) - 10) },
      { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) },
      { ...good, body: Buffer.from(good.body.toString().replace('TRANSACTION', 'REFUND')) },
      stranger.paid({ now, resource: { out_trade_no: order } }),
      pay.paid({ now: now - 301_000, resource: { out_trade_no: order } }),
      pay.paid({ now: now + 301_000, resource: { out_trade_no: order } }),
      pay.paid({ now, apiKey: 'another key of thirty-two bytes.', resource: { out_trade_no: order } }),
      pay.sign(Buffer.from('{}'), now),
      of({ mchid: '1900000110' }),
      of({ appid: 'wx-another' }),
      of({ amount: { total: 19_900, currency: 'USD' } }),
      of({ amount: { total: 199.5, currency: 'CNY' } }),
      of({ amount: { total: -19_900, currency: 'CNY' } }),
      of({ trade_state: 'NOTPAY' }),
      pay.paid({ now, event: 'REFUND.SUCCESS', resource: { out_trade_no: order } }),
    ];

    for (const notice of forged) expect(await send(notice)).toBe(401);
    expect(await send(pay.paid({ now, event: 'TRANSACTION.PAYER', resource: { out_trade_no: order } }))).toBe(204);
    expect(await send({ ...good, body: Buffer.alloc(65 * 1024, 'a') })).toBe(413);
    expect((await fetch(desk.url)).status).toBe(405);
    expect((await fetch(desk.url.replace('/wechat', ''), { method: 'POST' })).status).toBe(404);
    expect(await rowsOf(shop)).toBe(before);

    expect(await send(good)).toBe(204);
    const paid = await rowsOf(shop);
    const replays = [
      good,
      pay.paid({ now, id: 'EV-2', resource: { out_trade_no: order } }),
      pay.paid({ now, resource: { out_trade_no: order, transaction_id: '42000' } }),
    ];
    for (const notice of replays) expect(await send(notice)).toBe(204);
    expect(await rowsOf(shop)).toBe(paid);
    expect(lines.join('')).not.toContain(pay.apiKey);
    expect(lines.join('')).not.toContain(order);
  });

  test('a payment of another amount, of no order or of a paid one is kept, and a person says whose it is', async () => {
    const shop = await startShop();
    const { bot, owner, number, send, room, staff } = shop;
    const now = bot.clock.now();
    const order = await number();

    await send(pay.paid({ now, resource: { out_trade_no: order, amount: { total: 100, currency: 'CNY' } } }));
    await send(pay.paid({ now, id: 'EV-2', resource: { out_trade_no: 'SHOP-7', transaction_id: '43' } }));

    expect(await owner.whispers('/会员 @小林')).toContain('还没有会员卡');
    const todos = await owner.says('/待办', staff);
    expect(todos).toContain('收到付款 1 元');
    expect(todos).toContain('收到付款 199 元（单号 SHOP-7），不知道是谁的。认领：/订单 认领 2 @某人 季卡');
    expect(await owner.says('/订单 认领 2 @小周 季卡', room)).toContain('已记订单 2：小周 英语季卡 199 元');
    expect(await owner.says('/订单 认领 2 @小林 季卡', room)).toContain('没有编号 2 的待认领付款');
    expect(await owner.says('/待办', staff)).not.toContain('SHOP-7');

    await owner.says('/撤销', room);
    expect(await owner.whispers('/会员 @小周')).toContain('还没有会员卡');
    expect(await owner.says('/待办', staff)).toContain('SHOP-7');
    expect(await owner.says('/订单 认领 2 @小周 季卡', room)).toContain('小周 英语季卡');
  });

  test('a refund ends the card; told before its payment, it leaves nothing behind', async () => {
    const shop = await startShop();
    const { bot, owner, number, send } = shop;
    const now = bot.clock.now();
    const [first, second] = [await number(), await number('/订单 待付 @小周 月卡 199')];
    await send(pay.paid({ now, resource: { out_trade_no: first } }));
    await send(pay.refunded({ now, id: 'EV-2', resource: { out_trade_no: first } }));
    await send(pay.refunded({ now, id: 'EV-3', resource: { out_trade_no: first } }));

    expect(await owner.whispers('/订单 1')).toContain('已退款 199 元，退了 199 元');
    expect(await owner.whispers('/会员 @小林')).toContain('3月1日 到期');

    const reordered = { out_trade_no: second, transaction_id: '44' };
    await send(pay.refunded({ now, id: 'EV-4', resource: { ...reordered, refund_id: '51' } }));
    expect(await owner.whispers('/订单 2')).toContain('待付');
    await send(pay.paid({ now, id: 'EV-5', resource: reordered }));
    expect(await owner.whispers('/订单 2')).toContain('已退款');
    expect(await owner.whispers('/会员 @小周')).toContain('还没有会员卡');
  });

  test('a refund of a part keeps the card until a person says otherwise; one that was written down is not counted twice', async () => {
    const shop = await startShop();
    const { bot, owner, number, send, room, staff } = shop;
    const now = bot.clock.now();
    const [first, second] = [await number(), await number('/订单 待付 @小周 月卡 199')];
    await send(pay.paid({ now, resource: { out_trade_no: first } }));
    await send(pay.paid({ now, id: 'EV-2', resource: { out_trade_no: second, transaction_id: '45' } }));
    const part = { out_trade_no: first, amount: { total: 19_900, refund: 5_000 } };
    await send(pay.refunded({ now, id: 'EV-3', resource: part }));

    expect(await owner.whispers('/会员 @小林')).toContain('到 6月1日');
    const todo = /(\d+)\. 小林 的订单 1 退了 50 元，还剩 149 元没退，会员卡还在/u.exec(
      await owner.says('/待办', staff),
    );
    expect(await owner.says(`/待办 ${todo?.[1]} 收回`, staff)).toContain('订单 1 的会员卡已收回');
    expect(await owner.whispers('/会员 @小林')).toContain('3月1日 到期');

    await confirmed(owner, '/订单 退款 2', room);
    const told = { out_trade_no: second, transaction_id: '45', refund_id: '52' };
    expect(await send(pay.refunded({ now, id: 'EV-4', resource: told }))).toBe(204);
    expect(await owner.whispers('/订单 2')).toContain('退了 199 元');
  });

  test('what a card is worth in an upgrade is reckoned from what was paid and not paid back', async () => {
    const { bot, owner, number, send, room } = await startShop();
    const now = bot.clock.now();
    const first = await number();
    await send(pay.paid({ now, resource: { out_trade_no: first } }));
    const part = { out_trade_no: first, amount: { total: 19_900, refund: 5_000 } };
    await send(pay.refunded({ now, id: 'EV-2', resource: part }));

    expect(await confirmed(owner, '/订单 升级 @小林 年卡 699', room)).toContain('补 550 元（旧卡抵 149 元）');
  });
});
