import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import type { YearlyDoubt, YearlyItemView, YearlyView } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { shortDay } from '../week/week-days.ts';
import { dayWords, doubtWords, ruleWords } from './rule-words.ts';
import { yearlyText } from './text.ts';
import { useYearlyStyles } from './Yearly.styles.ts';

/** Why a day is to be looked at. */
export function Doubts({ doubts }: { readonly doubts: readonly YearlyDoubt[] }) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  if (doubts.length === 0) return null;
  return (
    <span className={styles.marks}>
      {doubts.map((one) => (
        <Badge key={one.kind} appearance="tint" color="warning" className={styles.mark} data-testid="yearly-doubt">
          {doubtWords(one, t)}
        </Badge>
      ))}
    </span>
  );
}

const COLUMNS = ['date', 'title', 'rule', 'prepare', 'note'] as const;

interface CellProps {
  readonly column: (typeof COLUMNS)[number];
  readonly children: ReactNode;
}

function Cell({ column, children }: CellProps) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  return (
    <td className={mergeClasses(styles.cell, column === 'date' && styles.when)}>
      <span className={styles.label}>{t(`yearly.column.${column}`)}</span>
      {children}
    </td>
  );
}

interface RowProps {
  readonly item: YearlyItemView;
  readonly mayEdit: boolean;
  readonly onOpen: (item: YearlyItemView) => void;
}

function Row({ item, mayEdit, onOpen }: RowProps) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
  const { title, rule, preparedFrom, note, doubts } = item;
  return (
    <tr className={styles.row} data-testid="yearly-row">
      <Cell column="date">
        {dayWords(item, t, locale)}
        <Doubts doubts={doubts} />
      </Cell>
      <th scope="row" className={styles.cell}>
        {mayEdit ? (
          <Button
            appearance="transparent"
            className={styles.open}
            aria-label={t('yearly.change.of', { title })}
            onClick={() => onOpen(item)}
            data-testid="yearly-open"
          >
            {title}
          </Button>
        ) : (
          title
        )}
      </th>
      <Cell column="rule">{ruleWords(rule, t, locale)}</Cell>
      <Cell column="prepare">{preparedFrom === null ? '' : shortDay(preparedFrom as LocalDate, locale)}</Cell>
      <Cell column="note">{note}</Cell>
    </tr>
  );
}

export interface YearlyTableProps {
  readonly view: YearlyView;
  readonly label: string;
  readonly onOpen: (item: YearlyItemView) => void;
}

/** The year of a section by its days; on paper the same table. */
export function YearlyTable({ view: { items, may }, label, onOpen }: YearlyTableProps) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  return (
    <table className={styles.table} aria-label={label} data-testid="yearly-table">
      <thead className={styles.thead}>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              {t(`yearly.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.tbody}>
        {items.map((item) => (
          <Row key={item.itemId} item={item} mayEdit={may.edit} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}
