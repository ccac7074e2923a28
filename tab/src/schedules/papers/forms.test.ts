import { describe, expect, it } from '@jest/globals';
import { anEdition, CHIEF, ITEM_ID, OTHER_ITEM, PAPER_ID, somePapers } from '../../testing/booking-papers.ts';
import { COLLEAGUE, SECTION_HEAD } from '../../testing/people.ts';
import { minutesTooLong, moved, readAgenda, timesOf, typedOf } from './agenda-form.ts';
import { openers, papersOfItem, rangesText, seenBefore, titleFrom } from './editions.ts';
import { firstTyped, readPaper } from './lay-form.ts';

const papers = somePapers();
const people = papers.people.map(({ staffId }) => staffId);
const [paper] = papers.papers;

describe('S-16: 次第 as it is typed', () => {
  it('what stands there is typed as it is, and sent as it was typed', () => {
    const read = readAgenda(typedOf(papers), 1, people);
    expect(read).toEqual({
      ok: true,
      input: {
        ...{ version: 1, recorderId: CHIEF.staffId, readers: 'PARTICIPANTS', makesMinutes: false },
        items: [
          { id: ITEM_ID, title: '予算について', ownerId: CHIEF.staffId, minutes: 40 },
          { id: OTHER_ITEM, title: '人員について', ownerId: null, minutes: 30 },
        ],
      },
    });
  });

  it.each([
    [{ title: ' ' }, 'plan.problem.title'],
    [{ minutes: '0' }, 'plan.problem.minutes'],
    [{ minutes: '半時間' }, 'plan.problem.minutes'],
    [{ minutes: '601' }, 'plan.problem.minutes'],
    [{ ownerId: 'somebody else' }, 'plan.problem.stranger'],
  ])('%j is refused at its item', (wrong, problem) => {
    const typed = typedOf(papers);
    const items = typed.items.map((item, at) => (at === 1 ? { ...item, ...wrong } : item));
    expect(readAgenda({ ...typed, items }, 1, people)).toEqual({ ok: false, problem, at: 1 });
  });

  it('a 記録者 who takes part no more is refused; full-width minutes are understood', () => {
    const typed = typedOf(papers);
    expect(readAgenda({ ...typed, recorderId: 'gone' }, 1, people)).toMatchObject({ at: null });
    const items = typed.items.map((item) => ({ ...item, minutes: '１５' }));
    expect(readAgenda({ ...typed, items }, 1, people)).toMatchObject({ input: { items: [{ minutes: 15 }, {}] } });
  });

  it('items are moved within the list only', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('from an item without minutes on nobody knows the time; together they may be too long', () => {
    const [first, second, third] = timesOf([{ minutes: 40 }, { minutes: null }, { minutes: 10 }], papers.from);
    expect([first?.to, second, third]).toEqual(['2026-11-25T01:40:00.000Z', null, null]);
    expect(minutesTooLong(papers)).toBe(10);
    expect(minutesTooLong({ ...papers, agenda: [] })).toBe(0);
  });
});

describe('S-16: papers', () => {
  it('pages are named as stretches', () => {
    expect(
      rangesText(
        [
          { from: 3, to: 3 },
          { from: 5, to: 7 },
        ],
        '、',
      ),
    ).toBe('3、5–7');
  });

  it('whoever has missed an edition is shown what changed since the one they opened', () => {
    const editions = [anEdition(4), anEdition(3), anEdition(2, { opened: true }), anEdition(1, { opened: true })];
    const given = { paperId: PAPER_ID, itemId: null, may: { replace: false } };
    expect(seenBefore({ ...given, editions })).toBe(2);
    expect(seenBefore({ ...given, editions: [anEdition(2), anEdition(1, { opened: true })] })).toBeNull();
    expect(seenBefore({ ...given, editions: [anEdition(2), anEdition(1)] })).toBeNull();
  });

  it('who has opened it and who has not is told to whoever may know', () => {
    const edition = anEdition(1, { openedBy: [{ person: COLLEAGUE, at: papers.from }] });
    expect(openers(edition, papers.people)).toEqual({ opened: [COLLEAGUE], not: [SECTION_HEAD] });
    expect(openers({ ...edition, openedBy: null }, papers.people)).toBeNull();
  });

  it('a paper of an item that is no more is one of the whole meeting', () => {
    expect(papersOfItem(papers, ITEM_ID)).toHaveLength(1);
    expect(papersOfItem({ ...papers, agenda: [] }, null)).toHaveLength(1);
    expect(titleFrom('資料1 予算案.PDF')).toBe('資料1 予算案');
  });

  it('the next edition names the one it follows; nothing is sent without a file or a title', () => {
    const typed = firstTyped(papers, paper ?? null);
    expect(readPaper(typed, paper ?? null)).toEqual({ ok: false, problem: 'lay.problem.what' });
    const file = new File(['x'], '予算案.pdf');
    expect(readPaper({ ...typed, file, title: ' ' }, paper ?? null)).toEqual({
      ok: false,
      problem: 'lay.problem.name',
    });
    expect(readPaper({ ...typed, file }, paper ?? null)).toMatchObject({
      ok: true,
      order: { to: 'lay', input: { replaces: { paperId: PAPER_ID, edition: 2 }, title: '令和9年度予算案' } },
    });
    const link = { kind: 'attachment', caseId: ITEM_ID, attachmentId: OTHER_ITEM, name: '見積' } as const;
    expect(readPaper({ ...typed, how: 'link', link, itemId: '' }, null)).toMatchObject({
      order: { to: 'lay-attachment', input: { replaces: null, itemId: null, attachmentId: OTHER_ITEM } },
    });
  });

  it('an owner of one item begins with that item, and may lay to no other', () => {
    const may = { ...papers.may, layToAll: false, layTo: [OTHER_ITEM] };
    expect(firstTyped({ ...papers, may }, null).itemId).toBe(OTHER_ITEM);
  });
});
