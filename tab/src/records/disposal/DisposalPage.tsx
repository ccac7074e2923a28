import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DisposalView } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { Lines } from './Lines.tsx';
import { ReceiptForm } from './ReceiptForm.tsx';
import { StateBadge } from './StateBadge.tsx';
import { StepButtons } from './StepButtons.tsx';
import { disposalText } from './text.ts';
import { useDisposal } from './use-disposals.ts';

function Downloads({ list: { id, name, may } }: { readonly list: DisposalView }) {
  const t = useText(disposalText);
  return (
    <>
      <DownloadButton
        fileName={`${name}.docx`}
        from={(api) => api.disposals.file(id, 'document')}
        testId="disposal-document"
      >
        {t('list.document')}
      </DownloadButton>
      <DownloadButton fileName={`${name}.csv`} from={(api) => api.disposals.file(id, 'table')} testId="disposal-table">
        {t('list.table')}
      </DownloadButton>
      {may.package ? (
        <DownloadButton
          fileName={`${name}.zip`}
          from={(api) => api.disposals.file(id, 'package')}
          testId="disposal-package"
        >
          {t('list.package')}
        </DownloadButton>
      ) : null}
    </>
  );
}

const receiptWords = (
  { institution, reference, receivedOn }: NonNullable<DisposalView['receipt']>,
  locale: Locale,
) => ({
  ...{ institution, reference, day: dayText(receivedOn, locale) },
});

/** Who did what so far, and where the case is. */
function Facts({ list }: { readonly list: DisposalView }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const locale = useLocale();
  const { begunBy, confirmBy, confirmedBy, receipt, caseId, state } = list;
  return (
    <div className={styles.facts}>
      <StateBadge state={state} />
      {caseId === null ? null : (
        <Link href={hashOf({ page: 'case', id: caseId })} data-testid="disposal-case">
          {t('list.case')}
        </Link>
      )}
      {state === 'PROPOSED' ? (
        <span className={styles.quiet}>{t(caseId === null ? 'list.case.coming' : 'list.case.next')}</span>
      ) : null}
      {begunBy && confirmBy ? (
        <span>{t('list.begun', { name: begunBy.name, day: dayText(confirmBy, locale) })}</span>
      ) : null}
      {begunBy && confirmedBy ? (
        <span>{t('list.executed', { first: begunBy.name, second: confirmedBy.name })}</span>
      ) : null}
      {receipt ? <span>{t('list.receipt', receiptWords(receipt, locale))}</span> : null}
    </div>
  );
}

/** One 廃棄・移管目録: what is on it, what becomes of it, and whose turn it is. */
export function DisposalPage({ id }: { readonly id: string }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const { data: list, error, isPending, refetch } = useDisposal(id);
  if (isPending) return <LoadingState />;
  if (!list) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RecordsParts current="disposals" />
      <Link
        className={styles.back}
        href={hashOf({ page: 'records', part: 'disposals', id: null, wish: { fiscalYear: String(list.fiscalYear) } })}
      >
        {t('list.back')}
      </Link>
      <div className={styles.head}>
        <PageHeading title={list.name} focusKey={`disposal ${id}`} />
        <div className={styles.tools}>
          <Downloads list={list} />
        </div>
      </div>
      <Facts list={list} />
      {list.note === null ? null : (
        <MessageBar intent="warning" layout="multiline" className={styles.note} data-testid="disposal-note">
          <MessageBarBody>{list.note}</MessageBarBody>
        </MessageBar>
      )}
      <StepButtons list={list} />
      {list.may.receive ? <ReceiptForm list={list} /> : null}
      <Lines list={list} />
      <p className={styles.quiet}>{list.backups}</p>
    </>
  );
}
