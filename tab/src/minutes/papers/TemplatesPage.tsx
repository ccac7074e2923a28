import { Link } from '@fluentui/react-components';
import type { PaperForm, TemplateList } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AddTemplate } from './AddTemplate.tsx';
import { FORMS } from './forms.ts';
import { RemoveTemplate } from './RemoveTemplate.tsx';
import { TagsSection } from './TagsSection.tsx';
import { papersText } from './text.ts';
import { useTemplates } from './use-papers.ts';

type Template = TemplateList['items'][number];

function OwnTemplate({ template, mayChange }: { readonly template: Template; readonly mayChange: boolean }) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const locale = useLocale();
  const { id, fileName, bodyName, at, by } = template;
  return (
    <li className={styles.stack} data-testid="template" data-template-id={id}>
      <span className={styles.line}>
        <span>{fileName}</span>
        <span className={styles.muted}>{bodyName ?? t('body.all')}</span>
        <span className={styles.small}>{t('templates.by', { when: whenText(at, locale), who: personText(by) })}</span>
      </span>
      <span className={styles.buttons}>
        <DownloadButton
          {...{ fileName, from: ({ papers }) => papers.templateContent(id), size: 'small', testId: 'template-get' }}
          aria-label={t('templates.get.label', { name: fileName })}
        >
          {t('templates.get')}
        </DownloadButton>
        {mayChange ? <RemoveTemplate template={template} /> : null}
      </span>
    </li>
  );
}

interface OfFormProps {
  readonly form: PaperForm;
  readonly list: TemplateList;
}

function OfForm({ form, list }: OfFormProps) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const own = list.items.filter((one) => one.form === form);
  const called = t(`form.${form}`);
  return (
    <li className={styles.row} data-testid="templates-of" data-form={form}>
      <span className={styles.line}>
        <span className={styles.strong}>{called}</span>
        <DownloadButton
          fileName={t('templates.default.file', { form: called })}
          from={({ papers }) => papers.defaultTemplate(form)}
          {...{ size: 'small', testId: 'default-get' }}
          aria-label={t('templates.default.label', { form: called })}
        >
          {t('templates.default')}
        </DownloadButton>
      </span>
      {own.length === 0 ? <span className={styles.small}>{t('templates.none')}</span> : null}
      <ul className={styles.bare}>
        {own.map((template) => (
          <OwnTemplate key={template.id} template={template} mayChange={list.may.change} />
        ))}
      </ul>
    </li>
  );
}

function Templates({ list }: Pick<OfFormProps, 'list'>) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  return (
    <>
      <Section title={t('templates.list')}>
        <ul className={styles.list}>
          {FORMS.map((form) => (
            <OfForm key={form} form={form} list={list} />
          ))}
        </ul>
      </Section>
      {list.may.change ? <AddTemplate /> : <p className={styles.lead}>{t('templates.only_admin')}</p>}
    </>
  );
}

/** 会議録の様式: the city's own templates, a new one, and the tags that they may use. */
export function TemplatesPage() {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const question = useTemplates();
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('templates.back')}</Link>
      </div>
      <PageHeading title={t('templates.title')} focusKey="templates" />
      <p className={styles.lead}>{t('templates.lead')}</p>
      {question.isPending ? <LoadingState /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('templates.error')} onRetry={() => void question.refetch()} />
      ) : null}
      {question.data ? <Templates list={question.data} /> : null}
      <TagsSection />
    </div>
  );
}
