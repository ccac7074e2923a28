import { Badge, mergeClasses } from '@fluentui/react-components';
import type { SheetView } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { workdayText } from '../text.ts';
import { lengthText, shortDayText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { CorrectButton } from './CorrectionDialog.tsx';

export type Row = SheetView['rows'][number];

/** Whether somebody has to look at the day. */
export const needsAnEye = ({ flags, gaps }: Row): boolean => flags.length > 0 || gaps.length > 0;

function Figures({ row }: { readonly row: Row }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const { worked, deemed, leave, withoutOrder } = row;
  const figures = [
    worked + deemed > 0 ? t('sheet.row.worked', { time: lengthText(worked + deemed) }) : '',
    leave > 0 ? t('sheet.row.leave', { time: lengthText(leave) }) : '',
    withoutOrder > 0 ? t('sheet.row.without_order', { time: lengthText(withoutOrder) }) : '',
  ].filter((one) => one !== '');
  return <span className={mergeClasses(styles.muted, styles.dayRest)}>{figures.join(' ')}</span>;
}

/** One day of the month: as a line where there is room, as a small card on a phone. */
export function SheetRow({ row, correctable }: { readonly row: Row; readonly correctable: boolean }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const { date, from, to, flags, gaps, spentAs, isWords } = row;
  const kinds = spentAs.length > 0 ? spentAs.map(({ words }) => words) : [isWords];
  const hours = from === null ? '' : t('sheet.hours', { from, to: to ?? '' });
  return (
    <li className={styles.day} data-testid="sheet-row" data-date={date}>
      <span className={mergeClasses(styles.strong, styles.dayName)}>{shortDayText(date, locale)}</span>
      <span className={styles.dayRest}>{kinds.join(' ')}</span>
      <span className={styles.dayRest}>{hours}</span>
      <span className={mergeClasses(styles.badges, styles.dayRest)}>
        <Figures row={row} />
        {flags.map(({ code, words, blocks }) => (
          <Badge key={code} appearance="tint" color={blocks ? 'warning' : 'informative'}>
            {words}
          </Badge>
        ))}
        {gaps.map(({ kind, at, words }) => (
          <Badge key={`${kind} ${at}`} appearance="outline" color="informative">
            {words}
          </Badge>
        ))}
      </span>
      <span className={styles.dayAct}>{correctable ? <CorrectButton date={date} subtle /> : null}</span>
    </li>
  );
}
