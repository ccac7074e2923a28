import { mergeClasses } from '@fluentui/react-components';
import type { SheetView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { workdayText } from '../text.ts';
import { lengthText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';

/** The month in figures, and how near the limits are. */
export function SheetTotals({ sheet }: { readonly sheet: SheetView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const { totals, limits } = sheet;
  const figures: readonly (readonly [string, string])[] = [
    [t('sheet.worked'), lengthText(totals.worked + totals.deemed)],
    [t('sheet.scheduled'), lengthText(totals.scheduled)],
    [t('sheet.overtime'), lengthText(totals.ordered)],
    [t('sheet.without_order'), lengthText(totals.withoutOrder)],
    [t('sheet.leave'), lengthText(totals.leave)],
    [t('sheet.telework'), t('sheet.days', { count: totals.teleworkDays })],
  ];
  // What is left of the hours of an appointment one wants to know at any time.
  const told = limits.filter(({ level, code }) => level !== 'WITHIN' || code === 'telework.limit_year_hours');
  return (
    <Section title={t('sheet.totals')}>
      <dl className={styles.tiles} data-testid="sheet-totals">
        {figures.map(([term, value]) => (
          <div key={term} className={styles.tile}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.figure}>{value}</dd>
          </div>
        ))}
      </dl>
      {told.length === 0 ? null : (
        <>
          <h3 className={styles.text}>{t('sheet.limits')}</h3>
          <ul className={styles.list}>
            {told.map(({ code, level, words }) => (
              <li key={code} className={mergeClasses(level === 'EXCEEDED' && styles.red)} data-testid="sheet-limit">
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
