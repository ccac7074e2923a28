import { Button } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons';
import type { ReadingPartView } from '@kaigi/core/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Paper } from '../../approvals/reading-pack/Paper.tsx';
import { useReadingStyles } from '../../approvals/reading-pack/ReadingPack.styles.ts';
import { readingText } from '../../approvals/reading-pack/text.ts';
import { Section } from '../../approvals/Section.tsx';

interface Asked {
  readonly id: string;
  readonly fileVersion: number;
}

function Words({ part }: { readonly part: ReadingPartView }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  return (
    <section className={styles.part} aria-label={part.title} data-testid="reading-part">
      {part.notes.map((note) => (
        <p key={note} className={styles.small}>
          {t(`reading.note.${note}`)}
        </p>
      ))}
      {part.html ? <Paper html={part.html} /> : null}
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
  const styles = useReadingStyles();
  const t = useText(readingText);
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('reading.document')}>
      <div className={styles.bar}>
        <p className={`${styles.small} ${styles.grow}`}>{t('reading.document.lead')}</p>
        <Button
          icon={<BookOpenRegular />}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
          data-testid="reading-button"
        >
          {t(open ? 'reading.close' : 'reading.open')}
        </Button>
      </div>
      {open ? <Body {...asked} /> : null}
    </Section>
  );
}
