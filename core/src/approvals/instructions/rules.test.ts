import { describe, expect, it } from '@jest/globals';
import { type Actor, type Rank, snapshotOf } from '../../directory/index.ts';
import { below, isGiver, mayCancel, mayDraft, maySee, postAbove } from './policy.ts';
import { type Instruction, type InstructionLine, isInOrder, linkedCase, stateOf, versionOf } from './rules.ts';

const person = (staffId: string) => ({ staffId, name: staffId, postTitle: '', unitName: '' });
const line = (act: InstructionLine['act'], seq: number, caseId: string | null = null): InstructionLine => ({
  ...{ act, seq, caseId, at: new Date(0), actor: person('x'), reason: act === 'CANCELLED' ? '不要' : null },
  ...{ via: 'api', leafId: `leaf-${seq}`, said: null, saidSha256: null },
});
const withLines = (...lines: InstructionLine[]): Instruction => ({
  instructionId: 'i',
  giverPostId: 'kacho',
  ...{ isGone: false, said: null, saidSha256: null },
  given: {
    givenBy: person('kacho-san'),
    addressee: person('shuji-san'),
    ...{ purpose: '説明のため', reader: '市民', length: 'A4 1枚', dueOn: null, sample: null, confidentiality: 'C2' },
  },
  lines,
});

const UNITS = [
  ['shi', null],
  ['bu', 'shi'],
  ['ka', 'bu'],
  ['kakari', 'ka'],
  ['tonari', 'bu'],
] as const;
const POSTS: readonly (readonly [string, string, Rank, boolean])[] = [
  ['shicho', 'shi', 'MAYOR', true],
  ['fuku', 'shi', 'DEPUTY_MAYOR', false],
  ['bucho', 'bu', 'DEPARTMENT_HEAD', true],
  ['jicho', 'bu', 'SECTION_HEAD', false],
  ['kacho', 'ka', 'SECTION_HEAD', true],
  ['tanto-kacho', 'ka', 'SECTION_HEAD', false],
  ['hosa', 'ka', 'DEPUTY_SECTION_HEAD', false],
  ['kakaricho', 'kakari', 'SUBSECTION_HEAD', true],
  ['shuji', 'kakari', 'STAFF', false],
  ['tonari-kacho', 'tonari', 'SECTION_HEAD', true],
  ['tonari-shuji', 'tonari', 'STAFF', false],
];
const there = snapshotOf({
  day: '2026-11-21' as ReturnType<typeof snapshotOf>['day'],
  units: UNITS.map(([unitId, parentUnitId]) => {
    return { unitId, code: unitId, name: unitId, kind: 'SECTION' as const, parentUnitId };
  }),
  posts: POSTS.map(([postId, unitId, rank, headsUnit]) => {
    return { postId, code: postId, unitId, title: postId, rank, headsUnit };
  }),
  appointments: POSTS.map(([postId]) => ({ staffId: `${postId}-san`, postId })),
  staff: POSTS.map(([postId]) => person(`${postId}-san`)),
});
const actor = (...postIds: string[]): Actor => ({
  ...{ staffId: `${postIds[0]}-san`, name: '', signInName: '', roles: [], fallback: { postTitle: '', unitName: '' } },
  posts: postIds.map((postId) => {
    const { unitId = '', rank = 'STAFF' } = there.posts.get(postId) ?? {};
    return { postId, title: '', rank, unitId, unitName: '', sectionId: unitId, concurrent: false };
  }),
});

