import { Badge, Button, Link } from '@fluentui/react-components';
import type { TemplateInFull } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { useTemplatesStyles } from './Templates.styles.ts';
import { templatesText } from './text.ts';
import { useTemplate, useTemplateOrder } from './use-templates.ts';

/** What its section does with it. */
function Acts({ template }: { readonly template: TemplateInFull }) {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const locale = useLocale();
  const notify = useNotice();
  const [renewing, setRenewing] = useState(false);
  const { mutate, isPending } = useTemplateOrder();
  const { id, version, title, state, may } = template;
  if (!may.change) return null;
  if (renewing)
    return (
      <>
        <p className={styles.quiet}>{t('templates.renew.why')}</p>
        <TemplateForm renewed={{ id, version }} onDone={() => setRenewing(false)} />
      </>
    );
  const turn = () =>
    mutate(
      { to: 'change', id, input: { version, state: state === 'OFFERED' ? 'RETIRED' : 'OFFERED' } },
      {
        onSuccess: () => notify({ text: t('templates.changed', { name: title }), intent: 'success' }),
        onError: (error) =>
          notify({ text: t('templates.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return (
    <div className={styles.row}>
      <Button appearance="primary" onClick={() => setRenewing(true)} data-testid="template-renew">
        {t('templates.renew')}
      </Button>
      <Button
        disabledFocusable={isPending}
        onClick={() => (isPending ? undefined : turn())}
        data-testid="template-state"
      >
        {t(state === 'OFFERED' ? 'templates.retire' : 'templates.offer')}
      </Button>
    </div>
  );
}

function Editions({ template: { id, editions } }: { readonly template: TemplateInFull }) {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const locale = useLocale();
  return (
    <section className={styles.section} aria-label={t('templates.editions')}>
      <ul className={styles.list}>
        {editions.map(({ edition, file, note, addedAt, addedBy }) => (
          <li key={edition} className={styles.entry} data-testid="template-edition">
            <Badge appearance="tint">{t('templates.edition', { edition })}</Badge>
            <div className={styles.grow}>
              {note === '' ? null : <div>{note}</div>}
              <div className={styles.quiet}>
                {t('templates.by', { day: whenText(addedAt, locale), name: addedBy.name })}
              </div>
            </div>
            <DownloadButton
              fileName={file.fileName}
              from={(api) => api.templates.file(id, edition)}
              testId={`template-download-${edition}`}
            >
              {t('templates.download.named', { edition })}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One 様式 with all its editions. */
export function TemplatePage({ id }: { readonly id: string }) {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const { data, error, isPending, refetch } = useTemplate(id);
  if (isPending) return <LoadingState />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RecordsParts current="templates" />
      <PageHeading title={data.title} focusKey={`template ${id}`} />
      <p className={styles.quiet}>
        {data.ownerUnitName}
        {data.purpose === '' ? '' : ` / ${data.purpose}`}
        {data.classification === null ? '' : ` / ${data.classification.name}`}{' '}
        {data.state === 'RETIRED' ? <Badge color="warning">{t('templates.state')}</Badge> : null}
      </p>
      <Acts template={data} />
      <Editions template={data} />
      <Link href={hashOf({ page: 'records', part: 'templates', id: null, wish: {} })}>{t('templates.back')}</Link>
    </>
  );
}
