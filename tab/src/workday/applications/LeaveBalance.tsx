import type { LeaveAmount, LeaveBalanceView } from '@kaigi/core/contract';
import { addDays, parseLocalDate } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { lengthText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';

/** On the day of its expiry it is gone. */
function lastDay(expiresOn: string): string {
  const day = parseLocalDate(expiresOn);
  return day ? addDays(day, -1) : expiresOn;
}

/** 年次有給休暇の残り: today, asked for, promised, and what lapses when. */
export function LeaveBalance({ balance }: { readonly balance: LeaveBalanceView }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const amount = ({ days, minutes }: LeaveAmount) =>
    minutes === 0 ? t('balance.days', { days }) : t('balance.amount', { days, time: lengthText(minutes) });
  return (
    <Section title={t('balance.title')}>
      <dl className={styles.tiles} data-testid="leave-balance">
        {(['available', 'left', 'reserved', 'promised'] as const).map((name) => (
          <div key={name} className={styles.tile}>
            <dt className={styles.term}>{t(`balance.${name}`)}</dt>
            <dd className={styles.figure}>{amount(balance[name])}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.list}>
        {balance.lots.map(({ on, expiresOn, left }) => (
          <li key={on} className={styles.muted}>
            {t('balance.lot', { amount: amount(left), day: dayText(lastDay(expiresOn), locale) })}
          </li>
        ))}
        {balance.nextGrant && (
          <li className={styles.muted}>
            {t('balance.next', { days: balance.nextGrant.days, day: dayText(balance.nextGrant.on, locale) })}
          </li>
        )}
        {balance.basis && (
          <li className={styles.muted}>
            {t('balance.basis', { article: balance.basis, time: lengthText(balance.minutesPerDay) })}
          </li>
        )}
      </ul>
    </Section>
  );
}
