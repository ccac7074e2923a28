import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { ActionBar } from './ActionBar.tsx';
import { CaseActs } from './CaseActs.tsx';
import { CaseContent } from './CaseContent.tsx';
import { CaseHead } from './CaseHead.tsx';
import { NextCaseLink } from './inbox/NextCaseLink.tsx';
import { approvalsText } from './text.ts';
import { useActRunner } from './use-act-runner.ts';
import { useCase } from './use-case.ts';
import { useOpened } from './use-opened.ts';

function CaseBody({ view }: { readonly view: CaseView }) {
  const runner = useActRunner(view.id);
  useOpened(view);
  return (
    <CaseActs view={view} runner={runner}>
      <CaseHead view={view} links={<NextCaseLink after={view.id} />} />
      <CaseContent view={view} runner={runner} />
      <ActionBar view={view} />
    </CaseActs>
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
