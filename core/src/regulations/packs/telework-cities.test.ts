import { describe, expect, it } from '@jest/globals';
import type { PackFile } from '../language/schema.ts';
import { type TeleworkFacts, TeleworkSchema } from '../language/telework.ts';
import { questionOf } from '../language/try-telework.ts';
import { judgeTelework } from '../telework/judge.ts';
import { judgeRegistration } from '../telework/registration.ts';
import { changed, fileOf, told } from './packs.fixture.ts';

// Rules of five cities as features of a made-up body each; 第n条 is that of the made-up rules.
const PATTERN = 'telework-patterns/osaka-type.yaml';
const usual = fileOf(PATTERN).telework?.examples.usual as TeleworkFacts;
const same = (text: string) => ({ ja: text, en: text });
const word = (code: string) => ({ code, name: same(code) });
const row = (id: string, article: string, more: object) => ({ id, article, sentence: same(id), ...more });
const { organisation } = fileOf('standard/2026-04-01.yaml');

interface Written {
  readonly rules: readonly object[];
  readonly words?: object;
  readonly procedures?: readonly object[];
  readonly reports?: readonly object[];
  readonly treatments?: readonly object[];
}

/** A pack with these telework rules: read, and asked. */
function body(written: Written, base: Partial<TeleworkFacts> = {}) {
  const facts = { ...usual, networks: [], devices: [], information: [], ...base };
  const telework = {
    ...{ title: same('要領'), article: '要領 第1条', ask: 'PERSONNEL', contacts: [word('PERSONNEL')] },
    ...written,
    words: { employments: [word('REGULAR')], places: [word('OWN_HOME')], ...written.words },
    examples: { usual: facts, cases: [{ name: 'ふつう', expect: { verdict: 'ALLOWED' } }] },
  };
  const loaded = changed(PATTERN, (pack) => void Object.assign(pack, { telework }));
  const policy = TeleworkSchema.parse(telework);
  const judge = (change: Partial<TeleworkFacts>) =>
    judgeTelework(policy, questionOf(organisation as PackFile['organisation'], { ...facts, ...change }));
  const articles = (change: Partial<TeleworkFacts>) => judge(change).findings.map(({ article }) => article);
  return { refusals: told(loaded), judge, articles, policy };
}

const REGISTERED = { from: '2026-04-01', until: '2027-03-31', places: ['OWN_HOME'], devices: [] };
const ELIGIBLE = ['CHILD', 'PREGNANCY', 'CARE', 'INFECTION'];

