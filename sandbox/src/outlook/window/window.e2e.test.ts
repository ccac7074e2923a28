import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../server.ts';
import { appTokenFor, call, startSandbox, TestClock } from '../../testing/tenant.ts';

const DRAFTER = 'drafter@minato.example';
const HEAD = 'section-head@minato.example';
const ROOM = 'room-301@minato.example';
const clock = new TestClock();
let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  clock.toMidweek();
  sandbox = await startSandbox({ now: clock.now });
  token = await appTokenFor(sandbox, 'https://graph.microsoft.com');
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  for (const name of [DRAFTER, HEAD, ROOM])
    await call(`${sandbox.url}/sandbox/mailboxes/${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entries: [] }),
    });
});

const tomorrow = () => new Date(clock.now() + 33 * 3_600_000).toISOString().slice(0, 10);
const page = async (as = DRAFTER, more = '') => (await call(`${sandbox.url}/outlook?as=${as}${more}`)).text;
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  call(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
const add = (fields: Record<string, string> = {}) =>
  send(`/outlook/${DRAFTER}/events`, {
    do: 'add',
    subject: '条例の打合せ',
    day: tomorrow(),
    from: '09:00',
    to: '10:00',
    ...fields,
  });
/** Where the only form for an event of that page leads. */
const formOf = (html: string) =>
  /action="(\/outlook\/[^"]+\/events\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
const inGraph = async (owner = DRAFTER) => {
  const span = `startDateTime=${tomorrow()}T00:00:00%2B09:00&endDateTime=${tomorrow()}T23:00:00%2B09:00`;
  const path = `${sandbox.url}/v1.0/users/${owner}/calendarView?${span}`;
  return (await call(path, { headers: { authorization: `Bearer ${token}` } })).json.value;
};

describe('the Outlook window', () => {
  it('shows a week in Japanese and in English, and the weeks beside it', async () => {
    await call(`${sandbox.url}/sandbox/mailboxes/${DRAFTER}`, { method: 'DELETE' });
    const japanese = await page();
    expect(japanese).toContain('青波 はるかさんの予定表');
    expect(japanese).toContain('政策課 朝礼');
    const english = await page(DRAFTER, '&lang=en');
    expect([english.includes('<html lang="en">'), english.includes('Add an event')]).toEqual([true, true]);
    expect(await page(DRAFTER, '&week=2027-03-03')).toContain('week=2027-02-22');
    expect((await call(`${sandbox.url}/outlook?as=nobody`)).status).toBe(404);
  });

  it('adds, changes and deletes an event, which Graph tells at once', async () => {
    const added = await add({ place: '応接室', private: '1' });
    expect([added.status, added.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/outlook\?as=/)]);
    expect(await inGraph()).toMatchObject([
      { subject: '条例の打合せ', sensitivity: 'private', location: { displayName: '応接室' } },
    ]);
    const html = await page();
    expect(html).toContain('09:00–10:00 条例の打合せ');
    await send(formOf(html), { do: 'change', subject: '条例の協議', day: tomorrow(), from: '10:00', to: '11:30' });
    expect(await inGraph()).toMatchObject([
      { subject: '条例の協議', sensitivity: 'normal', location: { displayName: '' } },
    ]);
    await send(formOf(await page()), { do: 'delete' });
    expect(await inGraph()).toEqual([]);
  });

  it('invites people and a room; who is invited answers there', async () => {
    await add({ people: 'section-head', room: ROOM, online: '1' });
    const theirs = await page(HEAD);
    expect([theirs.includes('主催: 青波 はるか'), theirs.includes('value="accept"')]).toEqual([true, true]);
    expect(await page(ROOM)).toContain('09:00–10:00 青波 はるか');
    await send(formOf(theirs), { do: 'accept' });
    expect(await page()).toContain('帆足 みちる(承諾済み)、301会議室(承諾済み)');
    await send(formOf(await page()), {
      do: 'change',
      subject: '会場の変更なし',
      day: tomorrow(),
      from: '09:00',
      to: '10:00',
      place: '301会議室',
    });
    expect((await inGraph())[0].location).toMatchObject({ displayName: '301会議室', locationEmailAddress: ROOM });
  });

  it.each([
    ['an end before its start', { to: '08:00' }],
    ['a day that is none', { day: '' }],
    ['somebody unknown', { people: 'nobody' }],
  ])('refuses %s in a sentence and keeps nothing', async (_what, fields) => {
    const answer = await add(fields);
    const shown = await call(`${sandbox.url}${answer.headers.get('location')}`);
    expect([shown.text.includes('role="alert"'), shown.text.includes('保存できませんでした')]).toEqual([true, true]);
    expect(await inGraph()).toEqual([]);
  });

  it('says that an event is gone, shows hostile text as text, and takes nothing from other pages', async () => {
    await add({ subject: '<script>alert(1)</script>' });
    const html = await page();
    expect([html.includes('<script>'), html.includes('&lt;script&gt;')]).toEqual([false, true]);
    const form = formOf(html);
    expect((await send(form, { do: 'delete' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    await send(form, { do: 'delete' }, { origin: sandbox.url });
    const again = await send(form, { do: 'delete' });
    expect(await page(DRAFTER, `&${again.headers.get('location')?.split('&').slice(1).join('&')}`)).toContain(
      'もうありません',
    );
  });
});
