import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { ApplicationFilter } from './ApplicationFilter.tsx';
import { ApplicationItem } from './ApplicationItem.tsx';
import { PermittedTakeOuts } from './PermittedTakeOuts.tsx';
import { RegistrationCard } from './RegistrationCard.tsx';
import { ReturnCard } from './ReturnCard.tsx';
import { applicationsText } from './text.ts';
import { type ApplicationsFilter, KINDS, useApplications } from './use-applications.ts';

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

const EVERYTHING: ApplicationsFilter = { kind: null, state: null };

function Found({ filter }: { readonly filter: ApplicationsFilter }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const list = useApplications(filter);
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} title={t('list.error')} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  const chosen = filter.kind !== null || filter.state !== null;
  if (items.length === 0)
    return (
      <p className={styles.text} role="status" data-testid="applications-none">
        {t(chosen ? 'list.none.chosen' : 'list.none')}
      </p>
    );
  return (
    <>
      <p className={styles.muted} role="status" data-testid="applications-count">
        {t(list.hasNextPage ? 'list.count.more' : 'list.count', { count: items.length })}
      </p>
      <ul className={styles.list}>
        {items.map((view) => (
          <ApplicationItem key={view.id} view={view} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

function List() {
  const t = useText(applicationsText);
  const [filter, setFilter] = useState(EVERYTHING);
  return (
    <Section title={t('list.title')}>
      <ApplicationFilter filter={filter} onFilter={setFilter} />
      <Found filter={filter} />
    </Section>
  );
}

/** 申請: what I have asked for, and where it is. */
export function ApplicationsPart() {
  const styles = useWorkdayStyles();
  return (
    <div className={styles.page}>
      <ReturnCard onlyDue={false} />
      <PermittedTakeOuts />
      <NewButtons />
      <RegistrationCard />
      <List />
    </div>
  );
}
