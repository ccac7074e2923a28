import { Button, Link } from '@fluentui/react-components';
import type { FolderDetail } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { CutNote } from '../CutNote.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { HoldDialog } from '../record/HoldDialog.tsx';
import { Holds } from '../record/Holds.tsx';
import { actText } from '../record/text.ts';
import { Facts } from './Facts.tsx';
import { useKeepingStyles } from './Keeping.styles.ts';
import { PassOn } from './PassOnDialog.tsx';
import { Story } from './Story.tsx';
import { keepingText } from './text.ts';
import { useFolder } from './use-keeping.ts';

/** 廃棄停止 of all that lies in it. */
function FolderHold({ folder }: { readonly folder: FolderDetail }) {
  const t = useText(actText);
  const [open, setOpen] = useState(false);
  return (
    <>
      {folder.mayHold ? (
        <Button onClick={() => setOpen(true)} data-testid="folder-hold">
          {t('act.hold')}
        </Button>
      ) : null}
      {open ? <HoldDialog on={{ folderIds: [folder.id] }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** What lies in it. */
function Contents({ folder: { contents, truncated } }: { readonly folder: FolderDetail }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  return (
    <section className={styles.section} aria-label={t('folders.contents')}>
      <h2>{t('folders.contents')}</h2>
      <CutNote truncated={truncated} shown={contents.length} />
      <ul className={styles.list}>
        {contents.map(({ recordId, title, createdOn, state }) => (
          <li key={recordId} className={styles.entry} data-testid="folder-record">
            <Link className={styles.name} href={hashOf({ page: 'records', part: 'record', id: recordId, wish: {} })}>
              {title}
            </Link>
            <span className={styles.quiet}>{dayText(createdOn, locale)}</span>
            <span>{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One 簿冊: how long all in it is kept and why, what lies in it, and what happened to it. */
export function FolderPage({ id }: { readonly id: string }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const folder = useFolder(id);
  if (folder.isPending) return <LoadingState />;
  if (!folder.data) return <ErrorState error={folder.error} onRetry={() => void folder.refetch()} />;
  const { title, unitName, classification, retention, custody, history, holds } = folder.data;
  const lines = [
    { term: t('record.unit'), value: unitName },
    { term: t('record.class'), value: `${classification.code} ${classification.name}` },
    { term: t('record.retention'), value: retention.sentence },
    { term: t('record.article'), value: retention.article },
    { term: t('record.folder'), value: t(`custody.${custody}`) },
    { term: t('record.holds'), value: holds.length === 0 ? null : <Holds holds={holds} /> },
  ];
  return (
    <>
      <RecordsParts current="folders" />
      <PageHeading title={title} focusKey={`folder-${id}`} />
      <Link href={hashOf({ page: 'records', part: 'folders', id: null, wish: {} })}>{t('folders.back')}</Link>
      <div className={styles.tools}>
        <FolderHold folder={folder.data} />
        <PassOn folder={folder.data} />
      </div>
      <Facts lines={lines} />
      <Contents folder={folder.data} />
      <Story lines={history} />
    </>
  );
}
