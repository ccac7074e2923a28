import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { PaperForm } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { FormSelect } from '../papers/FormSelect.tsx';
import { papersText } from '../papers/text.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

/** The copy as a Word file, or why it cannot be made. */
export function CopySection({ view, publication }: Pick<PublicationDesk, 'view' | 'publication'>) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const paper = useText(papersText);
  const [form, setForm] = useState<PaperForm>('CLEAN');
  const { ready, redactions } = publication;
  return (
    <Section title={t('copy')}>
      {ready ? (
        <p className={styles.lead} data-testid="copy-ready">
          {t(redactions.length === 0 ? 'copy.nothing' : 'copy.ready')}
        </p>
      ) : (
        <MessageBar intent="warning" layout="multiline" data-testid="copy-stopped">
          <MessageBarBody>
            <MessageBarTitle>{t('copy.stopped')}</MessageBarTitle>
            {t('copy.stopped.body')}
          </MessageBarBody>
        </MessageBar>
      )}
      <FormSelect form={form} onForm={setForm} />
      <div>
        <DownloadButton
          fileName={t('copy.file', { form: paper(`form.${form}`), title: view.title })}
          from={({ papers }) => papers.copy(view.id, form)}
          disabled={!ready}
          whileBusy={paper('papers.busy')}
          testId="copy-get"
        >
          {paper('papers.get')}
        </DownloadButton>
      </div>
    </Section>
  );
}
