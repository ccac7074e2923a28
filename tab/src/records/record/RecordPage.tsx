import { Badge, Link } from '@fluentui/react-components';
import type { KeepingView, RecordBox, RecordView } from '@kaigi/core/contract';
import { dayText, fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { Facts } from '../folders/Facts.tsx';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { Story } from '../folders/Story.tsx';
import { keepingText } from '../folders/text.ts';
import { useKept, useRecord } from '../folders/use-keeping.ts';
import { useBoxOf } from '../paper/use-paper.ts';
import { VersionsSection } from '../pruning/VersionsSection.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { CapturesSection } from './CapturesSection.tsx';
import { Holds } from './Holds.tsx';
import { OpeningsSection } from './OpeningsSection.tsx';
import { ProofSection } from './ProofSection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { RecordActs } from './RecordActs.tsx';

/** What messages of Teams are filed as; nothing else that is filed is of this kind. */
const CAPTURED = 'application/json';

function FolderLink({ kept: { folder } }: { readonly kept: KeepingView }) {
  const t = useText(keepingText);
  const locale = useLocale();
  if (!folder) return t('record.none');
  return (
    <Link href={hashOf({ page: 'records', part: 'folders', id: folder.id, wish: {} })}>
      {`${fiscalYearText(folder.fiscalYear, locale)} ${folder.title}`}
    </Link>
  );
}

function BoxLink({ box }: { readonly box: NonNullable<RecordBox['box']> }) {
  const t = useText(keepingText);
  const { store, shelf } = box.place;
  return (
    <>
      <Link href={hashOf({ page: 'records', part: 'paper', id: box.id, wish: {} })} data-testid="record-box">
        {`${box.code} ${box.title}`}
      </Link>
      {t('in_brackets', { words: `${store} ${shelf}` })}
      {box.isLent ? ` ${t('record.box.lent')}` : null}
    </>
  );
}

function useLines(record: RecordView, kept: KeepingView) {
  const t = useText(keepingText);
  const locale = useLocale();
  const day = (text: string | null) => (text === null ? null : dayText(text, locale));
  const { retention, level, holds } = kept;
  const box = useBoxOf(record.id).data?.box ?? null;
  const limited = kept.onlyParticipants ? t('in_brackets', { words: t('record.readers') }) : '';
  return [
    { term: t('record.number'), value: record.documentNumber?.label ?? t('record.none') },
    { term: t('record.note'), value: kept.note },
    { term: t('record.kind'), value: t(`kind.${record.kind}`) },
    { term: t('record.class'), value: `${kept.classification.code} ${kept.classification.name}` },
    { term: t('record.unit'), value: kept.unitName },
    {
      term: t('record.file'),
      value: `${record.file.fileName}${t('in_brackets', { words: t('record.version', { version: record.fileVersion }) })}`,
    },
    { term: t('record.level'), value: `${t(`level.${level}`)}${limited}` },
    { term: t('record.folder'), value: <FolderLink kept={kept} /> },
    { term: t('record.box'), value: box && <BoxLink box={box} /> },
    { term: t('record.retention'), value: <span data-testid="retention">{retention.sentence}</span> },
    { term: t('record.article'), value: retention.article },
    { term: t(retention.permanent ? 'record.review' : 'record.ends'), value: day(retention.endsOn) },
    { term: t('record.disposable'), value: day(kept.disposableFrom) },
    {
      term: t('record.holds'),
      value: holds.length === 0 ? null : <Holds holds={holds} />,
    },
  ];
}

/** A record: what it is, how long it is kept and why, where it lies, and what happened to it. */
export function RecordPage({ id }: { readonly id: string }) {
  const [record, kept] = [useRecord(id), useKept(id)];
  if (record.isPending || kept.isPending) return <LoadingState />;
  if (!record.data) return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  if (!kept.data) return <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />;
  return <Shown record={record.data} kept={kept.data} />;
}

function Shown({ record, kept }: { readonly record: RecordView; readonly kept: KeepingView }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const lines = useLines(record, kept);
  const { id } = record;
  return (
    <>
      <RecordsParts current={null} />
      <div className={styles.head}>
        <PageHeading title={kept.title} focusKey={`record-${id}`} />
        <div className={styles.tools}>
          <Badge appearance="tint">{t(`state.${kept.state}`)}</Badge>
          {kept.sealed ? <Badge appearance="outline">{t('record.sealed')}</Badge> : null}
          <RecordActs kept={kept} />
          {kept.state === 'KEPT' ? (
            <DownloadButton fileName={record.file.fileName} from={(api) => api.content(id)} testId="record-download">
              {t('record.download')}
            </DownloadButton>
          ) : null}
        </div>
      </div>
      <Facts lines={lines} />
      {kept.state === 'KEPT' ? <ReadingSection id={id} fileVersion={record.fileVersion} /> : null}
      {record.caseId !== null && record.fileVersion > 1 ? <VersionsSection id={id} /> : null}
      {record.file.mediaType === CAPTURED ? <CapturesSection id={id} /> : null}
      <ProofSection id={id} />
      <OpeningsSection id={id} />
      <Story lines={kept.history} />
    </>
  );
}
