import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import { changesBetween } from '../import/present.ts';
import { checkPack, loadPack } from '../language/load.ts';
import { fileOf, textOf } from '../packs/packs.fixture.ts';
import { allSections } from '../table/all-sections.ts';
import { dueOn, keptUntil } from './due.ts';
import { meetingRulesOf } from './of-pack.ts';
import { presentMeetings } from './present.ts';
import type { Term } from './vocabulary.ts';

const day = (text: string) => text as LocalDate;
const read = new Map<string, Pack>();
function packOf(city: string): Pack {
  const known = read.get(city);
  if (known) return known;
  const loaded = loadPack(textOf(`${city}/2026-04-01.yaml`));
  if (!loaded.ok) throw new Error(city);
  read.set(city, loaded.pack);
  return loaded.pack;
}
const CITIES = ['minato', 'yamato', 'daito', 'standard'];

describe('M-15: the last day of a term', () => {
  interface Case {
    readonly given: string;
    readonly term: Omit<Term, 'article'>;
    readonly from: string;
    readonly closed?: readonly string[];
    readonly due: string;
  }
  const calendar = (days: number, ifClosed: Term['ifClosed'] = 'NEXT_WORKING_DAY') =>
    ({ days, count: 'CALENDAR', ifClosed }) as const;
  const working = (days: number) => ({ days, count: 'WORKING', ifClosed: 'NEXT_WORKING_DAY' }) as const;
  it.each<Case>([
    { given: 'the day of the meeting is not counted', term: calendar(2), from: '2026-11-24', due: '2026-11-26' },
    { given: 'days off in between count', term: calendar(5), from: '2026-11-20', due: '2026-11-25' },
    { given: 'it ends on a day off: the next working day', term: calendar(2), from: '2026-11-20', due: '2026-11-24' },
    {
      given: 'it ends on a day off, and the rules keep the day',
      term: calendar(2, 'SAME_DAY'),
      from: '2026-11-20',
      due: '2026-11-22',
    },
    { given: 'it ends in the new year’s days off', term: calendar(45), from: '2026-11-16', due: '2027-01-04' },
    {
      given: 'it ends on a day off of the city’s own',
      term: calendar(2),
      from: '2026-05-30',
      closed: ['2026-06-01'],
      due: '2026-06-02',
    },
    { given: 'only working days count', term: working(3), from: '2026-11-20', due: '2026-11-26' },
    {
      given: 'only working days count, the city’s own days off neither',
      term: working(1),
      from: '2026-05-29',
      closed: ['2026-06-01'],
      due: '2026-06-02',
    },
    { given: 'a meeting on a Saturday', term: working(1), from: '2026-11-28', due: '2026-11-30' },
    { given: 'the same day', term: calendar(0), from: '2026-11-24', due: '2026-11-24' },
    { given: 'over 29 February', term: calendar(45), from: '2028-01-20', due: '2028-03-06' },
  ])('$given', ({ term, from, closed, due }) => {
    expect(dueOn(term, day(from), new Set((closed ?? []).map(day)))).toBe(due);
  });

  it('M-18: recordings are kept through the last day, counted from the day after the minutes became final', () => {
    expect(keptUntil({ keepDays: 7 }, day('2026-11-27'))).toBe('2026-12-04');
    expect(keptUntil({ keepDays: 0 }, day('2026-11-27'))).toBe('2026-11-27');
  });
});

