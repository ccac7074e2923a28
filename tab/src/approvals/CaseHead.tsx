import { Link } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { dayText, elapsedText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { useNow } from '../app/use-now.ts';
import { listText, personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { approvalsText } from './text.ts';

export function CaseHead({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const number = view.documentNumber;
  return (
    <div className={styles.head}>
      <Link href={view.task ? '#/inbox' : '#/all'} className={styles.back}>
        {t('case.back')}
      </Link>
      <div className={styles.line}>
        <StatusBadge status={view.status} large />
        {number ? (
          <span className={styles.number}>
            <span data-testid="document-number">{number.label}</span> {dayText(number.date, locale)}
          </span>
        ) : null}
        {view.revision > 1 ? (
          <span className={styles.muted}>{t('case.revision', { revision: view.revision })}</span>
        ) : null}
      </div>
      <PageHeading title={view.title} focusKey={view.id} testId="case-title" />
      <HolderLine view={view} />
    </div>
  );
}

function HolderLine({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const now = useNow();
  if (!view.holder) return null;
  const { unitName, postTitle, names, since } = view.holder;
  return (
    <div className={styles.holder} data-testid="holder">
      <span className={styles.small}>{t('case.holder')}</span>
      <span>
        {unitName} {postTitle} <span className={styles.holderNames}>{listText(names, locale) || t('case.vacant')}</span>
      </span>
      <span className={styles.small}>
        {t('case.holder.since', { when: whenText(since, locale), elapsed: elapsedText(since, now, locale) })}
      </span>
    </div>
  );
}

/** Who, what kind, how long: the facts beside the text. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const { drafter } = view;
  const facts: readonly (readonly [string, string])[] = [
    [t('case.drafter'), personText(drafter)],
    [t('case.draftedAt'), whenText(view.createdAt, locale)],
    ...(view.decidedAt ? [[t('case.decidedOn'), whenText(view.decidedAt, locale)] as const] : []),
    [t('case.classification'), t('case.classification.value', view.classification)],
    [t('case.retention'), t('case.retention.years', { years: view.retentionYears })],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
