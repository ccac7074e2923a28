import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { GiveUpDialog } from './GiveUpDialog.tsx';
import { applicationsText } from './text.ts';
import { useRegistration } from './use-applications.ts';

/** 利用者登録: until when it is valid; its change notice, its renewal, its end. */
export function RegistrationCard() {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const { data } = useRegistration();
  if (!data?.needed) return null;
  const { current, asked, renewable } = data;
  const until = current?.until;
  const said = until ? t('registration.valid', { day: dayText(until, locale) }) : asked ? '' : t('registration.none');
  const what = renewable ? 'renewal' : current ? 'change' : 'first';
  return (
    <Section title={t('registration.title')}>
      <p className={styles.text} data-testid="registration">
        {said} {asked ? t('registration.asked') : ''} {renewable && until ? t('registration.renew') : ''}
      </p>
      <div className={styles.buttons}>
        {asked ? null : (
          <Button
            as="a"
            href={hashOf({ page: 'workday', part: 'new', kind: 'REGISTRATION' })}
            data-testid="registration-change"
          >
            {t(`registration.${what}`)}
          </Button>
        )}
        {current ? (
          <Button onClick={() => setAsking(true)} data-testid="registration-cancel">
            {t('registration.cancel')}
          </Button>
        ) : null}
      </div>
      {asking && current ? (
        <GiveUpDialog
          giving={{ what: 'registration', view: current }}
          title={t('give_up.registration')}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  );
}
