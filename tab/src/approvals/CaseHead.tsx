import { Link } from '@fluentui/react-components';
import { type CaseView, isDecidedStatus } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { AwaitsBadge } from './AwaitsBadge.tsx';
import { CaseBadges } from './CaseBadges.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { HolderLines } from './HolderLines.tsx';
import { MinutesLink } from './MinutesLink.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { approvalsText } from './text.ts';

function Certificate({ view }: { readonly view: CaseView }) {
  const t = useText(approvalsText);
  const { id, documentNumber } = view;
  return (
    <DownloadButton
      size="small"
      fileName={t('certificate.name', { number: documentNumber?.label ?? view.title })}
      from={(api) => api.approvals.certificate(id)}
      testId="certificate-button"
    >
      {t('certificate.button')}
    </DownloadButton>
  );
}

function StateLine({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const number = view.documentNumber;
  return (
    <div className={styles.line}>
      <StatusBadge status={view.status} large />
      <AwaitsBadge awaits={view.awaits} large />
      <CaseBadges item={view} large />
      {number ? (
        <span className={styles.number}>
          <span data-testid="document-number">{number.label}</span> {dayText(number.date, locale)}
        </span>
      ) : null}
      {view.revision > 1 ? (
        <span className={styles.muted}>{t('case.revision', { revision: view.revision })}</span>
      ) : null}
      {view.returns > 0 ? <span className={styles.muted}>{t('badge.returns', { count: view.returns })}</span> : null}
      {isDecidedStatus(view.status) ? <Certificate view={view} /> : null}
      <MinutesLink externalId={view.externalId} />
    </div>
  );
}

export interface CaseHeadProps {
  readonly view: CaseView;
  /** What leads away from here. */
  readonly links?: ReactNode;
  /** Beside a list the case is only a part of the page, which has its own heading. */
  readonly part?: boolean;
}

export function CaseHead({ view, links, part = false }: CaseHeadProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  return (
    <div className={styles.head}>
      {part ? null : (
        <div className={styles.line}>
          <Link href={view.task ? '#/inbox' : '#/all'}>{t('case.back')}</Link>
          {links}
        </div>
      )}
      <StateLine view={view} />
      {part ? (
        <div className={styles.line}>
          <h2 className={styles.partTitle} data-testid="case-title">
            {view.title}
          </h2>
          {links}
        </div>
      ) : (
        <PageHeading title={view.title} focusKey={view.id} testId="case-title" />
      )}
      <HolderLines view={view} />
    </div>
  );
}
