import { Badge, Checkbox, Link } from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons';
import type { KeptMeetings } from '@kaigi/core/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MEETINGS } from '../meetings/use-meetings.ts';
import { keptText } from './text.ts';

function useKept(onlyDue: boolean): UseInfiniteQueryResult<InfiniteData<KeptMeetings>> {
  const { course } = useApi();
  return useInfiniteQuery({
    queryKey: [...MEETINGS, 'kept', onlyDue],
    queryFn: ({ pageParam, signal }) => course.kept({ onlyDue, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function Row({ item }: { readonly item: KeptMeetings['items'][number] }) {
  const styles = useMinutesStyles();
  const t = useText(keptText);
  const locale = useLocale();
  const {
    meetingId,
    title,
    heldOn,
    unitName,
    finalOn,
    until,
    article,
    isDue,
    transcripts,
    recordings,
    holds,
    mayOpen,
  } = item;
  return (
    <li className={styles.row} data-testid="kept-row" data-meeting-id={meetingId}>
      <span className={styles.line}>
        {isDue ? <Badge color="warning">{t('row.due')}</Badge> : null}
        {holds > 0 ? (
          <Badge appearance="tint" color="important">
            {t('row.held', { count: holds })}
          </Badge>
        ) : null}
        {mayOpen ? (
          <Link className={styles.strong} href={meetingHash({ page: 'meetings', part: 'course', id: meetingId })}>
            {title}
          </Link>
        ) : (
          <span className={styles.strong}>{title}</span>
        )}
      </span>
      <span>{t('row.until', { day: dayText(until, locale), article })}</span>
      <span className={styles.line}>
        <span className={styles.muted}>{dayText(heldOn, locale)}</span>
        <span className={styles.muted}>{unitName}</span>
        <span className={styles.muted}>{t('row.final', { day: dayText(finalOn, locale) })}</span>
        <span className={styles.muted}>{t('row.files', { transcripts, recordings })}</span>
      </span>
    </li>
  );
}

function Kept({ list }: { readonly list: ReturnType<typeof useKept> }) {
  const styles = useMinutesStyles();
  const t = useText(keptText);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0)
    return <EmptyState icon={<ArchiveRegular />} title={t('list.none')} body={t('list.none.body')} />;
  return (
    <Section title={t('list.title')}>
      <ul className={styles.list}>
        {items.map((item) => (
          <Row key={item.meetingId} item={item} />
        ))}
      </ul>
      <MoreButton list={list} />
    </Section>
  );
}

/** M-18: what was recorded, until when it is kept and what holds it; for records officers and auditors. */
export function KeptPage() {
  const styles = useMinutesStyles();
  const t = useText(keptText);
  const [onlyDue, setOnlyDue] = useState(false);
  const list = useKept(onlyDue);
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      <PageHeading title={t('page.title')} focusKey="meetings/kept" />
      <p className={styles.lead}>{t('page.lead')}</p>
      <div>
        <Checkbox
          label={t('filter.due')}
          checked={onlyDue}
          onChange={(_, { checked }) => setOnlyDue(checked === true)}
          data-testid="only-due"
        />
      </div>
      {list.isPending ? <LoadingState /> : null}
      {list.data ? <Kept list={list} /> : null}
      {list.isError && !list.data ? (
        <ErrorState error={list.error} title={t('page.error')} onRetry={() => void list.refetch()} />
      ) : null}
    </div>
  );
}
