import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import { findingSentence } from '../language/text.ts';
import { changed, type File, fileOf, textOf, told } from './packs.fixture.ts';

const MINATO = 'minato/2026-04-01.yaml';
const PACKS = [MINATO, 'yamato/2026-04-01.yaml', 'daito/2026-04-01.yaml', 'standard/2026-04-01.yaml'];

type Body = NonNullable<File['meetings']>['bodies'][number];
const bodiesOf = (pack: File): Body[] => pack.meetings?.bodies ?? [];
const withBody = (id: string, change: Partial<Body>, name: string) =>
  changed(name, (pack) => {
    for (const row of bodiesOf(pack)) if (row.id === id) Object.assign(row, change);
  });
/** What a pack says with something changed in a body. */
const refused = (id: string, change: Partial<Body>, name = MINATO) => told(withBody(id, change, name));

const term = (days: number, count: 'CALENDAR' | 'WORKING' = 'CALENDAR') =>
  ({ days, count, ifClosed: 'NEXT_WORKING_DAY', article: '要領 第4条' }) as const;
const COUNCIL = 'meeting.planning-council';

it.each(PACKS)('the meetings of %s are read, and all examples hold', (name) => {
  expect(bodiesOf(fileOf(name)).length).toBeGreaterThan(1);
  expect(told(loadPack(textOf(name)))).toEqual([]);
});

const later = <T extends { days: number }>(one: T): T => ({ ...one, days: one.days + 7 });
type Slip = readonly [string, (row: Body) => Partial<Body> | null];
/** A slip of the pen in each figure; null where the body has no such figure. */
const SLIPS: readonly Slip[] = [
  [
    'summary a week later',
    ({ deadlines }) => deadlines?.summary && { deadlines: { ...deadlines, summary: later(deadlines.summary) } },
  ],
  [
    'minutes a week later',
    ({ deadlines }) => deadlines?.minutes && { deadlines: { ...deadlines, minutes: later(deadlines.minutes) } },
  ],
  [
    'confirmation a week later',
    ({ confirmation }) => confirmation && { confirmation: { ...confirmation, term: later(confirmation.term) } },
  ],
  [
    'recordings kept a day longer',
    ({ recording }) => recording && { recording: { ...recording, keepDays: recording.keepDays + 1 } },
  ],
  ['nobody to decide', ({ decision }) => decision && { decision: null }],
  ['one ground less', ({ closedGrounds }) => (closedGrounds ? { closedGrounds: closedGrounds.slice(1) } : null)],
];

describe.each(PACKS)('M-15: no figure of the meetings of %s can go unnoticed', (name) => {
  const rows = bodiesOf(fileOf(name));
  const slips = rows.flatMap((row) =>
    SLIPS.flatMap(([what, slip]) => {
      const change = slip(row);
      return change ? [[row.id, what, change] as const] : [];
    }),
  );

  it.each(slips)('%s with %s is refused', (id, _what, change) => {
    expect(refused(id, change, name)).not.toEqual([]);
  });

  it.each(rows.map(({ id }) => id))('without %s it is refused', (id) => {
    const without = changed(name, (pack) => {
      if (pack.meetings) pack.meetings.bodies = bodiesOf(pack).filter((row) => row.id !== id);
    });
    expect(told(without)).not.toEqual([]);
  });
});