describe('M-01: the bodies of a pack', () => {
  it('each has what its minutes must keep to, with the article', () => {
    const [executive, , council, section] = meetingRulesOf(packOf('minato').file).bodies;
    expect(executive).toMatchObject({
      ...{ id: 'meeting.executive', name: { ja: '庁議' }, kind: 'INTERNAL', openness: 'CLOSED', signers: 0 },
      confirmation: { term: { days: 5, count: 'WORKING' }, silence: 'STAYS_OPEN' },
      decision: { matter: 'MINUTES', facts: { meetingKind: 'INTERNAL' } },
    });
    expect(executive?.closedGrounds).toHaveLength(6);
    expect(council).toMatchObject({
      ...{ name: { ja: '総合計画審議会' }, kind: 'COUNCIL', openness: 'OPEN', signers: 2, classification: 'A-03-03' },
      deadlines: { summary: { days: 2, count: 'CALENDAR' }, minutes: { days: 45, count: 'CALENDAR' } },
      recording: { keepDays: 180, from: 'FINAL', article: 'みなと市会議録等作成要領 第10条第3項' },
    });
    expect(council?.closedGrounds.map(({ id }) => id)).toEqual(['PERSONAL', 'CORPORATE', 'DELIBERATION']);
    expect(section).toMatchObject({ name: { ja: '課内会議' }, decision: null, deadlines: { summary: null } });
  });

  it('M-19: what those who attend are told of recording stands there with its article, where the rules say it', () => {
    const noticeOf = (city: 'minato' | 'yamato', id: string) =>
      presentMeetings(packOf(city), 'ja').items.find(({ bodyId }) => bodyId === id)?.notice;
    expect(noticeOf('minato', 'meeting.planning-council')).toEqual({
      text: 'この審議会は会議録を作るために録音し、文字に起こします。名前の表示を望まない方は、初めに事務局へお申し出ください。',
      article: 'みなと市会議録等作成要領 第9条第2項',
    });
    expect(noticeOf('yamato', 'meeting.council')?.article).toBe('やまと町会議録作成要綱 第6条');
    expect(noticeOf('minato', 'meeting.section')).toBeNull();
  });

  it('regulations that say nothing about meetings have none', () => {
    const pack = packOf('minato');
    const file = { ...pack.file, meetings: undefined };
    expect(meetingRulesOf(file)).toEqual({ bodies: [] });
    const view = presentMeetings({ ...pack, file }, 'ja');
    expect(view).toEqual({ regulationVersion: 'minato/2026-04-01', title: null, article: null, items: [] });
  });

  it('M-15: everything is told in words, in both languages', () => {
    for (const city of CITIES)
      for (const locale of ['ja', 'en'] as const) {
        const { items } = presentMeetings(packOf(city), locale);
        const said = items.flatMap((item) => [
          ...[item.name, item.sentence, item.article],
          ...[item.summary, item.minutes, item.confirmation].map((term) => term?.sentence ?? '-'),
          ...item.required.map(({ name }) => name),
          ...item.closedGrounds.map(({ text }) => text),
          ...[item.decision?.name ?? '-', item.recording?.sentence ?? '-'],
        ]);
        expect(said.filter((one) => one === '' || /[{}]|undefined|null|NaN/u.test(one))).toEqual([]);
      }
    const council = presentMeetings(packOf('minato'), 'ja').items[2];
    expect(council?.minutes?.sentence).toBe('会議の日の翌日から45日以内（末日が休日のときは次の開庁日）');
    expect(council?.classification).toMatchObject({
      code: 'A-03-03',
      path: '総務 / 会議 / 審議会・附属機関',
      years: 10,
    });
    expect(council?.decision).toEqual({ matter: 'MINUTES', name: '会議録の決裁' });
    const executive = presentMeetings(packOf('minato'), 'en').items[0];
    expect(executive?.confirmation?.sentence).toBe('within 5 working days after the day of asking for confirmation');
  });

  it('O-03: a new version shows which bodies and grounds it changes', () => {
    const file = fileOf('minato/2026-04-01.yaml');
    const [personal] = file.meetings?.grounds ?? [];
    const council = file.meetings?.bodies.find(({ id }) => id === 'meeting.planning-council');
    if (personal) personal.text = { ja: '個人に関する情報（公務員の職を除く。）', en: 'Information about individuals' };
    if (council) council.signers = 3;
    const loaded = checkPack(file);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    const { added, changed, removed } = changesBetween(packOf('minato'), loaded.pack, 'ja');
    expect(changed.map(({ ruleId, article }) => [ruleId, article])).toEqual([
      ['PERSONAL', 'みなと市情報公開条例 第7条第1号'],
      ['meeting.planning-council', 'みなと市会議録等作成要領 第3条第1項第3号'],
    ]);
    expect([added, removed]).toEqual([[], []]);
  });

  it('O-03: the table of the regulations has them, and the grounds for closing a meeting', () => {
    const tables = (locale: 'ja' | 'en') => allSections({ pack: packOf('minato'), locale }).slice(-2);
    const [bodies, grounds] = tables('ja');
    expect(bodies?.title).toBe('みなと市会議録等作成要領');
    const ids = ['meeting.executive', 'meeting.section-heads', 'meeting.planning-council', 'meeting.section'];
    expect(bodies?.rows.map(([id]) => id)).toEqual(ids);
    expect(bodies?.rows[2]?.[2]?.split('／')).toEqual([
      '公開',
      '事務局：政策課',
      '非公開の理由：PERSONAL、CORPORATE、DELIBERATION',
      '記録する事項：議題、開催場所、出席者・欠席者、事務局職員の職・氏名、傍聴者数、資料の名称、公開・非公開の別と非公開の理由',
      '会議概要：会議の日の翌日から2日以内（末日が休日のときは次の開庁日）',
      '会議録：会議の日の翌日から45日以内（末日が休日のときは次の開庁日）',
      '確認：確認を依頼した日の翌日から14日以内（末日が休日のときは次の開庁日）、答えがなければ同意とみなす',
      '署名委員：2人',
      '決裁の事案：会議録の決裁',
      '文書分類：A-03-03 総務 / 会議 / 審議会・附属機関',
      '録音：録音と文字起こしは、会議録の確定の翌日から180日間残します。',
      '録音の知らせ：この審議会は会議録を作るために録音し、文字に起こします。名前の表示を望まない方は、初めに事務局へお申し出ください。',
    ]);
    expect(grounds?.rows[0]).toEqual(['PERSONAL', '個人に関する情報', 'みなと市情報公開条例 第7条第1号']);
    const [english] = tables('en');
    expect(english?.rows[0]?.[2]).toContain('within 5 working days after the day of asking for confirmation; answers');
    for (const { head, rows } of tables('en')) expect(rows.every((row) => row.length === head.length)).toBe(true);
  });
});
