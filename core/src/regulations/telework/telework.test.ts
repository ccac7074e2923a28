import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../shared/index.ts';
import { loadPack } from '../language/load.ts';
import type { Telework, TeleworkFacts } from '../language/telework.ts';
import { questionOf } from '../language/try-telework.ts';
import { textOf } from '../packs/packs.fixture.ts';
import { judgeTelework } from './judge.ts';
import { teleworkRulesOf } from './rules-of.ts';
import { teleworkTexts } from './text.ts';
import type { TeleworkQuestion, TeleworkVerdict } from './vocabulary.ts';

function packOf(file: string) {
  const loaded = loadPack(textOf(file));
  if (!loaded.ok) throw new Error(`${file} is refused`);
  return loaded.pack;
}
const pack = packOf('minato/2026-04-01.yaml');
const policy = pack.file.telework as Telework;
const rules = teleworkRulesOf(pack);
const usual = policy.examples.usual;
const ask = (change: Partial<typeof usual> = {}) => questionOf(pack.file.organisation, { ...usual, ...change });

const pick = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
const dates = ['2026-11-18', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-12-01'];
const date = fc.constantFrom(...dates);
const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Applications of all kinds, good and bad. */
const facts = fc.record({
  today: date,
  date,
  employment: one(...codes(policy.words.employments)),
  unit: one('seisaku-kakari', 'shimin-madoguchi'),
  reasons: pick(codes(policy.words.reasons)),
  registration: one(null, usual.registration, { from: '2025-04-01', until: '2026-03-31', places: [], devices: [] }),
  kind: one('HOME', 'SATELLITE', 'MOBILE'),
  span: one('DAY', 'MORNING', 'AFTERNOON', 'HOURS'),
  time: one(null, { from: '09:00', to: '11:00' }, { from: '07:00', to: '19:00' }),
  place: one(...codes(policy.words.places)),
  networks: pick(codes(policy.words.networks)),
  devices: pick(codes(policy.words.devices)),
  information: pick(codes(policy.words.information)),
  breaks: fc.constantFrom<TeleworkFacts['breaks']>(
    null,
    [
      { from: '12:00', to: '12:30' },
      { from: '15:00', to: '15:30' },
    ],
    [{ from: '08:30', to: '09:30' }],
  ),
  overtime: one('NONE', 'ORDERED', 'UNORDERED'),
  stated: one({}, usual.stated, { ...usual.stated, REASON: '発熱' }),
  days: fc.array(fc.record({ date, span: one('DAY', 'MORNING') }), { maxLength: 4 }),
  commitments: fc.array(fc.record({ date, kind: one('LEAVE', 'TRIP', 'MEETING_IN_PERSON', 'DUTY') }), { maxLength: 2 }),
  switches: fc.constant<TeleworkFacts['switches']>([]),
});
const switches = fc.array(
  fc.record({
    switch: one('DISASTER', 'INFECTION', 'UNKNOWN'),
    orderNumber: one('第1号', '第2号'),
    from: fc.constant('2026-11-20'),
    until: one('2026-11-25', '2026-12-31'),
  }),
  { minLength: 1, maxLength: 3 },
);

const shuffled = <T>(rows: readonly T[], seed: number): T[] =>
  rows
    .map((row, at) => [((at + 1) * 7919 * (seed + 1)) % 104_729, row] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row);

describe('T-03: what holds of every verdict', () => {
  it('the order in which the rows stand is of no account', () => {
    fc.assert(
      fc.property(facts, switches, fc.nat(1000), (about, on, seed) => {
        const question = questionOf(pack.file.organisation, { ...about, switches: on });
        const other = {
          ...policy,
          rules: shuffled(policy.rules, seed),
          procedures: shuffled(policy.procedures, seed),
          reports: shuffled(policy.reports, seed),
          treatments: shuffled(policy.treatments, seed),
          switches: shuffled(policy.switches, seed),
        };
        expect(judgeTelework(other, question)).toEqual(judgeTelework(policy, question));
      }),
      { numRuns: 300 },
    );
  });

  it('a switch never adds a refusal, and never makes a verdict harder', () => {
    const hardness: readonly TeleworkVerdict['verdict'][] = ['ALLOWED', 'WARNED', 'NEEDS_SPECIAL_APPROVAL', 'REFUSED'];
    const named = ({ findings }: TeleworkVerdict) => findings.map(({ row, code }) => `${row} ${code}`);
    const refusals = (verdict: TeleworkVerdict) =>
      named({ ...verdict, findings: verdict.findings.filter(({ severity }) => severity === 'REFUSED') });
    fc.assert(
      fc.property(facts, switches, (about, on) => {
        const without = rules.judge(questionOf(pack.file.organisation, about));
        const relaxed = rules.judge(questionOf(pack.file.organisation, { ...about, switches: on }));
        expect(refusals(without)).toEqual(expect.arrayContaining(refusals(relaxed)));
        expect(named(without)).toEqual(expect.arrayContaining(named(relaxed)));
        expect(hardness.indexOf(relaxed.verdict)).toBeLessThanOrEqual(hardness.indexOf(without.verdict));
      }),
      { numRuns: 300 },
    );
  });

  it('two applications that are the same get the same verdict, in whatever order their lists stand', () => {
    fc.assert(
      fc.property(facts, switches, (about, on) => {
        const turned = {
          ...about,
          ...{ reasons: about.reasons.toReversed(), networks: about.networks.toReversed() },
          ...{ devices: about.devices.toReversed(), information: about.information.toReversed() },
          ...{ days: about.days.toReversed(), commitments: about.commitments.toReversed(), switches: on.toReversed() },
        };
        const first = rules.judge(questionOf(pack.file.organisation, { ...about, switches: on }));
        expect(rules.judge(questionOf(pack.file.organisation, { ...about, switches: on }))).toEqual(first);
        expect(rules.judge(questionOf(pack.file.organisation, turned))).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('every finding has an article and whom to ask, and a refusal asks for nothing more', () => {
    fc.assert(
      fc.property(facts, (about) => {
        const verdict = rules.judge(questionOf(pack.file.organisation, about));
        for (const finding of verdict.findings) {
          expect(finding.article).toContain('第');
          expect(finding.ask.code).not.toBeNull();
          for (const locale of ['ja', 'en'] as const) {
            expect(rules.sentence(finding, locale)).not.toMatch(/[{}]|undefined|\[object/u);
          }
        }
        expect(verdict.verdict === 'REFUSED').toBe(verdict.procedures.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('T-19: refusals in words', () => {
  it('name the article, in both languages', () => {
    const [finding] = rules.judge(
      ask({ registration: { from: '2025-04-01', until: '2026-03-31', places: [], devices: [] } }),
    ).findings;
    expect(finding && rules.sentence(finding, 'ja')).toBe(
      'その日は、利用者の登録の期間（令和7年4月1日から令和8年3月31日まで）に入っていません。登録を更新してください。（みなと市テレワーク実施要領 第4条）',
    );
    expect(finding && rules.sentence(finding, 'en')).toContain('(2025-04-01 to 2026-03-31)');
  });

  it('a body without rules says so, and whom to ask', () => {
    const none = teleworkRulesOf(packOf('odd-bodies/hospital.yaml'));
    const { verdict, findings } = none.judge(ask());
    expect(verdict).toBe('REFUSED');
    expect(findings).toMatchObject([{ row: null, article: null, ask: { name: { ja: '人事担当課' } } }]);
    expect(findings[0] && none.sentence(findings[0], 'ja')).toContain('テレワークの定めがありません');
    const { person, situation } = ask();
    const registering = { person, situation, places: ['OWN_HOME'], devices: [] };
    expect(none.judgeRegistration(registering)).toMatchObject({ verdict: 'REFUSED', needed: false, until: null });
  });

  it('a word that the rules do not know, and hours without a time, are told before anything else', () => {
    const told = (question: TeleworkQuestion) => rules.judge(question).findings.map((one) => rules.sentence(one, 'ja'));
    expect(told(ask({ place: 'MOON' }))).toEqual([
      '「MOON」は、定めのある場所ではありません。一覧から選んでください。（みなと市テレワーク実施要領 第1条）',
    ]);
    expect(told(ask({ span: 'HOURS' }))[0]).toContain('何時から何時まで');
    expect(told(ask({ time: { from: '15:00', to: '09:00' } }))[0]).toContain('より後ではありません');
  });

  it('every sentence is there in both languages', () => {
    for (const { ja, en } of Object.values(teleworkTexts)) expect([ja, en]).not.toContain('');
  });
});

describe('T-02: several days in one application', () => {
  const day = (text: string) => text as LocalDate;

  it('each counts with those before it, and what is refused takes up no place', () => {
    const week = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map(day);
    const verdicts = rules.judgeDays(ask(), week.toReversed());
    expect(verdicts.map((one) => [one.date, one.verdict.verdict])).toEqual([
      ['2026-12-07', 'ALLOWED'],
      ['2026-12-08', 'ALLOWED'],
      ['2026-12-09', 'ALLOWED'],
      ['2026-12-10', 'REFUSED'],
      ['2026-12-11', 'REFUSED'],
    ]);
  });

  it('every Tuesday is judged week by week', () => {
    const tuesdays = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map(day);
    expect(rules.judgeDays(ask(), tuesdays).map(({ verdict }) => verdict.verdict)).toEqual(
      tuesdays.map(() => 'ALLOWED'),
    );
  });
});

describe('T-10: other breaks than the usual ones', () => {
  const nagayo = packOf('telework-patterns/nagayo-type.yaml');
  const split = nagayo.file.telework as Telework;
  /** 8:30 to 17:15, the usual break from noon to 13:00. */
  const codesOf = (change: object, ...spans: [string, string][]) => {
    const asked = { ...split.examples.usual, breaks: spans.map(([from, to]) => ({ from, to })) };
    const changedRows = split.rules.map((row) => (row.rule === 'BREAKS' ? { ...row, ...change } : row));
    const policyOf = { ...split, rules: changedRows };
    return codes(judgeTelework(policyOf, questionOf(nagayo.file.organisation, asked)).findings);
  };

  it('may be split and moved with approval, of the same total, not next to the start or the end', () => {
    expect(codesOf({}, ['11:00', '11:30'], ['15:00', '15:30'])).toEqual(['regulations.telework_break_changed']);
    expect(codesOf({}, ['12:00', '12:50'])).toEqual(['regulations.telework_break_total']);
    expect(codesOf({}, ['12:00', '13:15'])).toEqual(['regulations.telework_break_total']);
    expect(codesOf({}, ['08:30', '09:30'])).toEqual(['regulations.telework_break_edge']);
    expect(codesOf({}, ['16:15', '17:15'])).toEqual(['regulations.telework_break_edge']);
    expect(codesOf({ atEdges: true }, ['16:15', '17:15'])).toEqual(['regulations.telework_break_changed']);
    for (const outside of [['17:00', '18:00'] as const, ['13:00', '12:00'] as const])
      expect(codesOf({}, [...outside])).toEqual(['regulations.telework_break_outside']);
    expect(codesOf({}, ['12:00', '12:40'], ['12:30', '12:50'])).toEqual(['regulations.telework_break_outside']);
  });

  it('are never shorter than 労働基準法34条 asks, also where the rules leave the total free', () => {
    const free = { totalEqual: false, change: 'FREE' };
    expect(codesOf(free, ['12:00', '12:44'])).toEqual(['regulations.telework_break_law']);
    expect(codesOf(free, ['12:00', '13:00'])).toEqual([]);
    // Eight hours and a quarter without the break: an hour is the least.
    expect(codesOf(free, ['12:00', '12:30'])).toEqual(['regulations.telework_break_law']);
    expect(codesOf(free, ['12:00', '12:45'])).toEqual([]);
  });
});

describe('T-01: registration', () => {
  const { person, situation } = ask();
  const registering = { person, situation, places: ['OWN_HOME'], devices: ['LOANED_PC'] };

  it('lasts until the end of the 年度, with a reminder before, and goes to the head and personnel', () => {
    expect(rules.judgeRegistration(registering)).toMatchObject({
      ...{ verdict: 'ALLOWED', needed: true, until: '2027-03-31', remindFrom: '2027-03-02' },
      procedures: [{ row: 'tele.chain.registration' }, { row: 'tele.chain.personnel' }],
    });
    const onTheLastDay = { ...registering, situation: { ...situation, today: '2027-03-31' as LocalDate } };
    expect(rules.judgeRegistration(onTheLastDay).until).toBe('2027-03-31');
  });

  it('is refused for places, devices and people that no application could have', () => {
    const refused = (change: object) => rules.judgeRegistration({ ...registering, ...change });
    expect(refused({ devices: ['OWN_PC'] })).toMatchObject({ verdict: 'REFUSED', procedures: [] });
    expect(refused({ person: { ...person, employment: 'TEMPORARY' } }).findings).toMatchObject([{ row: 'tele.who' }]);
    expect(refused({ places: ['OWN_HOME', 'MOON'] }).verdict).toBe('REFUSED');
  });
});
