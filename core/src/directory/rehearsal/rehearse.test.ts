import { describe, expect, it } from '@jest/globals';
import { anOrganisation, DAY, EVE, KAKARI, KIKAKU, SEISAKU, SHUJI, TODAY, ZAISEI } from '../snapshot.fixture.ts';
import type { OrganisationSnapshot } from '../snapshot.ts';
import type { BrokenRule, OpenCase, OpenSlot } from './breaks.ts';
import { presentBreaks } from './present.ts';
import { rehearse } from './rehearse.ts';

const before = anOrganisation(EVE, TODAY);
const next = (...lines: readonly string[]) => anOrganisation(DAY, lines);

const post = (postId: string, duty = 'REVIEW'): OpenSlot => {
  const { title = '', unitName = '' } = before.posts.get(postId) ?? {};
  return { slotId: 's1', duty, postId, postTitle: title, unitName };
};
const open = (...slots: readonly OpenSlot[]): OpenCase => ({
  caseId: 'c1',
  label: '庁用車の更新',
  drafter: { staffId: 'drafter', name: '見本 drafter' },
  unitName: '政策係',
  slots,
});

const noRules = () => [];
const breaks = (after: OrganisationSnapshot, one: OpenCase) =>
  rehearse({ before, after, cases: [one], rulesThatBreak: noRules }).slots;
const reasons = (after: OrganisationSnapshot, one: OpenCase) => breaks(after, one).map(({ reason }) => reason);
const differences = (after: OrganisationSnapshot) =>
  rehearse({ before, after, cases: [], rulesThatBreak: noRules }).differences.map(
    ({ kind, code, before: was, after: is }) => `${kind} ${code}: ${was ?? '-'} → ${is ?? '-'}`,
  );

describe('O-02: what a reorganisation breaks', () => {
  it('is nothing where every post is held by somebody, whoever that is', () => {
    const after = next(KIKAKU, SEISAKU.replace('section-head', 'newcomer'), KAKARI, SHUJI, ZAISEI);
    expect(reasons(after, open(post('kakaricho'), post('kacho', 'DECISION'), post('zaisei-kacho', 'CONSULT')))).toEqual(
      [],
    );
  });

  it('C-55: is a slot whose post is gone, and names who stands above and can take it up', () => {
    const after = next(
      KIKAKU,
      SEISAKU,
      SHUJI.replace('kakari,政策係,SUBSECTION,seisaku', 'seisaku,政策課,SECTION,kikaku'),
      ZAISEI,
    );
    expect(breaks(after, open(post('kakaricho')))).toEqual([
      expect.objectContaining({
        breakId: 'case/c1/s1/UNIT_GONE',
        reason: 'UNIT_GONE',
        already: false,
        resolver: { postTitle: '課長', unitName: '政策課', name: '見本 section-head' },
      }),
    ]);
  });

  it.each([
    ['the post goes and its section stays', [KIKAKU, SEISAKU, SHUJI, ZAISEI], post('kakaricho'), 'POST_GONE'],
    [
      'nobody is named for the post',
      [KIKAKU, SEISAKU.replace('section-head', ''), KAKARI, SHUJI, ZAISEI],
      post('kacho'),
      'POST_VACANT',
    ],
    [
      'the drafter gets the post',
      [KIKAKU, SEISAKU.replace('section-head', 'drafter'), KAKARI, ZAISEI],
      post('kacho', 'DECISION'),
      'HOLDER_IS_DRAFTER',
    ],
    [
      'the consulted section is abolished',
      [KIKAKU, SEISAKU, KAKARI, SHUJI],
      post('zaisei-kacho', 'CONSULT'),
      'UNIT_GONE',
    ],
    ['it was gone already', TODAY, post('unknown'), 'POST_GONE'],
  ])('is a slot when %s', (_, lines, one, reason) => {
    expect(reasons(next(...lines), open(one))).toEqual([reason]);
  });

  it('is a post that only somebody holds who can no longer sign in', () => {
    const after = anOrganisation(DAY, TODAY, ['section-head']);
    expect(reasons(after, open(post('kacho')))).toEqual(['POST_VACANT']);
  });

  it('is told apart from what is broken today already', () => {
    const vacant = anOrganisation(EVE, [KIKAKU, SEISAKU.replace('section-head', ''), KAKARI, SHUJI]);
    const [found] = rehearse({
      before: vacant,
      after: vacant,
      cases: [open(post('kacho'))],
      rulesThatBreak: noRules,
    }).slots;
    expect(found?.already).toBe(true);
  });

  it('names a superior who is not the drafter, and nobody where there is none', () => {
    const alone = (line: string) =>
      breaks(next(line, SHUJI.replace(',seisaku,', ',,')), open(post('kacho')))[0]?.resolver;
    expect(alone(KIKAKU)).toEqual({ postTitle: '部長', unitName: '企画部', name: '見本 department-head' });
    expect(alone(KIKAKU.replace('department-head', 'drafter'))).toBeNull();
  });

  it('says so in both languages, with the duty and the post', () => {
    const rehearsed = rehearse({
      before,
      after: next(KIKAKU, SEISAKU, SHUJI, ZAISEI),
      cases: [open(post('kakaricho'))],
      rulesThatBreak: noRules,
    });
    expect(presentBreaks(rehearsed, 'ja').map(({ sentence }) => sentence)).toEqual([
      '「庁用車の更新」の承認は政策係長が行いますが、その職がなくなります。対応できるのは政策課長（見本 section-head）です。',
    ]);
    expect(presentBreaks(rehearsed, 'en')[0]?.sentence).toBe(
      '庁用車の更新: the review is with 政策係長, a post that is no more. 見本 section-head, 政策課長, can take it up.',
    );
  });

  it('is seen for a drafter who leaves, though nothing stops', () => {
    const { orphaned, slots } = rehearse({
      before,
      after: next(KIKAKU, SEISAKU, KAKARI, ZAISEI),
      cases: [open(post('kacho'))],
      rulesThatBreak: noRules,
    });
    expect([orphaned.map(({ caseId }) => caseId), slots]).toEqual([['c1'], []]);
  });

  it('is a rule that points to nobody, as the regulations tell it of either organisation', () => {
    const rule = (there: OrganisationSnapshot): BrokenRule[] =>
      there.unitByCode('zaisei')
        ? []
        : [
            {
              ruleId: 'shishutsu-3',
              problem: 'unit/zaisei',
              article: '別表第1',
              sentence: { ja: '財政課がない', en: 'no 財政課' },
            },
          ];
    const after = next(KIKAKU, SEISAKU, KAKARI, SHUJI);
    const { rules } = rehearse({ before, after, cases: [], rulesThatBreak: rule });
    expect(rules).toEqual([expect.objectContaining({ breakId: 'rule/shishutsu-3/unit/zaisei', already: false })]);
    expect(rehearse({ before: after, after, cases: [], rulesThatBreak: rule }).rules[0]?.already).toBe(true);
    const tried = (there: OrganisationSnapshot) => rule(there).map((one) => ({ ...one, simulated: true as const }));
    expect(rehearse({ before, after, cases: [], rulesThatBreak: tried }).rules).toHaveLength(1);
    expect(rehearse({ before: after, after, cases: [], rulesThatBreak: tried }).rules).toEqual([]);
  });
});

