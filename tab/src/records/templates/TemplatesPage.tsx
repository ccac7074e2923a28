import { Badge, Button, Checkbox, Link } from '@fluentui/react-components';
import { DocumentMultipleRegular } from '@fluentui/react-icons';
import type { TemplateView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { useTemplatesStyles } from './Templates.styles.ts';
import { templatesText } from './text.ts';
import { useTemplates } from './use-templates.ts';

function Entry({ template }: { readonly template: TemplateView }) {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const { id, title, purpose, ownerUnitName, current, state } = template;
  return (
    <li className={styles.entry} data-testid="template">
      <div className={styles.grow}>
        <Link className={styles.name} href={hashOf({ page: 'records', part: 'templates', id, wish: {} })}>
          {title}
        </Link>
        {purpose === '' ? null : <div className={styles.quiet}>{purpose}</div>}
      </div>
      {state === 'RETIRED' ? <Badge color="warning">{t('templates.state')}</Badge> : null}
      <span className={styles.quiet}>{ownerUnitName}</span>
      <Badge appearance="tint">{t('templates.edition', { edition: current.edition })}</Badge>
    </li>
  );
}

/** 様式: what the sections offer, by section. */
export function TemplatesPage() {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const [withRetired, setWithRetired] = useState(false);
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useTemplates(withRetired);
  if (isPending) return <LoadingState />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RecordsParts current="templates" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('templates.title')} focusKey="templates" />
          <p className={styles.lead}>{t('templates.lead')}</p>
        </div>
        <div className={styles.row}>
          <Checkbox
            label={t('templates.retired')}
            checked={withRetired}
            onChange={(_, { checked }) => setWithRetired(checked === true)}
          />
          {data.may.add && !adding ? (
            <Button appearance="primary" onClick={() => setAdding(true)} data-testid="template-add">
              {t('templates.add')}
            </Button>
          ) : null}
        </div>
      </div>
      {adding ? <TemplateForm onDone={() => setAdding(false)} /> : null}
      {data.items.length === 0 ? (
        <EmptyState icon={<DocumentMultipleRegular />} title={t('templates.empty')} body={t('templates.empty.body')} />
      ) : (
        <ul className={styles.list}>
          {data.items.map((template) => (
            <Entry key={template.id} template={template} />
          ))}
        </ul>
      )}
    </>
  );
}