describe('T-03: each real pattern is written without a change to the code', () => {
  it('小美玉市: at home or where the boss approved; no work with personal data', () => {
    const city = body({
      words: { places: [word('OWN_HOME'), word('APPROVED')], information: [word('PERSONAL')] },
      rules: [
        row('place', '第3条', {
          rule: 'FORBIDDEN',
          when: { places: ['APPROVED'] },
          otherwise: 'NEEDS_SPECIAL_APPROVAL',
          by: { superior: true },
        }),
        row('personal', '第5条', { rule: 'FORBIDDEN', when: { information: ['PERSONAL'] } }),
      ],
    });
    expect(city.refusals).toEqual([]);
    expect(city.judge({ place: 'APPROVED' })).toMatchObject({
      verdict: 'NEEDS_SPECIAL_APPROVAL',
      procedures: [{ procedure: 'SPECIAL_APPROVAL', by: { superior: true }, article: '第3条' }],
    });
    expect(city.judge({ information: ['PERSONAL'] })).toMatchObject({
      verdict: 'REFUSED',
      procedures: [],
      findings: [{ article: '第5条', ask: { code: 'PERSONNEL' } }],
    });
  });

  it('瀬戸内市: three kinds, each with its places; reachable by telephone', () => {
    const city = body(
      {
        words: { places: [word('OWN_HOME'), word('SATELLITE_OFFICE'), word('ON_THE_WAY')] },
        rules: [
          row('home', '第2条第1号', { rule: 'ONLY', when: { kinds: ['HOME'] }, allowed: { places: ['OWN_HOME'] } }),
          row('satellite', '第2条第2号', {
            ...{ rule: 'ONLY', when: { kinds: ['SATELLITE'] }, allowed: { places: ['SATELLITE_OFFICE'] } },
          }),
          row('mobile', '第2条第3号', {
            ...{ rule: 'FORBIDDEN', when: { kinds: ['MOBILE'], places: ['OWN_HOME', 'SATELLITE_OFFICE'] } },
          }),
          row('phone', '第6条', { rule: 'REACHABLE', minutes: 15 }),
        ],
      },
      { stated: { CONTACT: '090' } },
    );
    expect(city.refusals).toEqual([]);
    expect(city.articles({ kind: 'SATELLITE', place: 'SATELLITE_OFFICE' })).toEqual([]);
    expect(city.articles({ kind: 'SATELLITE' })).toEqual(['第2条第2号']);
    expect(city.articles({ kind: 'MOBILE' })).toEqual(['第2条第3号']);
    expect(city.articles({ stated: { CONTACT: ' ' } })).toEqual(['第6条']);
  });

  it('土庄町: for people with one of the listed reasons, registered beforehand', () => {
    const city = body(
      {
        words: { reasons: ELIGIBLE.map(word) },
        rules: [
          row('who', '第3条', { rule: 'REASON', reasons: ELIGIBLE }),
          row('registered', '第4条', { rule: 'REGISTRATION', validFor: { months: 6 } }),
        ],
      },
      { reasons: ['CARE'], registration: REGISTERED },
    );
    expect(city.refusals).toEqual([]);
    expect(city.articles({ reasons: [] })).toEqual(['第3条']);
    expect(city.articles({ registration: null, reasons: [] })).toEqual(['第4条', '第3条']);
  });

  it('出雲市: whoever teleworks the whole day has no commuting on it; the allowance follows', () => {
    const city = body({
      rules: [row('whole', '第4条', { rule: 'ONLY', allowed: { spans: ['DAY', 'MORNING', 'AFTERNOON'] } })],
      treatments: [
        row('commuting', '第9条', { topic: 'COMMUTING_ALLOWANCE', holds: true, when: { spans: ['DAY'] } }),
        row('commuting.part', '第9条第2項', {
          ...{ topic: 'COMMUTING_ALLOWANCE', holds: false, when: { spans: ['MORNING', 'AFTERNOON'] } },
        }),
      ],
    });
    expect(city.refusals).toEqual([]);
    expect(city.judge({}).treatments).toMatchObject([{ topic: 'COMMUTING_ALLOWANCE', holds: true, article: '第9条' }]);
    expect(city.judge({ span: 'MORNING' }).treatments).toMatchObject([{ holds: false, article: '第9条第2項' }]);
  });

  it('美祢市: registration with the place; another place needs notice of the change', () => {
    const city = body(
      {
        words: { places: [word('OWN_HOME'), word('PARENTS')], employments: [word('REGULAR'), word('TEMPORARY')] },
        rules: [
          row('registered', '第5条', { rule: 'REGISTRATION', validFor: 'FISCAL_YEAR', changeNotice: ['places'] }),
          row('who', '第3条', { rule: 'FORBIDDEN', when: { employments: ['TEMPORARY'] } }),
        ],
        procedures: [
          row('approve', '第5条第2項', {
            ...{ at: 'REGISTRATION', procedure: 'APPROVAL', name: same('登録'), place: 1, by: { superior: true } },
          }),
        ],
      },
      { registration: REGISTERED },
    );
    expect(city.refusals).toEqual([]);
    expect(city.judge({ place: 'PARENTS' }).findings).toMatchObject([
      { article: '第5条', code: 'regulations.telework_not_as_registered' },
    ]);
    const { person, situation } = questionOf(organisation as PackFile['organisation'], usual);
    const registering = { person, situation, places: ['OWN_HOME', 'PARENTS'], devices: [] };
    expect(judgeRegistration(city.policy, registering)).toMatchObject({
      ...{ verdict: 'ALLOWED', needed: true, until: '2027-03-31', procedures: [{ row: 'approve' }] },
    });
    const temporary = { ...registering, person: { ...person, employment: 'TEMPORARY' } };
    expect(judgeRegistration(city.policy, temporary)).toMatchObject({
      ...{ verdict: 'REFUSED', findings: [{ article: '第3条' }], procedures: [] },
    });
  });
});
