import { Badge, Button, Link } from '@fluentui/react-components';
import { AddRegular, DocumentTextRegular } from '@fluentui/react-icons';
import type { WrittenList } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { NEW } from '../../app/schedule-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { personText } from '../../app/words.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { writtenText } from './text.ts';
import { useWrittenList } from './use-written.ts';

function Row({ meeting }: { readonly meeting: WrittenList['items'][number] }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const locale = useLocale();
  const { writtenId, state, title, opensAt, closesAt, organiser, waitsForMe } = meeting;
  const facts = [
    t('written.organiser', { name: personText(organiser) }),
    t('written.period', { from: whenText(opensAt, locale), to: whenText(closesAt, locale) }),
  ];
  return (
    <li className={week.card} data-testid="written-row">
      <span className={week.tools}>
        <Link href={hashOf({ page: 'schedules', part: 'written', id: writtenId })} className={styles.title}>
          {title}
        </Link>
        <Badge appearance={waitsForMe ? 'filled' : 'outline'} color={waitsForMe ? 'important' : 'informative'}>
          {t(waitsForMe ? 'written.waits' : `written.state.${state}`)}
        </Badge>
      </span>
      <p className={styles.small}>{facts.join(locale === 'ja' ? '・' : ' · ')}</p>
    </li>
  );
}

/** 「書面会議」: those one calls and those one takes part in. */
export function WrittenListPage() {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const meetings = useWrittenList();
  const { data } = meetings;
  const create = (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => goTo({ page: 'schedules', part: 'written', id: NEW })}
      data-testid="written-new"
    >
      {t('written.new')}
    </Button>
  );
  return (
    <div className={week.page}>
      <PageHeading title={t('written.title')} focusKey="written" />
      <SchedulesParts current="written" />
      <p className={week.lead}>{t('written.lead')}</p>
      {meetings.isPending ? <LoadingState /> : null}
      {meetings.isError && !data ? <ErrorState error={meetings.error} onRetry={() => void meetings.refetch()} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState
          icon={<DocumentTextRegular />}
          title={t('written.none')}
          body={t('written.none.body')}
          action={create}
        />
      ) : null}
      {data && data.items.length > 0 ? (
        <>
          <span>{create}</span>
          <ul className={styles.items}>
            {data.items.map((meeting) => (
              <Row key={meeting.writtenId} meeting={meeting} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
