import type { Fields, Standing } from './standing.ts';
import type { Line } from './store.ts';

const FACTS = { history: 'kaigi.records_fact', leafKind: 'records/fact' } as const;

const lastSaid = (lines: readonly Line[], name: string): unknown =>
  lines.findLast(({ fact }) => name in fact)?.fact[name];

/** What lines said by name; what none of them said is left out. */
export const said = (lines: readonly Line[], names: Readonly<Record<string, string>>): Fields =>
  Object.fromEntries(
    Object.entries(names).flatMap(([column, name]) => {
      const value = lastSaid(lines, name);
      return value === undefined ? [] : [[column, value]];
    }),
  );

/** 箱: where it stands, and what it is called. */
const boxes: Standing = {
  ...{ ...FACTS, kind: 'box', table: 'kaigi.records_box', id: 'id' },
  columns: {
    ...{ code: 't.code', title: 't.title', fiscalYear: 't.fiscal_year', unitId: 't.unit_id', version: 't.version' },
    place: `(select p.store || ' ' || p.shelf from kaigi.records_place p
      where p.municipality_id = t.municipality_id and p.id = t.place_id)`,
  },
  name: { ja: '箱 {id}', en: 'box {id}' },
  told: (lines) => ({
    ...said(lines, { code: 'code', title: 'title', fiscalYear: 'fiscalYear', unitId: 'unitId', place: 'to' }),
    version: lines.length,
  }),
};

/** 借覧: who has it, until when, and whether it came back. */
const loans: Standing = {
  ...{ ...FACTS, kind: 'loan', table: 'kaigi.records_loan', id: 'id' },
  columns: {
    ...{ boxId: 't.box_id', purpose: 't.purpose', dueOn: 't.due_on', lentOn: 't.lent_on', borrower: 't.borrower' },
    ...{ staffId: 't.staff_id', returnedOn: 't.returned_on', returnedBy: 't.returned_by' },
    isBack: 't.returned_on is not null',
  },
  name: { ja: '貸出し {id}', en: 'loan {id}' },
  told(lines) {
    const [lent] = lines;
    const back = lines.find(({ act }) => act === 'RETURNED');
    return {
      ...said(lines, {
        boxId: 'boxId',
        purpose: 'purpose',
        dueOn: 'dueOn',
        lentOn: 'lentOn',
        returnedOn: 'returnedOn',
      }),
      ...{ borrower: lent?.actor, staffId: lent?.actor.staffId, isBack: back !== undefined },
      returnedBy: back?.actor ?? null,
    };
  },
};

export const paperStandings: readonly Standing[] = [boxes, loans];
