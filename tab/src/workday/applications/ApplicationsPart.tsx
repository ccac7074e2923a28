import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { appText } from '../../app/text.ts';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { ApplicationItem } from './ApplicationItem.tsx';
import { applicationsText } from './text.ts';
import { KINDS, useApplications, useRegistration } from './use-applications.ts';

function NewButtons() {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  return (
    <Section title={t('new.title')}>
      <div className={styles.buttons}>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            as="a"
            size="large"
            href={hashOf({ page: 'workday', part: 'new', kind })}
            data-testid={`new-${kind}`}
          >
            {t(`kind.${kind}`)}
          </Button>
        ))}
      </div>
    </Section>
  );
}

/** Whether one is registered, until when, and whether it is time to renew. */
function Registration() {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { data } = useRegistration();
  if (!data?.needed) return null;
  const until = data.current?.until;
  const none = data.asked ? '' : t('registration.none');
  const said = until ? t('registration.valid', { day: dayText(until, locale) }) : none;
  return (
    <Section title={t('registration.title')}>
      <p className={styles.text} data-testid="registration">
        {said} {data.asked ? t('registration.asked') : ''} {data.renewable && until ? t('registration.renew') : ''}
      </p>
    </Section>
  );
}

function Failed({ list }: { readonly list: ReturnType<typeof useApplications> }) {
  const t = useText(applicationsText);
  const general = useText(appText);
  const locale = useLocale();
  if (list.failed.length === 0) return null;
  const kinds = listText(
    list.failed.map((kind) => t(`kind.${kind}`)),
    locale,
  );
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="applications-failed">
      <MessageBarBody>{t('list.failed', { kinds })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={list.refetch}>{general('state.retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function List() {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const list = useApplications();
  if (list.failed.length === KINDS.length)
    return <ErrorState error={list.error} title={t('list.error')} onRetry={list.refetch} />;
  if (list.isPending) return <LoadingState />;
  return (
    <Section title={t('list.title')}>
      <Failed list={list} />
      {list.items.length === 0 ? <p className={styles.text}>{t('list.none')}</p> : null}
      <ul className={styles.list}>
        {list.items.map((view) => (
          <ApplicationItem key={view.id} view={view} />
        ))}
      </ul>
    </Section>
  );
}

/** 申請: what I have asked for, and where it is. */
export function ApplicationsPart() {
  const styles = useWorkdayStyles();
  return (
    <div className={styles.page}>
      <NewButtons />
      <Registration />
      <List />
    </div>
  );
}
