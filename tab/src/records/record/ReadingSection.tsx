import type { ReadingPartView } from '@kaigi/core/contract';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { PartWords } from '../../approvals/reading-pack/PartWords.tsx';
import { useReadingStyles } from '../../approvals/reading-pack/ReadingPack.styles.ts';
import { ReadWhenWanted } from '../../approvals/reading-pack/ReadWhenWanted.tsx';
import { readingText } from '../../approvals/reading-pack/text.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';

interface Asked {
  readonly id: string;
  readonly fileVersion: number;
}

function Words({ part }: { readonly part: ReadingPartView }) {
  const { part: paper } = useReadingStyles();
  return (
    <section className={paper} aria-label={part.title} data-testid="reading-part">
      <PartWords part={part} />
    </section>
  );
}

function Body({ id, fileVersion }: Asked) {
  const t = useText(readingText);
  const api = useApi();
  const question = useQuery({
    queryKey: ['record-reading', id, fileVersion],
    queryFn: ({ signal }) => api.reading(id, signal),
    staleTime: 600_000,
  });
  if (question.isPending) return <LoadingState />;
  if (!question.data) {
    return <ErrorState error={question.error} title={t('reading.error')} onRetry={() => void question.refetch()} />;
  }
  return <Words part={question.data} />;
}

/** The document itself, to be read on the page. Asked for only when somebody wants it: to open it is noted. */
export function ReadingSection(asked: Asked) {
  const t = useText(readingText);
  const { section } = useKeepingStyles();
  return (
    <div className={section}>
      <ReadWhenWanted title={t('reading.document')} lead={t('reading.document.lead')}>
        <Body {...asked} />
      </ReadWhenWanted>
    </div>
  );
}