describe('a body that could not be kept to is named, with what is wrong', () => {
  it('M-14: a matter that nobody decides, a class of the file plan that there is not', () => {
    expect(refused(COUNCIL, { decision: { matter: 'PROTOCOL', facts: {} } })).toEqual([
      { row: COUNCIL, code: 'unknown' },
    ]);
    expect(refused(COUNCIL, { classification: 'Z-99' })).toEqual([{ row: COUNCIL, code: 'unknown' }]);
  });

  it('M-14: facts of the matter that are not said, that it does not ask for, or that it cannot have', () => {
    const facts = (said: Record<string, string | number | boolean>) =>
      refused(COUNCIL, { decision: { matter: 'MINUTES', facts: said } });
    expect(facts({})).toEqual([{ row: COUNCIL, code: 'fact_unsaid' }]);
    expect(facts({ meetingKind: 'COUNCIL', amountYen: 100 })).toEqual([{ row: COUNCIL, code: 'fact_unfit' }]);
    expect(facts({ meetingKind: 'CHAT' })).toEqual([{ row: COUNCIL, code: 'fact_unfit' }]);
    expect(facts({ meetingKind: true })).toEqual([{ row: COUNCIL, code: 'fact_unfit' }]);
  });

  it('M-14: who decides by other facts is another, and the example says so', () => {
    const decision = { matter: 'MINUTES', facts: { meetingKind: 'INTERNAL' } };
    expect(refused(COUNCIL, { decision }).map(({ code }) => code)).toEqual(['example_failed']);
  });

  it('M-13, M-15: a summary or a confirmation that ends after the minutes are due', () => {
    const after = [{ row: COUNCIL, code: 'after_minutes' }];
    expect(refused(COUNCIL, { deadlines: { summary: term(46), minutes: term(45) } })).toEqual(after);
    expect(refused(COUNCIL, { confirmation: { term: term(46), silence: 'AGREES' } })).toEqual(after);
    expect(refused(COUNCIL, { confirmation: { term: term(46, 'WORKING'), silence: 'AGREES' } })).toEqual(after);
    // Eleven days may be fewer than ten working days.
    const within = refused('meeting.executive', { confirmation: { term: term(11), silence: 'AGREES' } });
    expect(within.map(({ code }) => code)).not.toContain('after_minutes');
  });

  it('M-14: one signer is too few by the law; none is none', () => {
    expect(refused(COUNCIL, { signers: 1 })).toEqual([{ row: COUNCIL, code: 'one_signer' }]);
    expect(refused(COUNCIL, { signers: 0 })).toEqual([]);
    expect(refused(COUNCIL, { signers: -1 })).toEqual([{ row: COUNCIL, code: 'shape' }]);
  });

  it('M-16: a closed body without a ground, a ground that nobody defined, one that is there twice', () => {
    expect(refused('meeting.section', { closedGrounds: [] })).toEqual([
      { row: 'meeting.section', code: 'closed_without_ground' },
    ]);
    expect(refused(COUNCIL, { closedGrounds: ['WISH'] })).toEqual([{ row: COUNCIL, code: 'unknown' }]);
    const doubled = changed(MINATO, (pack) => void pack.meetings?.grounds?.push(...pack.meetings.grounds.slice(0, 1)));
    expect(told(doubled)).toEqual([{ row: 'PERSONAL', code: 'twice' }]);
  });

  it('M-01: two bodies of one name, an example of a body that is gone, an item that no form has', () => {
    expect(refused('meeting.section', { name: { ja: '庁議', en: 'Meeting' } })).toEqual([
      { row: '庁議', code: 'twice' },
    ]);
    const without = changed(MINATO, (pack) => {
      if (pack.meetings) pack.meetings.bodies = bodiesOf(pack).filter(({ id }) => id !== 'meeting.section');
    });
    expect(told(without)).toEqual([{ row: '課内会議の会議録は決裁を要しない', code: 'unknown' }]);
    expect(refused(COUNCIL, { required: ['mood' as 'agenda'] })).toEqual([{ row: COUNCIL, code: 'shape' }]);
  });

  it('M-15, M-18: no article, days that are none, days before the meeting', () => {
    const minutes = (change: object) =>
      refused(COUNCIL, { deadlines: { summary: null, minutes: { ...term(45), ...change } } });
    expect(minutes({ article: undefined })).toEqual([{ row: COUNCIL, code: 'no_article' }]);
    expect(minutes({ days: -1 })).toEqual([{ row: COUNCIL, code: 'shape' }]);
    expect(minutes({ days: 1.5 })).toEqual([{ row: COUNCIL, code: 'shape' }]);
    expect(minutes({ count: 'WEEKS' })).toEqual([{ row: COUNCIL, code: 'shape' }]);
    const recording = { keepDays: 30, from: 'FINAL' } as Body['recording'];
    expect(refused(COUNCIL, { recording })).toEqual([{ row: COUNCIL, code: 'no_article' }]);
  });

  it('says the rule, why it is one and what to write, in both languages', () => {
    const loaded = withBody(COUNCIL, { signers: 1, deadlines: { summary: null, minutes: term(10) } }, MINATO);
    const findings = loaded.ok ? [] : loaded.findings;
    const said = (locale: 'ja' | 'en') => findings.map((finding) => findingSentence(finding, locale));
    expect(said('ja')).toEqual([
      `${COUNCIL}：署名委員が1人です。会議録には議長のほかに2人以上が署名します（地方自治法第123条第2項）。signers は2以上に、署名を要しないなら0にしてください。`,
      `${COUNCIL}：出席者の確認の期限（14日）が会議録の期限（10日）より後になり、会議録が間に合いません。出席者の確認の日数を10日以内にするか、会議録の日数を延ばしてください。`,
    ]);
    expect(said('en')[1]).toContain('The term of confirmation (14 days) ends after the minutes are due (10 days)');
  });
});
