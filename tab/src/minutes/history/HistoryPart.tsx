import { HistoryRegular } from '@fluentui/react-icons';
import type { HistoryChange, MeetingHistory, MeetingHistoryEntry } from '@kaigi/core/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useLinesStyles } from '../lines/Lines.styles.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MEETING } from '../meetings/use-meetings.ts';
import { historyText } from './text.ts';

function useHistory(meetingId: string): UseInfiniteQueryResult<InfiniteData<MeetingHistory>> {
  const { papers } = useApi();
  return useInfiniteQuery({
    queryKey: MEETING(meetingId, 'history'),
    queryFn: ({ pageParam, signal }) => papers.history(meetingId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function Change({ change }: { readonly change: HistoryChange }) {
  const styles = useMinutesStyles();
  const own = useLinesStyles();
  const t = useText(historyText);
  const { what, before, after } = change;
  return (
    <li className={styles.row} data-testid="history-change">
      <span className={styles.strong}>{what}</span>
      <div className={own.sides}>
        <div>
          <p className={styles.small}>{t('changes.before')}</p>
          <p className={own.side}>{before ?? t('changes.empty')}</p>
        </div>
        <div>
          <p className={styles.small}>{t('changes.after')}</p>
          <p className={own.side}>{after ?? t('changes.empty')}</p>
        </div>
      </div>
    </li>
  );
}

/** Before and after, where the words are still held and this person may see them. */
function Words({ entry }: { readonly entry: MeetingHistoryEntry }) {
  const styles = useMinutesStyles();
  const t = useText(historyText);
  const { words, changes, more } = entry;
  if (words === 'DISPOSED' || words === 'WITHHELD') return <span className={styles.small}>{t(`words.${words}`)}</span>;
  if (changes.length === 0) return null;
  return (
    <details data-testid="history-changes">
      <summary>{t('changes.open', { count: changes.length + more })}</summary>
      <ul className={styles.list}>
        {changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened never changes.
          <Change key={at} change={change} />
        ))}
      </ul>
      {more > 0 ? <p className={styles.small}>{t('changes.more', { count: more })}</p> : null}
    </details>
  );
}

function Entry({ entry }: { readonly entry: MeetingHistoryEntry }) {
  const styles = useMinutesStyles();
  const locale = useLocale();
  return (
    <li className={styles.row} data-testid="history-entry" data-entry-id={entry.id}>
      <span className={styles.line}>
        <time dateTime={entry.at} className={styles.muted}>
          {whenText(entry.at, locale)}
        </time>
        <span className={styles.muted}>{personText(entry.by)}</span>
      </span>
      <span className={styles.text}>{entry.sentence}</span>
      <Words entry={entry} />
    </li>
  );
}

/** 変更の記録: who did what to the meeting, its transcript, its minutes and its copy; the newest first. */
export function HistoryPart({ meetingId }: { readonly meetingId: string }) {
  const styles = useMinutesStyles();
  const t = useText(historyText);
  const list = useHistory(meetingId);
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <LoadingState />;
  if (!list.data)
    return <ErrorState error={list.error} title={t('history.error')} onRetry={() => void list.refetch()} />;
  if (entries.length === 0)
    return <EmptyState icon={<HistoryRegular />} title={t('history.none')} body={t('history.none.body')} />;
  return (
    <Section title={t('history.title')}>
      <p className={styles.lead}>{t('history.lead')}</p>
      <ol className={styles.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      <MoreButton list={list} />
    </Section>
  );
}
