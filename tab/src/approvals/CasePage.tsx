import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { ActionBar } from './ActionBar.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseNotes } from './CaseNotes.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { DocumentCard } from './DocumentCard.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { Questions } from './Questions.tsx';
import { RouteList } from './RouteList.tsx';
import { approvalsText } from './text.ts';
import { useActRunner } from './use-act-runner.ts';
import { useCase } from './use-case.ts';

function CaseBody({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const runner = useActRunner(view.id);
  return (
    <>
      <CaseHead view={view} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <CaseNotes view={view} />
          <ProposalCard view={view} runner={runner} />
          <DocumentCard document={view.document} />
          <Questions view={view} runner={runner} />
        </div>
        <div className={styles.column}>
          <RouteList view={view} />
          <HistoryList id={view.id} />
        </div>
      </div>
      <ActionBar view={view} runner={runner} />
    </>
  );
}

export function CasePage({ id }: { readonly id: string }) {
  const t = useText(approvalsText);
  const question = useCase(id);
  if (question.isPending) return <LoadingState />;
  if (!question.data) {
    return <ErrorState error={question.error} title={t('case.error')} onRetry={() => void question.refetch()} />;
  }
  return <CaseBody view={question.data} />;
}
