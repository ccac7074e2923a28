import { describe, expect, it } from '@jest/globals';
import type { DisclosureView } from '@kaigi/core/contract';
import { fill, type Locale } from '@kaigi/core/shared';
import type { Say } from '../../app/locale.ts';
import { holdText } from './hold-text.ts';
import { disclosureText } from './text.ts';

type Told = Parameters<typeof holdText>[0];

const told = (hold: DisclosureView['hold']['state'], more: Partial<Told> = {}, until: string | null = null): Told => ({
  ...{ state: 'OPEN', decidedOn: null, dismissedOn: null, withdrawnOn: null, ruledOn: null, ruling: null },
  ...more,
  hold: { state: hold, until, by: until === null ? null : (more.hold?.by ?? 'DISCLOSURE') },
});
const byAppeal = { hold: { state: 'HELD_UNTIL', until: null, by: 'APPEAL' } } as const;
function say(view: Told, locale: Locale = 'ja'): string {
  const t: Say<typeof disclosureText> = (code, params) => fill(disclosureText[code][locale], params);
  return holdText(view, { t, locale });
}

const DECIDED = { state: 'DECIDED', decidedOn: '2026-11-25' } as const;
const APPEALED = { ...DECIDED, state: 'APPEALED' } as const;
const RULED = { ...DECIDED, ...byAppeal, ruledOn: '2027-01-10' } as const;
const DISMISSED = { state: 'DISMISSED', dismissedOn: '2026-11-25' } as const;
const WITHDRAWN = { state: 'WITHDRAWN', withdrawnOn: '2026-11-24' } as const;
const APPEAL_WITHDRAWN = { ...DECIDED, ruling: 'WITHDRAWN', ruledOn: '2027-01-10' } as const;

describe('R-26: the hold of a request is told as it stands', () => {
  it.each([
    ['OPEN with nothing collected', told('NONE'), /停止している文書は、いまはありません。文書は、加えたときから/],
    ['OPEN', told('HELD'), /廃棄が停止されています。.*決定の番号を登録すると、/],
    [
      'DECIDED, within its year',
      told('HELD_UNTIL', DECIDED, '2027-11-25'),
      /^この請求による廃棄の停止は、令和9年11月25日まで続きます（令和8年11月25日の決定の翌日から1年間）。審査請求があれば、/,
    ],
    [
      'DECIDED, its year over',
      told('ENDED', DECIDED, '2027-11-25'),
      /^この請求による廃棄の停止は、令和9年11月25日まで続いて終わりました（令和8年11月25日の決定の/,
    ],
    ['DECIDED over nothing but what is absent', told('NONE', DECIDED), /^[^。]*いまはありません。$/],
    ['APPEALED', told('HELD', APPEALED), /停止されています。審査請求があるためです。裁決を登録すると、/],
    [
      'APPEALED when all was disposed of',
      told('ENDED', APPEALED, '2027-11-25'),
      /令和9年11月25日まで続いて終わりました（令和8年11月25日の決定の翌日から1年間）。$/,
    ],
    [
      'RULED, within its year',
      told('HELD_UNTIL', RULED, '2028-01-10'),
      /令和10年1月10日まで続きます（令和9年1月10日の裁決の翌日から1年間）。$/,
    ],
    [
      'RULED, its year over',
      told('ENDED', RULED, '2028-01-10'),
      /令和10年1月10日まで続いて終わりました（.*裁決の.*）。$/,
    ],
    ['WITHDRAWN, having held nothing', told('NONE', WITHDRAWN), /^[^。]*いまはありません。$/],
    [
      'WITHDRAWN, the same day',
      told('HELD_UNTIL', WITHDRAWN, '2026-11-25'),
      /令和8年11月25日まで続きます（令和8年11月24日に取り下げられ、決定がないためです。決定の後の1年間はありません）。$/,
    ],
    ['WITHDRAWN, later', told('ENDED', WITHDRAWN, '2026-11-25'), /令和8年11月25日まで続いて終わりました（.*決定がない/],
    [
      'DISMISSED, within its year',
      told('HELD_UNTIL', DISMISSED, '2027-11-25'),
      /（令和8年11月25日の却下の翌日から1年間）。審査請求があれば、/,
    ],
    [
      'its appeal WITHDRAWN, within the year of the decision',
      told('HELD_UNTIL', APPEAL_WITHDRAWN, '2027-11-25'),
      /令和9年11月25日まで続きます（令和8年11月25日の決定の翌日から1年間）。$/,
    ],
    [
      'its appeal WITHDRAWN, after that year',
      told('HELD_UNTIL', { ...APPEAL_WITHDRAWN, ...byAppeal }, '2028-02-01'),
      /令和10年2月1日まで続きます（令和9年1月10日に審査請求が取り下げられ、裁決がないためです）。$/,
    ],
  ])('%s', (_, view, words) => {
    expect(say(view)).toMatch(words);
  });

  it('in English too, in the tense of the day', () => {
    expect(say(told('HELD_UNTIL', DECIDED, '2027-11-25'), 'en')).toBe(
      'The holds of this request last until 25 Nov 2027 (a year from the day after the decision of 25 Nov 2026). An appeal that is registered holds everything again.',
    );
    expect(say(told('ENDED', RULED, '2028-01-10'), 'en')).toBe(
      'The holds of this request lasted until 10 Jan 2028 and are over (a year from the day after the ruling of 10 Jan 2027).',
    );
    expect(say(told('NONE'), 'en')).toMatch(/^Nothing is held for this request now\. What is collected is held/);
  });
});
