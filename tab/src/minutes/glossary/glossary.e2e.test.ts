import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { meetingId, theLines } from '../../testing/meetings.ts';
import { aTerm, termId } from '../../testing/stand-in-words.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const GLOSSARY = '/api/v1/minutes/glossary';
const bodies = (method: string, path: string) =>
  desk.service.calls.flatMap((call) => (call.method === method && call.path.startsWith(path) ? [call.body] : []));
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('M-11: 用語集', () => {
  it('is reached from the meetings, filtered, added to, changed and taken away from', async () => {
    const { page, complaints } = await desk.open('#/meetings');
    await page.getByTestId('open-glossary').click();
    await page.getByTestId('term').first().waitFor();
    expect(await page.getByTestId('term').count()).toBe(2);
    await shoot(page, 'glossary');
    const council = page.locator(`[data-term-id="${termId(2)}"]`);
    expect(await council.getByTestId('term-change').count()).toBe(0);
    await page.getByTestId('glossary-scope').selectOption({ label: '市全体' });
    await council.waitFor({ state: 'detached' });
    await page.getByTestId('glossary-words').fill('ない用語');
    await page.getByText('条件に合う用語はありません。').waitFor();
    await page.getByTestId('glossary-words').fill('斉藤');
    const saito = page.locator(`[data-term-id="${termId(1)}"]`);
    await saito.getByText('誤認識：斉藤、斎藤').waitFor();

    await page.getByTestId('term-send').click();
    await page.getByText('正しい表記を入力してください。').waitFor();
    await page.getByTestId('term-scope').selectOption('plan-council');
    await page.getByTestId('term-written').fill(' 湊町 ');
    await page.getByTestId('term-kind').selectOption('PLACE');
    await page.getByTestId('term-heard').fill('港町\n\n皆と町');
    await page.getByTestId('term-send').click();
    await page.getByTestId('toast').getByText('「湊町」を加えました').waitFor();
    expect(bodies('POST', GLOSSARY)).toEqual([
      { bodyId: 'plan-council', written: '湊町', reading: '', kind: 'PLACE', heard: ['港町', '皆と町'] },
    ]);
    expect(await page.getByTestId('term-written').inputValue()).toBe('');
    expect(await page.getByTestId('term-scope').inputValue()).toBe('plan-council');

    await saito.getByTestId('term-change').click();
    await saito.getByTestId('term-heard').fill('斉藤\n西東');
    await saito.getByTestId('term-send').click();
    await saito.getByText('誤認識：斉藤、西東').waitFor();
    expect(bodies('PATCH', GLOSSARY)).toEqual([
      { version: 1, written: '齋藤', reading: 'さいとう', kind: 'PERSON', heard: ['斉藤', '西東'] },
    ]);
    await saito.getByTestId('term-remove').click();
    await page.getByTestId('remove-confirm').click();
    await saito.waitFor({ state: 'detached' });
    await page.getByTestId('toast').getByText('用語を除きました').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says why a term is refused, and keeps what was typed', async () => {
    const { page } = await desk.open('#/meetings/glossary');
    await page.getByTestId('term').first().waitFor();
    const body = desk.service.world.problem(409, 'minutes.heard_taken', '「斉藤」は、もう「齋藤」の誤認識です。');
    desk.service.answer(`POST ${GLOSSARY}`, () => ({ status: 409, body }));
    await page.getByTestId('term-written').fill('斎藤');
    await page.getByTestId('term-send').click();
    await page.getByTestId('term-refused').getByText('「斉藤」は、もう「齋藤」の誤認識です。').waitFor();
    expect(await page.getByTestId('term-written').inputValue()).toBe('斎藤');
  });

  it('takes a CSV file in after it was tried, gives files, and tries a text', async () => {
    const { page, complaints } = await desk.open('#/meetings/glossary', { viewport: { width: 390, height: 844 } });
    await page.getByTestId('terms-file-input').setInputFiles(file('だめ.csv', '表記\nだめ\n'));
    await page.getByTestId('terms-problems').getByText('2行目：「だめ」は、もう登録されています。').waitFor();
    await page.getByTestId('terms-file-input').setInputFiles(file('用語.csv', '表記\nみなと市\n'));
    await page.getByText('「用語.csv」を取り込むと、2語を加え、1語を直します（変わらない用語 3語）。').waitFor();
    await shoot(page, 'glossary-phone');
    const tried = bodies('POST', `${GLOSSARY}/import`).map(String);
    expect(tried.every((parts) => parts.includes('"dryRun":true'))).toBe(true);
    await page.getByTestId('terms-confirm').click();
    await page.getByTestId('toast').getByText('用語集に取り込みました').waitFor();
    await page.getByTestId('terms-plan').waitFor({ state: 'detached' });
    const [given] = await Promise.all([page.waitForEvent('download'), page.getByTestId('give-sjis').click()]);
    expect(given.suggestedFilename()).toBe('用語集.csv');
    await eventually(() => desk.service.calls.some(({ path }) => path.endsWith('?form=CSV&encoding=shift_jis')), true);

    await page.getByTestId('glossary-scope').selectOption('plan-council');
    await page.getByTestId('try-text').fill('斉藤さんです');
    await page.getByTestId('try-send').click();
    await page.getByTestId('try-shown').getByText('齋藤').waitFor();
    expect(bodies('POST', `${GLOSSARY}/preview`)).toEqual([{ text: '斉藤さんです', bodyId: 'plan-council' }]);
    await page.getByTestId('try-text').fill('なし');
    await page.getByTestId('try-send').click();
    await page.getByText('直す所はありません。').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is offered a word that was corrected alike in two lines, tried on the meeting first, and not again when it is left', async () => {
    const { minutes } = desk.service.world;
    const [one, two, three, ...others] = theLines().lines;
    if (!one || !two || !three) throw new Error('there are lines');
    const put = (line: typeof one, heard: string, text: string) => ({ ...line, heard, text });
    minutes.lines = {
      ...minutes.lines,
      lines: [
        put(one, '港町の予算について説明します。', '湊町の予算について説明します。'),
        put(two, 'それでは港町から始めます。', 'それでは湊町から始めます。'),
        put(three, '港町は以上です。', '港町は以上です。'),
        ...others,
      ],
    };
    const { page, complaints } = await desk.open(`#/meetings/${meetingId(1)}/transcript`);
    await page.getByTestId('learned').getByText('「港町」を2つの発言で「湊町」に直しました。').waitFor();
    expect(bodies('POST', GLOSSARY)).toEqual([]);
    await page.getByTestId('learned-look').click();
    await page.getByTestId('try-shown').locator('ins').getByText('湊町').waitFor();
    expect(await page.getByTestId('term-scope').inputValue()).toBe('plan-council');
    await shoot(page, 'glossary-learned');
    await page.getByTestId('term-kind').selectOption('PLACE');
    await page.getByTestId('term-send').click();
    await page.getByTestId('toast').getByText('「湊町」を加えました').waitFor();
    await page.getByTestId('learned').waitFor({ state: 'detached' });
    const added = desk.service.calls.filter(({ method, path }) => method === 'POST' && path === GLOSSARY);
    expect(added.map(({ body }) => body)).toEqual([
      { bodyId: 'plan-council', written: '湊町', reading: '', kind: 'PLACE', heard: ['港町'] },
    ]);
    desk.service.world.words.terms = [];
    await page.reload();
    await page.getByTestId('learned-leave').click();
    await page.getByTestId('learned').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByTestId('line').first().waitFor();
    expect(await page.getByTestId('learned').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is only read by whoever may keep none, and says what to do while it is empty', async () => {
    Object.assign(desk.service.world.words, { may: { cityWide: false, bodies: [] } });
    desk.service.world.words.terms = [aTerm(1, { may: { change: false } })];
    const { page } = await desk.open('#/meetings/glossary');
    await page.getByTestId('term').waitFor();
    await page.getByText('用語を登録できるのは、').waitFor();
    for (const control of ['term-send', 'term-change', 'terms-file'])
      expect(await page.getByTestId(control).count()).toBe(0);
    desk.service.world.words.terms = [];
    await page.reload();
    await page.getByText('用語はまだありません').waitFor();
  });
});
