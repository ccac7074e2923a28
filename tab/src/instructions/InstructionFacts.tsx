import { Link, mergeClasses } from '@fluentui/react-components';
import type { InstructionView } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { StatusBadge } from '../approvals/StatusBadge.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';

function Sample({ sample }: { readonly sample: NonNullable<InstructionView['sample']> }) {
  const t = useText(instructionsText);
  const { number, caseId, title } = sample;
  if (caseId === null) return <>{t('fact.sample.hidden', { number })}</>;
  return (
    <Link href={hashOf({ page: 'case', id: caseId })} data-testid="sample-link">
      {number} {title}
    </Link>
  );
}

/** The case for whom may see it; its state and how often it was sent back for both sides. */
function Drafted({ draft }: { readonly draft: NonNullable<InstructionView['draft']> }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  return (
    <span className={styles.line}>
      {draft.caseId === null ? (
        t('fact.case.hidden')
      ) : (
        <Link href={hashOf({ page: 'case', id: draft.caseId })} data-testid="drafted-link">
          {draft.title}
        </Link>
      )}
      <StatusBadge status={draft.status} />
      <span className={styles.muted} data-testid="instruction-returns">
        {t('returns', { count: draft.returns })}
      </span>
    </span>
  );
}

export interface InstructionFactsProps {
  readonly view: InstructionView;
  /** Beside a draft only what is asked of it is told. */
  readonly brief?: boolean;
}

interface Fact {
  readonly term: string;
  readonly value: ReactNode;
  readonly red?: boolean;
}

function useFacts({ view, brief = false }: InstructionFactsProps): readonly Fact[] {
  const t = useText(instructionsText);
  const locale = useLocale();
  const { sample, draft, dueOn, cancelled, overdue } = view;
  const due = dueOn && dayText(dueOn, locale);
  return [
    { term: t('fact.from'), value: personText(view.givenBy) },
    { term: t('fact.to'), value: brief ? null : personText(view.addressee) },
    { term: t('fact.purpose'), value: view.wordsGone ? t('words.gone') : view.purpose },
    { term: t('fact.reader'), value: view.reader },
    { term: t('fact.length'), value: view.length },
    { term: t('fact.due'), value: due && (overdue ? t('fact.due.over', { day: due }) : due), red: overdue },
    { term: t('fact.sample'), value: sample && <Sample sample={sample} /> },
    {
      term: t('fact.confidential'),
      value: view.confidentiality.startsWith('C3') ? t('fact.confidential.value') : null,
    },
    { term: t('fact.case'), value: draft && !brief ? <Drafted draft={draft} /> : null },
    { term: t('fact.cancelled'), value: cancelled?.reason ?? null },
  ];
}

/** What was said, and what came of it. */
export function InstructionFacts(props: InstructionFactsProps) {
  const styles = useInstructionStyles();
  return (
    <dl className={styles.facts} data-testid="instruction-facts">
      {useFacts(props).map(({ term, value, red }) =>
        value ? (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={mergeClasses(styles.value, red && styles.red)}>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
