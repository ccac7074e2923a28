import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { CandidatesSection } from './CandidatesSection.tsx';
import { CopySection } from './CopySection.tsx';
import { GroundField } from './GroundField.tsx';
import { MoreSection } from './MoreSection.tsx';
import { usePublicationStyles } from './Publication.styles.ts';
import { RedactionsSection } from './RedactionsSection.tsx';
import { TextsSection, type Wanted } from './TextsSection.tsx';
import { publicationText } from './text.ts';
import { type PublicationDesk, usePreview, usePublication, usePublicationDesk } from './use-publication.ts';

function Refused({ error }: Pick<PublicationDesk, 'error'>) {
  const t = useText(publicationText);
  const locale = useLocale();
  if (!error) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="redact-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('redact.failed')}</MessageBarTitle>
        {errorWords(error, locale).sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

function Publication(given: Pick<PublicationDesk, 'view' | 'publication' | 'preview'>) {
  const styles = useMinutesStyles();
  const own = usePublicationStyles();
  const t = useText(publicationText);
  const desk = usePublicationDesk(given);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const handleShow = (id: string) => setWanted((before) => ({ id, nth: (before?.nth ?? 0) + 1 }));
  return (
    <>
      <p className={styles.lead}>{t('publication.lead')}</p>
      <Refused error={desk.error} />
      <div className={own.columns}>
        <div className={styles.page}>
          <CopySection {...given} />
          <Section title={t('ground')}>
            <GroundField {...desk} />
          </Section>
          <RedactionsSection desk={desk} onShow={handleShow} />
          <CandidatesSection desk={desk} onShow={handleShow} />
          <MoreSection desk={desk} />
        </div>
        <div className={styles.page}>
          <TextsSection desk={desk} wanted={wanted} />
        </div>
      </div>
    </>
  );
}

/** 公表用の写し: what it leaves out and why, what it may have to, and how it will look beside the minutes. */
export function PublicationPart({ view }: Pick<PublicationDesk, 'view'>) {
  const t = useText(publicationText);
  const publication = usePublication(view.id);
  const preview = usePreview(view.id);
  const failed = [publication, preview].find(({ isError, data }) => isError && !data);
  if (failed)
    return <ErrorState error={failed.error} title={t('publication.error')} onRetry={() => void failed.refetch()} />;
  if (!publication.data || !preview.data) return <LoadingState />;
  return <Publication view={view} publication={publication.data} preview={preview.data} />;
}
