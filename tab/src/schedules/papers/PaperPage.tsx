import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DocumentErrorRegular, DocumentRegular } from '@fluentui/react-icons';
import type { BookingPapers, PaperReading } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { isRefusal } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { type PaperRoute, scheduleHash } from '../../app/schedule-routes.ts';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useWeekStyles } from '../week/Week.styles.ts';
import { EditionFields } from './EditionFields.tsx';
import { useReadingPageStyles } from './Papers.styles.ts';
import { ReadingPages } from './ReadingPages.tsx';
import { bookingPapersText } from './text.ts';
import { usePapers, useReading } from './use-papers.ts';

function Back({ bookingId }: Pick<PaperRoute, 'bookingId'>) {
  const t = useText(bookingPapersText);
  return (
    <Button as="a" href={scheduleHash({ page: 'schedules', part: 'booking', bookingId })} data-testid="paper-back">
      {t('reading.back')}
    </Button>
  );
}

function Newer({ route, newest }: { readonly route: PaperRoute; readonly newest: number }) {
  const t = useText(bookingPapersText);
  const there = scheduleHash({ ...route, edition: null, against: route.edition });
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="paper-older">
      <MessageBarBody>{t('reading.older', { edition: newest })}</MessageBarBody>
      <MessageBarActions>
        <Button as="a" href={there} size="small">
          {t('reading.newest')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

interface ShownProps {
  readonly route: PaperRoute;
  readonly reading: PaperReading;
  readonly papers: BookingPapers | undefined;
}

function Shown({ route, reading, papers }: ShownProps) {
  const styles = useReadingPageStyles();
  const t = useText(bookingPapersText);
  const editions = papers?.papers.find(({ paperId }) => paperId === route.paperId)?.editions ?? [];
  const newest = editions[0]?.edition ?? reading.edition;
  const { bookingId, paperId } = route;
  const { edition } = reading;
  return (
    <>
      {newest > edition ? <Newer route={{ ...route, edition }} newest={newest} /> : null}
      <div className={styles.tools}>
        <EditionFields {...{ route, reading, editions }} />
        <DownloadButton
          fileName={reading.fileName}
          from={(api) => api.bookingPapers.content({ bookingId, paperId, edition })}
          icon={<DocumentRegular />}
          testId="paper-original"
        >
          {t('reading.original')}
        </DownloadButton>
        <Back bookingId={bookingId} />
      </div>
      <ReadingPages key={`${edition} ${reading.against}`} reading={reading} />
    </>
  );
}

function NotShown({ route, error, onRetry }: { route: PaperRoute; error: unknown; onRetry: () => void }) {
  const t = useText(bookingPapersText);
  const locale = useLocale();
  if (!isRefusal(error)) return <ErrorState error={error} title={t('reading.failed')} onRetry={onRetry} />;
  const body = errorWords(error, locale).sentence;
  return (
    <EmptyState icon={<DocumentErrorRegular />} title={t('reading.missing')} body={body} action={<Back {...route} />} />
  );
}

/** One edition of a paper to be read, with the pages that are not as they were. */
export function PaperPage({ route }: { readonly route: PaperRoute }) {
  const week = useWeekStyles();
  const t = useText(bookingPapersText);
  const { bookingId, paperId, edition, against } = route;
  const { data: papers } = usePapers(bookingId);
  const question = useReading({ bookingId, paperId, edition, against });
  const { data, error } = question;
  const title = data ? `${data.title} ${t('paper.edition', { edition: data.edition })}` : t('papers.title');
  return (
    <div className={week.page}>
      <PageHeading title={title} focusKey={`paper ${paperId}`} />
      <SchedulesParts current="paper" />
      {question.isPending ? <LoadingState /> : null}
      {error ? <NotShown route={route} error={error} onRetry={() => void question.refetch()} /> : null}
      {data && !error ? <Shown route={route} reading={data} papers={papers} /> : null}
    </div>
  );
}
