import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Overdue, and the borrower was not told yet: marked as told, and returned. */
export const tellBorrowers = async (tx: Tx, today: LocalDate): Promise<string[]> =>
  idsOf(
    await tx.query<{ id: string }>(
      `update kaigi.records_loan l set borrower_told_on = $2
       where l.municipality_id = $1 and l.returned_on is null and l.due_on < $2 and l.borrower_told_on is null
       returning l.id`,
      [tx.municipalityId, today],
    ),
  );

/** Not back although the borrower was told by that day, and the 文書主任 was not told yet. */
export const tellOfficers = async (
  tx: Tx,
  { today, toldBy }: { readonly today: LocalDate; readonly toldBy: LocalDate },
): Promise<string[]> =>
  idsOf(
    await tx.query<{ id: string }>(
      `update kaigi.records_loan l set officer_told_on = $2
       where l.municipality_id = $1 and l.returned_on is null and l.borrower_told_on <= $3 and l.officer_told_on is null
       returning l.id`,
      [tx.municipalityId, today, toldBy],
    ),
  );

/** What a reminder says of a loan that is not back; null once it is. */
export interface LoanToTell {
  readonly boxId: string;
  readonly code: string;
  readonly title: string;
  readonly unitId: string;
  readonly place: string;
  readonly staffId: string;
  readonly borrower: string;
  readonly dueOn: LocalDate;
}

export async function loanToTell(tx: Tx, loanId: string): Promise<LoanToTell | null> {
  const [row] = await tx.query<LoanToTell>(
    `select b.id as "boxId", b.code, b.title, b.unit_id as "unitId", p.store || ' ' || p.shelf as place,
       l.staff_id as "staffId", l.borrower ->> 'name' as borrower, l.due_on as "dueOn"
     from kaigi.records_loan l
     join kaigi.records_box b on b.municipality_id = l.municipality_id and b.id = l.box_id
     join kaigi.records_place p on p.municipality_id = b.municipality_id and p.id = b.place_id
     where l.municipality_id = $1 and l.id = $2 and l.returned_on is null`,
    [tx.municipalityId, loanId],
  );
  return row ?? null;
}