describe('O-02: what changes', () => {
  it('is nothing between an organisation and itself', () => {
    expect(differences(next(...TODAY))).toEqual([]);
  });

  it('is every unit and post that is new, gone, renamed or elsewhere, with whom it concerns', () => {
    const renamed = SEISAKU.replace('政策課', '企画政策課').replace('section-head', 'newcomer');
    const moved = ZAISEI.replace(',kikaku,', ',,');
    const added = 'dx,DX推進課,SECTION,kikaku,dx-kacho,課長,SECTION_HEAD,1,finance-head,1,,2027-04-01,';
    expect(
      differences(
        next(
          KIKAKU,
          renamed,
          SHUJI.replace('kakari,政策係,SUBSECTION,seisaku', 'seisaku,企画政策課,SECTION,kikaku'),
          moved,
          added,
        ),
      ),
    ).toEqual([
      'UNIT_GONE kakari: 政策課 → -',
      'UNIT_NEW dx: - → 企画部',
      'UNIT_RENAMED seisaku: 政策課 → 企画政策課',
      'UNIT_MOVED zaisei: 企画部 → -',
      'POST_GONE kakaricho: 見本 subsection-head → -',
      'POST_NEW dx-kacho: - → 見本 finance-head',
      'HOLDER_CHANGED kacho: 見本 section-head → 見本 newcomer',
      'POST_MOVED shuji: 政策係 → 企画政策課',
      'PERSON_WITHOUT_POST kacho: 政策課長 → -',
      'PERSON_WITHOUT_POST kakaricho: 政策係長 → -',
    ]);
  });
});

describe('the line above somebody', () => {
  it('in memory is the one that the directory gives: units upwards, each with its head', () => {
    expect(
      before.lineAbove('kakari').map(({ unitName, head }) => `${unitName} ${head?.title} ${head?.vacant}`),
    ).toEqual(['政策係 係長 false', '政策課 課長 false', '企画部 部長 false']);
    expect(before.lineAbove('nowhere')).toEqual([]);
  });
});
