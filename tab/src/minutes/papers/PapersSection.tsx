import { Link } from '@fluentui/react-components';
import type { MeetingView, PaperForm } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { Section } from '../../approvals/Section.tsx';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { FormSelect } from './FormSelect.tsx';
import { templateFor } from './forms.ts';
import { papersText } from './text.ts';
import { useTemplates } from './use-papers.ts';

/** Which template will be used, in a sentence. */
function useTemplateWords({ body }: Pick<MeetingView, 'body'>, form: PaperForm): string | undefined {
  const t = useText(papersText);
  const { data, isError } = useTemplates();
  if (isError && !data) return t('papers.unknown');
  if (!data) return undefined;
  const own = templateFor(data.items, form, body?.id ?? null);
  return own ? t('papers.own', { name: own.fileName, of: own.bodyName ?? t('body.all') }) : t('papers.default');
}

/** 様式で出す: the minutes as a Word file of one of the forms. */
export function PapersSection({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const [form, setForm] = useState<PaperForm>('REPORT');
  const words = useTemplateWords(view, form);
  return (
    <Section title={t('papers')}>
      <p className={styles.lead}>{t('papers.lead')}</p>
      <FormSelect form={form} onForm={setForm} hint={words} />
      <div className={styles.line}>
        <DownloadButton
          fileName={t('papers.file', { form: t(`form.${form}`), title: view.title })}
          from={({ papers }) => papers.paper(view.id, form)}
          whileBusy={t('papers.busy')}
          testId="paper-get"
        >
          {t('papers.get')}
        </DownloadButton>
        <Link href={meetingHash({ page: 'meetings', part: 'templates' })}>{t('papers.templates')}</Link>
      </div>
    </Section>
  );
}
