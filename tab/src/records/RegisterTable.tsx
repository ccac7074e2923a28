// biome-ignore-all lint/a11y/noRedundantRoles: drawn as blocks on a narrow screen, a table loses its meaning in Chromium; the roles give it back.
import { Link, mergeClasses } from '@fluentui/react-components';
import type { RegisterRow } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { bookText } from './book/text.ts';
import { useRegisterStyles } from './RegisterPage.styles.ts';
import { recordsText } from './text.ts';

const COLUMNS = [
  ...(['number', 'date', 'direction', 'counterparty', 'name', 'their_number', 'unit', 'due', 'handling'] as const),
  ...(['issued', 'completed', 'by', 'note'] as const),
] as const;
type Column = (typeof COLUMNS)[number];

// On a screen there is room for what one looks for; on paper the whole line stands.
const ON_PAPER: ReadonlySet<Column> = new Set(['their_number', 'handling', 'issued']);

function TitleCell({ row }: { readonly row: RegisterRow }) {
  const styles = useRegisterStyles();
  const text = <span className={row.state === 'VOID' ? styles.void : undefined}>{row.title}</span>;
  const route = { page: 'records', part: 'register', id: row.id, wish: {} } as const;
  return (
    <Link className={styles.link} href={hashOf(route)} inline>
      {text}
    </Link>
  );
}

function useCells(row: RegisterRow): Readonly<Record<Column, ReactNode>> {
  const t = useText(recordsText);
  const b = useText(bookText);
  const locale = useLocale();
  const day = (on: string | null) => (on === null ? '' : dayText(on, locale));
  return {
    number: <span data-testid="document-number">{row.number.label}</span>,
    date: dayText(row.number.date, locale),
    direction: t(`direction.${row.direction}`),
    name: <TitleCell row={row} />,
    counterparty: row.counterparty ?? '',
    unit: row.unitName,
    by: row.registeredBy,
    their_number: row.theirNumber ?? '',
    due: day(row.dueOn),
    handling: row.handling === null ? '' : b(`handling.${row.handling}`),
    issued: day(row.issuedOn),
    completed: day(row.completedOn),
    note: row.note,
  };
}

/** A day, a word or a name is not broken in the middle. */
const NOT_BROKEN: ReadonlySet<string> = new Set(['date', 'direction', 'by']);

function Row({ row }: { readonly row: RegisterRow }) {
  const styles = useRegisterStyles();
  const t = useText(recordsText);
  const cells = useCells(row);
  return (
    <tr role="row" className={styles.row} data-testid="register-row" data-record-id={row.recordId}>
      {COLUMNS.map((column) => (
        <td
          key={column}
          role="cell"
          data-label={t(`register.${column}`)}
          className={mergeClasses(
            styles.cell,
            column === 'number' && styles.number,
            NOT_BROKEN.has(column) && styles.nowrap,
            ON_PAPER.has(column) && styles.onPaper,
            column === 'due' && row.isOverdue && styles.overdue,
            cells[column] === '' && styles.missing,
          )}
        >
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

export interface RegisterTableProps {
  readonly rows: readonly RegisterRow[];
  readonly label: string;
}

export function RegisterTable({ rows, label }: RegisterTableProps) {
  const styles = useRegisterStyles();
  const t = useText(recordsText);
  return (
    <table role="table" className={styles.table} aria-label={label}>
      <thead role="rowgroup" className={styles.header}>
        <tr role="row">
          {COLUMNS.map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={mergeClasses(styles.headCell, ON_PAPER.has(column) && styles.onPaper)}
            >
              {t(`register.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.bodyRows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
