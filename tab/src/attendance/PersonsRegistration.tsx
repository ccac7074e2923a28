import type { PersonsRegistration as Registered } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { errorWords } from '../api/error-text.ts';
import { isRefusal } from '../api/problem.ts';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { sheetText } from './sheet-text.ts';
import { usePersonsRegistration } from './use-confirmations.ts';

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useAttendanceStyles();
  return (
    <div>
      <dt className={styles.small}>{term}</dt>
      <dd className={styles.sentence}>{children}</dd>
    </div>
  );
}

const withModel = ({ name, model }: { readonly name: string; readonly model: string }): string =>
  model === '' ? name : `${name} ${model}`;

function Facts({ current, personal }: Registered & { readonly current: NonNullable<Registered['current']> }) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  const { places, devices, until, state, contact } = current;
  return (
    <dl className={`${styles.plain} ${styles.tight}`} data-testid="persons-registration">
      {until === null ? null : (
        <Fact term={t(state === 'EXPIRED' ? 'registration.expired' : 'registration.until')}>
          {dayText(until, locale)}
        </Fact>
      )}
      {places.map(({ place, name, address }) => (
        <Fact key={place} term={name}>
          {address || (personal ? t('registration.no_address') : t('registration.personal'))}
        </Fact>
      ))}
      {contact === '' ? null : <Fact term={t('registration.contact')}>{contact}</Fact>}
      {devices.length === 0 ? null : (
        <Fact term={t('registration.devices')}>{devices.map(withModel).join(t('registration.and'))}</Fact>
      )}
    </dl>
  );
}

/** 利用者登録 of somebody: their 所属長 and personnel read here where it is that they telework. */
export function PersonsRegistration({ staffId }: { readonly staffId: string }) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  const { data, error } = usePersonsRegistration(staffId);
  // Whoever was the boss when the month ended, and is not today, looks at the month alone.
  const failed = !data && error !== null && !isRefusal(error);
  if (!failed && !data?.current) return null;
  return (
    <Section title={t('registration.title')}>
      {failed ? <p className={styles.small}>{errorWords(error, locale).sentence}</p> : null}
      {data?.current ? <Facts current={data.current} personal={data.personal} /> : null}
    </Section>
  );
}
