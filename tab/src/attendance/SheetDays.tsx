import { Badge, mergeClasses } from '@fluentui/react-components';
import type { SheetView } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { hoursText, shortDay } from './months.ts';
import { useSheetStyles } from './Sheet.styles.ts';
import { beyondDuty } from './sheet.ts';
import { sheetText } from './sheet-text.ts';

type Row = SheetView['rows'][number];

const COLUMNS = ['spent', 'times', 'worked', 'breaks', 'overtime', 'notes'] as const;
type Column = (typeof COLUMNS)[number];

function Notes({ row }: { readonly row: Row }) {
  const styles = useSheetStyles();
  if (row.flags.length + row.gaps.length === 0) return null;
  return (
    <span className={styles.notes}>
      {row.flags.map(({ code, words, blocks }) => (
        <Badge key={code} appearance="tint" color={blocks ? 'danger' : 'informative'} className={styles.badge}>
          {words}
        </Badge>
      ))}
      {row.gaps.map(({ kind, signal, words }) => (
        <span key={`${kind} ${signal}`} className={styles.gap} data-testid="gap">
          {words}
        </span>
      ))}
    </span>
  );
}

function useCells(row: Row): Readonly<Record<Column, ReactNode>> {
  const t = useText(sheetText);
  const locale = useLocale();
  const hours = (minutes: number) => (minutes === 0 ? null : hoursText(minutes, locale));
  const spent = listText(
    row.spentAs.map(({ words }) => words),
    locale,
  );
  const times = row.from === null ? null : `${row.from}〜${row.to ?? t('day.open_end')}`;
  return {
    spent: spent === '' ? (row.is === 'WORK' ? null : row.isWords) : spent,
    times: locale === 'ja' ? times : (times?.replace('〜', '–') ?? null),
    worked: hours(row.worked + row.deemed),
    breaks: hours(row.breaks),
    overtime: hours(beyondDuty(row.byClass)),
    notes: row.flags.length + row.gaps.length === 0 ? null : <Notes row={row} />,
  };
}

function Day({ row }: { readonly row: Row }) {
  const styles = useSheetStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  const cells = useCells(row);
  const blocks = row.flags.some((flag) => flag.blocks);
  return (
    <tr
      className={mergeClasses(styles.row, row.is !== 'WORK' && styles.off, blocks && styles.blocked)}
      data-testid="sheet-row"
      data-date={row.date}
    >
      <th scope="row" className={styles.th}>
        {shortDay(row.date, locale)}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className={mergeClasses(styles.td, cells[column] === null && styles.none)}>
          <span className={styles.label}>{t(`day.${column}`)}</span>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

/** On a phone a day is a card that says only what there is. */
export function SheetDays({ rows }: Pick<SheetView, 'rows'>) {
  const styles = useSheetStyles();
  const t = useText(sheetText);
  return (
    <Section title={t('sheet.days')}>
      <table className={styles.table} aria-label={t('sheet.days')}>
        <thead className={styles.thead}>
          <tr>
            {(['date', ...COLUMNS] as const).map((column) => (
              <th key={column} scope="col" className={styles.th}>
                {t(`day.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.tbody}>
          {rows.map((row) => (
            <Day key={row.date} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
