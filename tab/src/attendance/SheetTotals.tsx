import { Badge } from '@fluentui/react-components';
import type { SheetView } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { DaysNamed } from './DaysNamed.tsx';
import { hoursText } from './months.ts';
import { useSheetStyles } from './Sheet.styles.ts';
import { atNight, beyondDuty } from './sheet.ts';
import { sheetText } from './sheet-text.ts';
import { attendanceText } from './text.ts';

interface Props {
  readonly sheet: SheetView;
}

function useFigures({ totals }: SheetView) {
  const t = useText(sheetText);
  const locale = useLocale();
  const hours = (minutes: number) => hoursText(minutes, locale);
  return [
    ['worked', hours(totals.worked + totals.deemed)],
    ['overtime', hours(beyondDuty(totals.byClass))],
    ['withoutOrder', hours(totals.withoutOrder)],
    ['night', hours(atNight(totals.byClass))],
    ['leave', hours(totals.leave)],
    ['absent', hours(totals.absent)],
    ['lateEarly', hours(totals.late + totals.leftEarly)],
    ['daysWorked', t('total.days', { count: totals.daysWorked })],
    ['teleworkDays', t('total.days', { count: totals.teleworkDays })],
    ['corrections', t('total.times', { count: totals.corrections })],
  ] as const;
}

function Kinds({ sheet }: Props) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  if (sheet.totals.days.length === 0) return null;
  const said = sheet.totals.days.map(
    ({ words, whole, part }) => `${t('sheet.kind', { words, whole })}${part > 0 ? t('sheet.kind.part', { part }) : ''}`,
  );
  return (
    <p className={styles.small}>
      {t('sheet.kinds')}: {listText(said, locale)}
    </p>
  );
}

export function SheetTotals({ sheet }: Props) {
  const styles = useSheetStyles();
  const t = useText(sheetText);
  const figures = useFigures(sheet);
  return (
    <Section title={t('sheet.totals')}>
      <dl className={styles.totals} data-testid="sheet-totals">
        {figures.map(([name, figure]) => (
          <div key={name} className={styles.total}>
            <dt className={styles.term}>{t(`total.${name}`)}</dt>
            <dd className={styles.figure}>{figure}</dd>
          </div>
        ))}
      </dl>
      <Kinds sheet={sheet} />
    </Section>
  );
}

const LEVELS = { WITHIN: 'success', NEAR: 'warning', REACHED: 'warning', EXCEEDED: 'danger' } as const;

export function SheetLimits({ sheet: { limits } }: Props) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const level = useText(attendanceText);
  if (limits.length === 0) return null;
  return (
    <Section title={t('sheet.limits')}>
      <ul className={`${styles.plain} ${styles.tight}`}>
        {limits.map((limit) => (
          <li key={limit.code} className={styles.need} data-testid="sheet-limit">
            <Badge appearance="tint" color={LEVELS[limit.level]}>
              {level(`limit.${limit.level}`)}
            </Badge>
            <span>{limit.words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** By kind, each with its days: the days themselves are marked below. */
export function SheetBlocks({ sheet: { blocks } }: Props) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  if (blocks.length === 0) return null;
  return (
    <Section title={t('sheet.blocks')}>
      <ul className={`${styles.plain} ${styles.tight}`}>
        {[...Map.groupBy(blocks, ({ words }) => words)].map(([words, some]) => (
          <li key={words} className={styles.need} data-testid="sheet-block">
            <span className={styles.name}>{words}</span>
            <DaysNamed dates={some.map(({ date }) => date)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
