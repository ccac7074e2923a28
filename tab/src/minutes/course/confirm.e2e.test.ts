import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SuggestInput } from '@kaigi/core/contract';
import { shoot } from '../../testing/browser.ts';
import { aRound } from '../../testing/course.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aMeeting, lineId, meetingId } from '../../testing/meetings.ts';
import { sentenceId } from '../../testing/stand-in-sentences.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PHONE = { viewport: { width: 390, height: 844 } };
const ROUTE = `#/meetings/${meetingId(1)}/confirm`;
const SUGGEST = `/api/v1/meetings/${meetingId(1)}/round/suggestions`;
const suggested = () =>
  desk.service.calls.flatMap(({ path, body }) => (path === SUGGEST ? [body as SuggestInput] : []));

/** A speaker who was asked and has said nothing yet. */
function asked(): void {
  const { round, may } = aRound();
  const { minutes } = desk.service.world;
  minutes.meetings = [aMeeting({ state: 'CONFIRMING', next: 'ROUND' })];
  minutes.round = aRound({ round: round && { ...round, suggestions: [] }, may: { ...may, settle: false } });
}

describe('M-13: a speaker on a phone', () => {
  it('sees the own remarks and what rests on them, wishes for other words, takes it back, and agrees', async () => {
    asked();
    const { page, complaints } = await desk.open(ROUTE, PHONE);
    const target = (id: string) => page.locator(`[data-target-id="${id}"]`);
    await target(sentenceId(2)).waitFor();
    await target(lineId(4)).getByText('人口の見通しは、どの資料にもとづいていますか。').waitFor();
    expect(await page.getByTestId('confirm-target').count()).toBe(3);
    await page.getByText('期限までに答えがないときは、同意したものとします。').waitFor();
    await target(sentenceId(2)).getByTestId('suggest').click();
    await page.getByTestId('suggest-send').click();
    await page.getByText('いまの文と同じです。').waitFor();
    await page.getByTestId('suggest-text').fill('素案は4つの柱を立てている。');
    await page.getByTestId('suggest-reason').fill('資料1は4つです。');
    expect(await target(sentenceId(2)).getByTestId('marked').locator('del').innerText()).toContain('3');
    await shoot(page, 'confirm-suggest');
    await page.getByTestId('suggest-send').click();
    await target(sentenceId(2)).getByTestId('suggestion').waitFor();
    await page.getByText('提案が決まるか、取り下げると同意できます。').waitFor();
    expect(await page.getByTestId('agree').count()).toBe(0);
    await shoot(page, 'confirm-phone');
    await target(sentenceId(2)).getByTestId('withdraw').click();
    await target(sentenceId(2)).getByText('取下げ').waitFor();
    await page.getByTestId('agree').click();
    await page.getByTestId('my-answer').getByText('あなたの回答：同意').waitFor();
    expect(suggested()).toMatchObject([
      {
        ...{ target: { of: 'SENTENCE', id: sentenceId(2), version: 1 }, text: '素案は4つの柱を立てている。' },
        ...{ reason: '資料1は4つです。', behalf: null },
      },
    ]);
    expect(complaints).toEqual([]);
  });

  it('by other means: whoever keeps the minutes writes down whose wish it is and how it came', async () => {
    asked();
    const { minutes } = desk.service.world;
    const { round, may } = aRound();
    const people = (round?.people ?? []).map((one, at) =>
      at === 0 ? { ...one, state: 'BY_OTHER_MEANS' as const } : one,
    );
    const [told] = people;
    minutes.round = aRound({
      round: round && { ...round, people, suggestions: [] },
      may: { ...may, suggest: 'ANYWHERE', enter: true, settle: false },
    });
    const { page, complaints } = await desk.open(ROUTE, PHONE);
    const target = page.locator(`[data-target-id="${sentenceId(2)}"]`);
    await page.getByText('すべての文が並んでいます').waitFor();
    await target.getByTestId('suggest').click();
    await page.getByTestId('suggest-text').fill('素案は4つの柱を立てている。');
    expect(await page.getByTestId('behalf-means').count()).toBe(0);
    await page.getByTestId('behalf-who').selectOption(told?.attendeeId ?? '');
    await page.getByTestId('behalf-means').selectOption('TELEPHONE');
    await shoot(page, 'confirm-behalf');
    await page.getByTestId('suggest-send').click();
    await target.getByTestId('suggestion').waitFor();
    expect(suggested().at(-1)?.behalf).toEqual({ attendeeId: told?.attendeeId, means: 'TELEPHONE' });
    await target.getByTestId('by-means').getByText('電話').waitFor();
    await shoot(page, 'confirm-behalf-sent');
    expect(complaints).toEqual([]);
  });

  it('is told when the words have changed meanwhile, sees them, and keeps what was typed', async () => {
    asked();
    const { world } = desk.service;
    desk.service.answer(`POST ${SUGGEST}`, () => {
      desk.service.restore();
      const { minutes } = world.minutes;
      const sentences = minutes.sentences.map((one) =>
        one.id === sentenceId(2) ? { ...one, version: 2, text: '素案は三つの柱から成る。' } : one,
      );
      world.minutes.minutes = { ...minutes, sentences };
      return {
        status: 409,
        body: world.problem(409, 'minutes.suggestion_stale', 'この文はほかの修正で変わっています。'),
      };
    });
    const { page } = await desk.open(ROUTE, PHONE);
    const target = page.locator(`[data-target-id="${sentenceId(2)}"]`);
    await target.getByTestId('suggest').click();
    await page.getByTestId('suggest-text').fill('素案は4つの柱を立てている。');
    await page.getByTestId('suggest-send').click();
    await page.getByTestId('suggest-refused').getByText('この文はほかの修正で変わっています。').waitFor();
    await target.getByText('素案は三つの柱から成る。').first().waitFor();
    expect(await page.getByTestId('suggest-text').inputValue()).toBe('素案は4つの柱を立てている。');
    await page.getByTestId('suggest-send').click();
    await target.getByTestId('suggestion').waitFor();
    expect(suggested().map((one) => one.target.version)).toEqual([1, 2]);
  });
});
