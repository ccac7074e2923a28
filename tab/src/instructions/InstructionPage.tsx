import { Link } from '@fluentui/react-components';
import type { InstructionView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { CancelButton } from './CancelButton.tsx';
import { DraftLink } from './DraftLink.tsx';
import { InstructionFacts } from './InstructionFacts.tsx';
import { InstructionState } from './InstructionRow.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';
import { useInstruction } from './use-instructions.ts';

function History({ view }: { readonly view: InstructionView }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const locale = useLocale();
  return (
    <Section title={t('history')}>
      <ol className={styles.list}>
        {view.history.map(({ seq, at, act, actor }) => (
          <li key={seq} className={styles.line} data-testid="instruction-line">
            <span className={styles.muted}>{whenText(at, locale)}</span>
            <span>{t(`act.${act}`)}</span>
            <span>{personText(actor)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Body({ view }: { readonly view: InstructionView }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  return (
    <>
      <PageHeading title={t('page.title')} focusKey={`instruction/${view.id}`}>
        <span className={styles.line}>
          {t('page.title')}
          <InstructionState state={view.state} />
        </span>
      </PageHeading>
      <Section title={t('facts')}>
        <InstructionFacts view={view} />
        {view.may.draft || view.may.cancel ? (
          <div className={styles.buttons}>
            <DraftLink view={view} />
            {view.may.cancel ? <CancelButton view={view} /> : null}
          </div>
        ) : null}
      </Section>
      <History view={view} />
    </>
  );
}

/** One instruction, for both its sides. */
export function InstructionPage({ id }: { readonly id: string }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const question = useInstruction(id);
  return (
    <div className={styles.page}>
      <div>
        <Link href={hashOf({ page: 'instructions', id: null })}>{t('page.back')}</Link>
      </div>
      {question.data ? <Body view={question.data} /> : null}
      {question.isPending ? <LoadingState /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('page.error')} onRetry={() => void question.refetch()} />
      ) : null}
    </div>
  );
}
