import { makeStyles } from '@fluentui/react-components';
import type { WeekItem, WeekView } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useMe } from '../../app/use-me.ts';
import { useMedia } from '../../app/use-media.ts';
import { columnsOf, itemsIn } from './columns.ts';
import { titleOf, whenOf } from './item-words.ts';
import { weekText } from './text.ts';
import { periodText, shortDay } from './week-days.ts';

const rule = '0.5pt solid black';

const useStyles = makeStyles({
  paper: { display: 'none', '@media print': { display: 'block', color: 'black' } },
  head: { margin: '0 0 4pt', fontSize: '13pt', fontWeight: 'bold' },
  period: { margin: '0 0 6pt', fontSize: '10pt', display: 'flex', justifyContent: 'space-between' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: '8pt', lineHeight: '1.35' },
  thead: { display: 'table-header-group' },
  row: { breakInside: 'avoid' },
  who: { width: '26mm' },
  cell: { border: rule, padding: '2pt 3pt', textAlign: 'start', verticalAlign: 'top', fontWeight: 'normal' },
  name: { fontWeight: 'bold', display: 'block' },
  item: { display: 'block', overflowWrap: 'anywhere' },
});

/** True while the page is put on paper, and when it only looks as if. */
function usePrinting(): boolean {
  const looks = useMedia('print');
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the browser takes what stands there when these are over.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return looks || printing;
}

function Item({ item }: { readonly item: WeekItem }) {
  const styles = useStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const mark = item.status === 'TENTATIVE' ? `〔${t('week.mark.TENTATIVE')}〕` : '';
  const place = item.place === null || item.place === '' ? '' : `（${item.place}）`;
  return (
    <span className={styles.item}>
      {whenOf(item, t, locale)} {mark}
      {titleOf(item, t)}
      {place}
    </span>
  );
}

export interface PrintWeekProps {
  readonly view: WeekView;
  /** The unit, or what is shown instead of one. */
  readonly unit: string;
}

function Sheet({ view, unit }: PrintWeekProps) {
  const styles = useStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const city = useMe().data?.municipality.name ?? '';
  const days =
    view.days.length > 1 ? columnsOf(view) : columnsOf({ days: [...view.days, ...view.days], rows: [] }).slice(1);
  return (
    <section className={styles.paper} data-testid="week-paper">
      <p className={styles.head}>{t('week.print.head', { city, unit })}</p>
      <p className={styles.period}>
        <span>
          {periodText(
            view.days.map(({ date }) => date as LocalDate),
            locale,
          )}
        </span>
        <span>{t('week.print.at', { time: whenText(new Date().toISOString(), locale) })}</span>
      </p>
      <table className={styles.table}>
        <colgroup>
          <col className={styles.who} />
        </colgroup>
        <thead className={styles.thead}>
          <tr>
            <th scope="col" className={styles.cell}>
              {t('week.people')}
            </th>
            {days.map(({ key, day, holiday }) => (
              <th key={key} scope="col" className={styles.cell}>
                {shortDay(day, locale)} {holiday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ person, items }) => (
            <tr key={person.staffId} className={styles.row} data-testid="paper-row">
              <th scope="row" className={styles.cell}>
                <span className={styles.name}>{person.name}</span>
                {person.postTitle}
              </th>
              {days.map((column) => (
                <td key={column.key} className={styles.cell}>
                  {itemsIn(items, column).map((item) => (
                    <Item key={item.id} item={item} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** On paper there is room for every entry of everybody: a plain table, made only while it is printed. */
export function PrintWeek(props: PrintWeekProps) {
  return usePrinting() ? <Sheet {...props} /> : null;
}