describe('A-43: an instruction', () => {
  it('is open until somebody drafts from it, done with the decision, open again when the case is given up', () => {
    const steps = [line('GIVEN', 1), line('DRAFTED', 2, 'a'), line('RELEASED', 3, 'a'), line('DRAFTED', 4, 'b')];
    const states = steps.map((_, at) => stateOf(withLines(...steps.slice(0, at + 1))));
    expect(states).toEqual(['OPEN', 'DRAFTED', 'OPEN', 'DRAFTED']);
    expect(linkedCase(withLines(...steps.slice(0, 3)))).toBeNull();
    const done = withLines(...steps, line('DONE', 5, 'b'));
    expect([stateOf(done), linkedCase(done), versionOf(done), isInOrder(done)]).toEqual(['DONE', 'b', 5, true]);
  });

  it.each([
    ['no beginning', [line('DRAFTED', 1, 'a')]],
    ['two beginnings', [line('GIVEN', 1), line('GIVEN', 2)]],
    ['a hole', [line('GIVEN', 1), line('DRAFTED', 3, 'a')]],
    ['two drafts', [line('GIVEN', 1), line('DRAFTED', 2, 'a'), line('DRAFTED', 3, 'b')]],
    ['a draft after its cancelling', [line('GIVEN', 1), line('CANCELLED', 2), line('DRAFTED', 3, 'a')]],
    ['a decision without a draft', [line('GIVEN', 1), line('DONE', 2, 'a')]],
    [
      'a cancelling after the decision',
      [line('GIVEN', 1), line('DRAFTED', 2, 'a'), line('DONE', 3, 'a'), line('CANCELLED', 4)],
    ],
  ])('whose lines have %s was not written by the suite', (_, lines) => {
    expect(isInOrder(withLines(...lines))).toBe(false);
  });
});

describe('A-43: who may give one', () => {
  it.each([
    ['kakaricho', 'shuji', true],
    ['kacho', 'shuji', true],
    ['kacho', 'hosa', true],
    ['kacho', 'tanto-kacho', true],
    ['hosa', 'shuji', true],
    ['jicho', 'shuji', true],
    ['bucho', 'kacho', true],
    ['fuku', 'bucho', true],
    ['shicho', 'fuku', true],
    ['shuji', 'kakaricho', false],
    ['hosa', 'kacho', false],
    ['tanto-kacho', 'kacho', false],
    ['fuku', 'shicho', false],
    ['jicho', 'kacho', false],
    ['kacho', 'tonari-shuji', false],
    ['tonari-kacho', 'shuji', false],
    ['kacho', 'kacho', false],
    ['kacho', 'nobody', false],
  ])('%s to %s: %s', (upper, lower, may) => {
    expect(postAbove(there, actor(upper), `${lower}-san`) !== null).toBe(may);
  });

  it('names the post of several from which it is given, and lists everybody below, nearest first', () => {
    expect(postAbove(there, actor('tonari-kacho', 'kacho'), 'shuji-san')).toBe('kacho');
    expect(below(there, actor('kacho')).map(({ staffId }) => staffId)).toEqual([
      'hosa-san',
      'tanto-kacho-san',
      'kakaricho-san',
      'shuji-san',
    ]);
    expect(below(there, actor('shuji'))).toEqual([]);
  });
});

describe('A-43: who may do what with it', () => {
  const open = withLines(line('GIVEN', 1));

  it('is for both sides: the addressee drafts, the giver or whoever holds that post now cancels', () => {
    const [giver, successor] = [actor('kacho'), { ...actor('kacho'), staffId: 'new-san' }];
    expect([giver, successor].map((one) => [isGiver(one, open), mayCancel(one, open), mayDraft(one, open)])).toEqual([
      [true, true, false],
      [true, true, false],
    ]);
    const addressee = actor('shuji');
    expect([maySee(addressee, open), mayDraft(addressee, open), mayCancel(addressee, open)]).toEqual([
      true,
      true,
      false,
    ]);
    const promoted = { ...actor('kacho'), staffId: 'shuji-san' };
    expect([mayDraft(promoted, open), mayCancel(promoted, open)]).toEqual([true, false]);
  });

  it('is hidden from all others but those who watch over records', () => {
    expect(maySee(actor('tonari-kacho'), open)).toBe(false);
    expect(maySee({ ...actor('tonari-kacho'), roles: ['AUDITOR'] }, open)).toBe(true);
  });

  it('is over once it is done or cancelled', () => {
    const over = withLines(line('GIVEN', 1), line('CANCELLED', 2));
    expect([mayDraft(actor('shuji'), over), mayCancel(actor('kacho'), over)]).toEqual([false, false]);
  });
});
