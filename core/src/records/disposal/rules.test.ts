import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../directory/index.ts';
import { KaigiError, type LocalDate } from '../../shared/index.ts';
import { decides, executes, stepsFor, takesStep } from './policy.ts';
import {
  type Begun,
  checkComplete,
  checkDecision,
  checkProposable,
  checkSecond,
  choiceAfterSelection,
  choicesFor,
  type Decidable,
  isOver,
  markOf,
  refusalOf,
  type Standing,
  stateAfter,
} from './rules.ts';

const day = (text: string) => text as LocalDate;
const TODAY = day('2027-04-01');
const kept = (more: Partial<Standing> = {}): Standing => ({
  ...{ state: 'KEPT', isHeld: false, heldUntil: null, isPermanent: false, action: 'DESTROY' },
  ...{ endsOn: day('2027-03-31'), ...more },
});
const line = (more: Partial<Decidable> = {}): Decidable => ({
  ...{ mark: null, proposed: 'DESTROY', endsOn: day('2027-03-31'), choice: null, historical: null, ...more },
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return error instanceof KaigiError ? error.code : String(error);
  }
};
const decide = (item: Partial<Decidable>, choice: 'DESTROY' | 'TRANSFER' | 'EXTEND', reason = '', until?: string) =>
  codeOf(() => checkDecision(line(item), { choice, reason, until: until ? day(until) : null }, TODAY));

describe('R-15: what stands on a disposal list', () => {
  it('is marked with the reason when it cannot simply go; the hold before everything else', () => {
    expect(markOf(kept(), TODAY)).toBeNull();
    expect(markOf(kept({ isHeld: true, isPermanent: true }), TODAY)).toBe('HELD');
    expect(markOf(kept({ heldUntil: TODAY }), TODAY)).toBe('HELD');
    expect(markOf(kept({ heldUntil: day('2027-03-31') }), TODAY)).toBeNull();
    expect(markOf(kept({ isPermanent: true, action: 'CONSULT' }), TODAY)).toBe('PERMANENT');
    expect(markOf(kept({ action: 'CONSULT' }), TODAY)).toBe('CONSULT');
  });

  it('R-14: what is held waits; 永年 is reviewed, never destroyed', () => {
    expect(choicesFor({ mark: 'HELD', historical: null })).toEqual([]);
    expect(decide({ mark: 'HELD' }, 'DESTROY')).toBe('records.disposal_held');
    expect(decide({ mark: 'HELD' }, 'EXTEND', '訴訟', '2028-03-31')).toBe('records.disposal_held');
    expect(decide({ mark: 'PERMANENT' }, 'DESTROY', '不要')).toBe('records.disposal_permanent');
    expect(decide({ mark: 'PERMANENT' }, 'EXTEND', '引き続き必要', '2037-03-31')).toBe('fine');
  });

  it('needs a reason for anything but what the schedule says', () => {
    expect(decide({}, 'DESTROY')).toBe('fine');
    expect(decide({}, 'TRANSFER')).toBe('records.disposal_reason');
    expect(decide({}, 'TRANSFER', '市史編さんに要る')).toBe('fine');
    expect(decide({ proposed: 'CONSULT', mark: 'CONSULT' }, 'DESTROY')).toBe('records.disposal_reason');
  });

  it('is kept longer until a day to come, at most ten years', () => {
    expect(decide({}, 'EXTEND', '監査', '2027-04-01')).toBe('records.disposal_until');
    expect(decide({}, 'EXTEND', '監査', '2037-04-01')).toBe('fine');
    expect(decide({}, 'EXTEND', '監査', '2037-04-02')).toBe('records.disposal_until');
    expect(decide({}, 'EXTEND', '監査')).toBe('records.disposal_until');
    expect(decide({}, 'DESTROY', '', '2030-03-31')).toBe('records.disposal_until_only_longer');
    // Listed before its end: the day counts from the end, and 29 February has a tenth year too.
    expect(decide({ endsOn: day('2028-02-29') }, 'EXTEND', '監査', '2038-02-28')).toBe('fine');
  });

  it('is not destroyed once it is selected as a 歴史公文書', () => {
    expect(decide({ historical: true }, 'DESTROY')).toBe('records.disposal_historical');
    expect(choiceAfterSelection('DESTROY', true)).toBe('TRANSFER');
    expect(choiceAfterSelection('EXTEND', true)).toBe('EXTEND');
    expect(choiceAfterSelection('DESTROY', false)).toBe('DESTROY');
  });
});

