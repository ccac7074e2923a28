import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RollBoard, RollView, SwitchOrderView } from '@kaigi/core/contract';
import { addDays, localDateOf } from '@kaigi/core/shared';
import { type ApiPerson, signIn } from './people.ts';
import { aProduct, type Product } from './product.ts';

jest.setTimeout(300_000);

let product: Product;
let mayor: ApiPerson;
let personnel: ApiPerson;
beforeAll(async () => {
  product = await aProduct();
  await product.start();
  await signInAll();
});
afterAll(async () => {
  await product?.stop();
  await product?.remove();
});

async function signInAll(): Promise<void> {
  [mayor, personnel] = await Promise.all([signIn(product, 'mayor'), signIn(product, 'personnel')]);
}

const sandbox = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${product.sandboxUrl}/sandbox/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
const chat = (name: string) => `teams/${name}@minato.example`;

interface Faults {
  readonly items: readonly { readonly hits: number }[];
}
interface Messages {
  readonly items: readonly { readonly id: string }[];
}

/** A card with these words in the person's chat, as their Teams window is given it. */
async function card(name: string, words: string): Promise<{ id: string; text: string }> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const { items } = (await (await sandbox(`${chat(name)}/messages`)).json()) as Messages;
    const found = items.findLast((message) => JSON.stringify(message).includes(words));
    if (found) return { id: found.id, text: JSON.stringify(found) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no card with ${words} in the chat of ${name}`);
}

const tap = async (name: string, messageId: string, data: Record<string, unknown>): Promise<string> => {
  const action = { type: 'Action.Execute', verb: 'telework/roll-answer', data };
  return (await sandbox(`${chat(name)}/actions`, { messageId, action })).text();
};

const SAFETY = '/telework/disaster/safety-checks';
const board = async (id: string): Promise<RollBoard> =>
  (await personnel.call<RollBoard>('GET', `${SAFETY}/${id}`)).body;

describe('O-12: with Graph down', () => {
  let roll: RollView;

  it('an order is given, everybody is asked by a card, one tap answers, and the board shows who has not', async () => {
    for (const name of ['drafter', 'colleague', 'section-head']) await sandbox(`${chat(name)}/open`, {});
    await sandbox('faults', { path: '/v1.0/', kind: '503', retryAfter: 1 });
    const today = localDateOf(new Date());
    const asked = { switch: 'DISASTER', orderNumber: '災対第1号', reason: '震度6弱の地震', atOnce: true };
    const days = { from: today, until: addDays(today, 6) };
    const ordered = await mayor.call<SwitchOrderView>('POST', '/telework/disaster/orders', { ...asked, ...days });
    expect([ordered.status, ordered.body.state]).toEqual([201, 'IN_FORCE']);
    const called = await personnel.call<RollView>('POST', SAFETY, { title: '震度6弱の地震' });
    expect(called.status).toBe(201);
    roll = called.body;
    expect((await card('drafter', '災対第1号')).text).toContain('災害時の特例を実施します');
    const { id, text } = await card('drafter', '【安否確認】震度6弱の地震');
    expect(text).toContain('無事・出勤できる');
    const said = await tap('drafter', id, { rollId: roll.id, kind: 'SAFETY', answer: 'SAFE_CANNOT_COME' });
    expect(said).toContain('回答：無事・出勤できない');
    const now = await board(roll.id);
    expect(now).toMatchObject({ answered: 1, answers: { SAFE_CANNOT_COME: 1 } });
    expect(now.asked).toBeGreaterThan(20);
    expect(now.people[0]?.answer).toBeNull();
    // The whole time Graph answered nobody.
    const { status } = await sandboxGraph();
    expect(status).toBe(503);
    const { items } = (await (await sandbox('faults')).json()) as Faults;
    expect(items.reduce((sum, { hits }) => sum + hits, 0)).toBeGreaterThan(0);
  });

  it('killed in the middle and started again it has every order, every answer and the calls that were to be sent', async () => {
    const musters = '/telework/disaster/musters';
    const called = await personnel.call<RollView>('POST', musters, { title: '第2配備', place: '本庁舎3階' });
    await product.killService();
    await product.start();
    await signInAll();
    expect((await card('drafter', '本庁舎3階')).text).toContain('【参集】第2配備');
    expect(await board(roll.id)).toMatchObject({ answered: 1 });
    const again = await mayor.call<{ orders: SwitchOrderView[] }>('GET', '/telework/disaster');
    expect(again.body.orders.map(({ orderNumber, state }) => [orderNumber, state])).toEqual([
      ['災対第1号', 'IN_FORCE'],
    ]);
    expect(called.status).toBe(201);
    const { id } = await card('section-head', '【安否確認】震度6弱の地震');
    const data = { rollId: roll.id, kind: 'SAFETY', answer: 'SAFE_CAN_COME' };
    const both = await Promise.all([tap('section-head', id, data), tap('section-head', id, data)]);
    for (const said of both) expect(said).toContain('回答：無事・出勤できる');
    expect(await board(roll.id)).toMatchObject({ answered: 2, answers: { SAFE_CAN_COME: 1 } });
    expect(await product.kaigi('verify')).toMatchObject({ code: 0 });
  });
});

const sandboxGraph = () => fetch(`${product.sandboxUrl}/v1.0/users`);
