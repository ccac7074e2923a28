import { Link } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { type Ref, useEffect, useRef } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { ActionBar } from '../ActionBar.tsx';
import type { ActKind } from '../act-shapes.ts';
import { type ActsHandle, CaseActs } from '../CaseActs.tsx';
import { CaseContent } from '../CaseContent.tsx';
import { CaseHead } from '../CaseHead.tsx';
import { approvalsText } from '../text.ts';
import { useActRunner } from '../use-act-runner.ts';
import { useCase } from '../use-case.ts';
import { useOpened } from '../use-opened.ts';
import { useInboxStyles } from './Inbox.styles.ts';
import { inboxText } from './text.ts';

export interface InboxPaneProps {
  readonly id: string;
  readonly handle: Ref<ActsHandle>;
  readonly onActed: (kind: ActKind, view: CaseView) => void;
  /** Where the focus goes when a dialog is gone. */
  readonly focusAfterwards: () => void;
}

function Loaded({ view, ...props }: InboxPaneProps & { readonly view: CaseView }) {
  const t = useText(inboxText);
  const runner = useActRunner(view.id, props.focusAfterwards);
  useOpened(view);
  const full = <Link href={`#/cases/${encodeURIComponent(view.id)}`}>{t('inbox.open.full')}</Link>;
  return (
    <CaseActs view={view} runner={runner} handle={props.handle} onActed={props.onActed}>
      <CaseHead view={view} links={full} part />
      <CaseContent view={view} runner={runner} narrow />
      <ActionBar view={view} />
    </CaseActs>
  );
}

function Body(props: InboxPaneProps) {
  const t = useText(approvalsText);
  const question = useCase(props.id);
  if (question.isPending) return <LoadingState />;
  if (!question.data) {
    return <ErrorState error={question.error} title={t('case.error')} onRetry={() => void question.refetch()} />;
  }
  return <Loaded {...props} view={question.data} />;
}

/** The chosen case beside the list, from its beginning. */
export function InboxPane(props: InboxPaneProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const above = (pane.current?.getBoundingClientRect().top ?? 0) < 0;
    if (above) pane.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={pane} className={styles.pane} aria-label={t('inbox.pane')} data-testid="inbox-pane">
      <Body {...props} />
    </section>
  );
}