describe('R-15: the way of a list', () => {
  it('goes on only when each line has an answer, and 協議 and 永年 one of the records section too', () => {
    expect(codeOf(() => checkComplete([line({ choice: 'DESTROY' }), line({ mark: 'HELD' })]))).toBe('fine');
    expect(codeOf(() => checkComplete([line()]))).toBe('records.disposal_undecided');
    const consulted = line({ mark: 'CONSULT', choice: 'DESTROY' });
    expect(codeOf(() => checkProposable([consulted]))).toBe('records.disposal_unselected');
    expect(codeOf(() => checkProposable([{ ...consulted, historical: false }]))).toBe('fine');
    expect(codeOf(() => checkProposable([line({ mark: 'HELD' })]))).toBe('records.disposal_nothing');
  });

  it('has one order, and no way leads to the end without approval and two people', () => {
    const way = ['SUBMIT', 'PROPOSE'] as const;
    expect(way.reduce((state, step) => stateAfter(step, state), 'SECTION' as Parameters<typeof stateAfter>[1])).toBe(
      'PROPOSED',
    );
    for (const state of ['SECTION', 'RECORDS', 'PROPOSED', 'EXECUTING', 'DONE', 'DROPPED'] as const) {
      expect(codeOf(() => stateAfter('BEGIN', state))).toBe('records.disposal_state');
      expect(codeOf(() => stateAfter('CONFIRM', state))).toBe('records.disposal_state');
    }
    expect(codeOf(() => stateAfter('CONFIRM', 'APPROVED'))).toBe('records.disposal_state');
    expect(isOver(['GONE', 'EXTENDED', 'REFUSED', 'LEFT_OUT'])).toBe(true);
    expect(isOver(['GONE', 'AWAITS_RECEIPT'])).toBe(false);
    expect(isOver(['REMOVING'])).toBe(false);
  });

  it('is confirmed by somebody else, one of the two of the records section, within two weeks', () => {
    const begun: Begun = { staffId: 'a', isChief: false, on: TODAY };
    const second = (staffId: string, isChief: boolean, on = TODAY) =>
      codeOf(() => checkSecond(begun, { staffId, isChief }, on));
    expect(second('a', true)).toBe('records.disposal_same_person');
    expect(second('b', false)).toBe('records.disposal_no_chief');
    expect(second('b', true)).toBe('fine');
    expect(second('b', true, day('2027-04-15'))).toBe('fine');
    expect(second('b', true, day('2027-04-16'))).toBe('records.disposal_too_late');
  });
});

describe('R-15: at the last moment', () => {
  const files = { files: 'x', listedFiles: 'x', choice: 'DESTROY' } as const;
  it('what is held since, not over, altered or gone already does not go', () => {
    expect(refusalOf(kept(), files, TODAY)).toBeNull();
    expect(refusalOf(kept({ isHeld: true }), files, TODAY)).toBe('HELD');
    expect(refusalOf(kept({ heldUntil: day('2028-04-01') }), { ...files, choice: 'TRANSFER' }, TODAY)).toBe('HELD');
    // The last day itself is still kept.
    expect(refusalOf(kept(), files, day('2027-03-31'))).toBe('NOT_EXPIRED');
    expect(refusalOf(kept({ endsOn: null }), files, TODAY)).toBe('NOT_EXPIRED');
    expect(refusalOf(kept(), { ...files, files: 'y' }, TODAY)).toBe('CHANGED');
    expect(refusalOf(kept({ state: 'DISPOSED' }), files, TODAY)).toBe('NOT_KEPT');
    expect(refusalOf(kept({ isPermanent: true }), files, TODAY)).toBe('PERMANENT');
  });
});

const post = (unitId: string, sectionId: string, rank: Actor['posts'][number]['rank']): Actor['posts'][number] => ({
  ...{ postId: `${unitId}-${rank}`, title: rank, rank, unitId, unitName: unitId, sectionId, concurrent: false },
});
const person = (staffId: string, posts: Actor['posts'], roles: Actor['roles'] = []): Actor => ({
  ...{ staffId, name: staffId, signInName: staffId, posts, roles, fallback: { postTitle: '', unitName: '' } },
});
const LIST = { unitId: 'seisaku', unitPath: ['seisaku', 'kikaku'], begunBy: null };
const clerk = person('clerk', [post('seisaku-k', 'seisaku', 'STAFF')]);
const head = person('head', [post('seisaku', 'seisaku', 'SECTION_HEAD')]);
const officer = person('officer', [post('seisaku-k', 'seisaku', 'STAFF')], ['RECORDS_OFFICER']);
const elsewhere = person('elsewhere', [post('zaisei', 'zaisei', 'STAFF')], ['RECORDS_OFFICER']);
const chief = person('chief', [post('somu', 'somu', 'SECTION_HEAD')], ['CHIEF_RECORDS_MANAGER']);

describe('R-15: who may do what', () => {
  it('the section checks, the records section looks over, and neither does the other’s work', () => {
    const section = { ...LIST, state: 'SECTION' } as const;
    const records = { ...LIST, state: 'RECORDS' } as const;
    expect([clerk, head, officer, elsewhere, chief].map((one) => decides(one, section))).toEqual([
      ...[false, true, true, false, false],
    ]);
    expect([clerk, head, officer, elsewhere, chief].map((one) => decides(one, records))).toEqual([
      ...[false, false, false, false, true],
    ]);
    expect([head, officer].map((one) => takesStep(one, LIST, 'PROPOSE'))).toEqual([false, false]);
  });

  it('a member of the section, and the 文書主任 of another, execute nothing', () => {
    expect([clerk, head, elsewhere].map((one) => executes(one, LIST))).toEqual([false, false, false]);
    expect([officer, chief].map((one) => executes(one, LIST))).toEqual([true, true]);
    const begun = { ...LIST, state: 'BEGUN', begunBy: 'chief' } as const;
    expect(stepsFor(chief, begun)).toEqual(['GIVE_UP']);
    expect(stepsFor(officer, begun)).toEqual(['GIVE_UP', 'CONFIRM']);
    expect(stepsFor(clerk, begun)).toEqual([]);
  });
});
