import type { CaseSummary } from '@kaigi/core/contract';
import { elapsedText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { listText } from '../app/words.ts';
import { AwaitsBadge } from './AwaitsBadge.tsx';
import { useCaseListStyles } from './CaseList.styles.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { approvalsText } from './text.ts';

export interface CaseRowProps {
  readonly item: CaseSummary;
  readonly now: number;
}

function HolderFact({ item, now }: CaseRowProps) {
  const t = useText(approvalsText);
  const locale = useLocale();
  if (!item.holder) return null;
  const { unitName, postTitle, names, since } = item.holder;
  return (
    <span data-testid="holder">
      {t('row.holder', { unit: unitName, post: postTitle, names: listText(names, locale) || t('case.vacant') })}{' '}
      {t('row.elapsed', { elapsed: elapsedText(since, now, locale) })}
    </span>
  );
}

export function CaseRow({ item, now }: CaseRowProps) {
  const styles = useCaseListStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  return (
    <a
      href={hashOf({ page: 'case', id: item.id })}
      className={styles.row}
      data-testid="case-row"
      data-case-id={item.id}
    >
      <span className={styles.top}>
        <StatusBadge status={item.status} />
        <AwaitsBadge awaits={item.awaits} />
        {item.task ? <span className={styles.task}>{t(`task.${item.task}`)}</span> : null}
        {item.documentNumber ? (
          <span className={styles.number} data-testid="document-number">
            {item.documentNumber.label}
          </span>
        ) : null}
      </span>
      <span className={styles.title} data-testid="case-title">
        {item.title}
      </span>
      <span className={styles.facts}>
        <span>{t('row.drafter', { unit: item.drafter.unitName, name: item.drafter.name })}</span>
        <HolderFact item={item} now={now} />
        {item.decidedAt ? (
          <span>{t('row.decided', { when: whenText(item.decidedAt, locale) })}</span>
        ) : (
          <span>{t('row.updated', { when: whenText(item.updatedAt, locale) })}</span>
        )}
      </span>
    </a>
  );
}
