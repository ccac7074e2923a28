import type { ExplainView } from '@kaigi/core/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { ExplainAnswer } from './ExplainAnswer.tsx';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

export interface ExplainPanelProps {
  readonly answer: UseQueryResult<ExplainView>;
  /** True when all is known that the regulations ask. */
  readonly answerable: boolean;
  readonly withRoute: boolean;
}

/** The answer in each of its states; what changes is read out. */
export function ExplainPanel({ answer, answerable, withRoute }: ExplainPanelProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const { data, isFetching, isPlaceholderData } = answer;
  if (!answerable) return <p className={styles.lead}>{t('explain.waiting')}</p>;
  if (answer.isError && !data) {
    return <ErrorState error={answer.error} title={t('explain.error')} onRetry={() => void answer.refetch()} />;
  }
  if (!data) return <LoadingState />;
  return (
    <div aria-live="polite">
      <ExplainAnswer view={data} fading={isFetching && isPlaceholderData} withRoute={withRoute} />
    </div>
  );
}
