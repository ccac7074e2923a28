import { Link } from '@fluentui/react-components';
import { DocumentDismissRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { useMe } from '../app/use-me.ts';
import { useCase } from '../approvals/use-case.ts';
import { useMatters } from '../regulations/use-matters.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { draftingText } from './text.ts';

interface Begun {
  readonly view: CaseView | null;
  /** 作成指示 that a new draft answers. */
  readonly instruction?: string | null;
}

function Ready({ view, instruction = null }: Begun) {
  const t = useText(draftingText);
  const me = useMe();
  const matters = useMatters();
  const { staffId } = me.data ?? {};
  if (staffId && matters.data)
    return <DraftEditor view={view} matters={matters.data} staffId={staffId} instruction={instruction} />;
  const error = me.error ?? matters.error;
  if (!error) return <LoadingState />;
  const retry = () => void Promise.all([me.refetch(), matters.refetch()]);
  return <ErrorState error={error} title={t('page.error')} onRetry={retry} />;
}

function Stored({ id }: { readonly id: string }) {
  const t = useText(draftingText);
  const question = useCase(id);
  if (question.isPending) return <LoadingState />;
  if (!question.data) {
    return <ErrorState error={question.error} title={t('page.error')} onRetry={() => void question.refetch()} />;
  }
  if (question.data.may.edit) return <Ready view={question.data} />;
  return (
    <EmptyState
      icon={<DocumentDismissRegular />}
      title={t('page.closed')}
      body={t('page.closed.body')}
      action={<Link href={hashOf({ page: 'case', id })}>{t('page.toCase')}</Link>}
    />
  );
}

/** 起案: a new case, or a draft or returned case to go on with. */
export function DraftingPage({ id, instruction }: { readonly id: string | null; readonly instruction: string | null }) {
  return id === null ? <Ready view={null} instruction={instruction} /> : <Stored id={id} />;
}
