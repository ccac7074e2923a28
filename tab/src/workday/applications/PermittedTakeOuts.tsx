import { Badge, Link } from '@fluentui/react-components';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { listText, personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';
import { useTakeOuts } from './use-applications.ts';

/** For the security officer: what was permitted and is not back; nothing for everybody else. */
export function PermittedTakeOuts() {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { data } = useTakeOuts();
  if (!data || data.permitted.length === 0) return null;
  return (
    <Section title={t('out.title')}>
      <p className={styles.muted}>{t('out.lead')}</p>
      <ul className={styles.list}>
        {data.permitted.map(({ applicationId, caseId, person, items, dueOn, due }) => (
          <li key={`${applicationId} ${dueOn}`} className={styles.row} data-testid="permitted-out">
            <span className={styles.grow}>
              <span className={styles.strong}>{personText(person)}</span>{' '}
              {t('out.row', { items: listText(items, locale), day: dayText(dueOn, locale) })}
            </span>
            {due ? (
              <Badge appearance="tint" color="warning">
                {t('out.due')}
              </Badge>
            ) : null}
            <Link href={hashOf({ page: 'case', id: caseId })} aria-label={`${t('out.case')} ${personText(person)}`}>
              {t('out.case')}
            </Link>
          </li>
        ))}
      </ul>
      {data.more ? <p className={styles.muted}>{t('out.more')}</p> : null}
    </Section>
  );
}
