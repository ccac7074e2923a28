import { Checkbox, Link } from '@fluentui/react-components';
import type { MattersView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { handOver } from '../drafting/hand-over.ts';
import { ExplainPanel } from './ExplainPanel.tsx';
import { MatterFields } from './MatterFields.tsx';
import { matterOf } from './matters.ts';
import { explainQuery, GENERAL, isAnswerable, type TypedMatter } from './question.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { TableButton } from './TableButton.tsx';
import { regulationsText } from './text.ts';
import { type AskedUnit, UnitPicker } from './UnitPicker.tsx';
import { useExplain } from './use-explain.ts';
import { useMatters } from './use-matters.ts';

function Asking({ matters }: { readonly matters: MattersView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const [typed, setTyped] = useState<TypedMatter>(GENERAL);
  const [urgent, setUrgent] = useState(false);
  const [unit, setUnit] = useState<AskedUnit | null>(null);
  const matter = matterOf(matters, typed.analogousTo ?? typed.code);
  const answerable = isAnswerable(matter, typed);
  const answer = useExplain(answerable ? explainQuery(matter, typed, { urgent, unitId: unit?.id ?? null }) : null);
  return (
    <div className={styles.page}>
      <Section title={t('explain.ask')}>
        <MatterFields
          matters={matters}
          typed={typed}
          onTyped={setTyped}
          tried={false}
          decisionClass={answer.data?.decisionClass?.code ?? null}
          raisable={!matter?.minor}
        />
        <UnitPicker unit={unit} onUnit={setUnit} />
        <Checkbox
          checked={urgent}
          label={t('urgent.label')}
          onChange={(_, { checked }) => setUrgent(checked === true)}
          input={{ 'data-testid': 'explain-urgent' } as object}
        />
      </Section>
      <Section title={t('explain.answer')}>
        <ExplainPanel answer={answer} answerable={answerable} withRoute />
        <div className={styles.line}>
          <TableButton />
          {unit === null ? (
            <Link href="#/drafting" onClick={() => handOver(typed)} data-testid="draft-this">
              {t('explain.draft')}
            </Link>
          ) : (
            <span className={styles.small}>{t('unit.no_draft')}</span>
          )}
        </div>
      </Section>
    </div>
  );
}

/** 「これは誰の決裁？」 as a page of its own; nothing is drafted by asking. */
export function ExplainPage() {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const matters = useMatters();
  return (
    <>
      <PageHeading title={t('explain.title')} focusKey="explain" />
      <p className={styles.lead}>{t('explain.lead')}</p>
      {matters.isPending ? <LoadingState /> : null}
      {matters.isError && !matters.data ? (
        <ErrorState error={matters.error} title={t('explain.error')} onRetry={() => void matters.refetch()} />
      ) : null}
      {matters.data ? <Asking matters={matters.data} /> : null}
    </>
  );
}
