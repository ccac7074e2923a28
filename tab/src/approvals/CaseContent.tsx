import { mergeClasses } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { ExplanationsCard } from '../schedules/panel/ExplanationsCard.tsx';
import { CaseNotes } from './CaseNotes.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { ChangesCard } from './ChangesCard.tsx';
import { FilesCard } from './FilesCard.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ObligationsCard } from './ObligationsCard.tsx';
import { PaperAnswerCard } from './PaperAnswerCard.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { Questions } from './Questions.tsx';
import { RouteList } from './RouteList.tsx';
import { ReadingPackCard } from './reading-pack/ReadingPackCard.tsx';
import type { ActRunner } from './use-act-runner.ts';

export interface CaseContentProps {
  readonly view: CaseView;
  readonly runner: ActRunner;
  /** Beside a list there is room for one column only. */
  readonly narrow?: boolean;
}

/** Everything that can be read about a case: first what it is, unless that is gone, then where it stands. */
export function CaseContent({ view, runner, narrow = false }: CaseContentProps) {
  const styles = useCasePageStyles();
  return (
    <div className={mergeClasses(styles.columns, narrow && styles.oneColumn)}>
      <div className={styles.column}>
        <CaseNotes view={view} />
        <PaperAnswerCard view={view} />
        <ChangesCard changes={view.changes} />
        {view.disposed ? null : (
          <>
            <ProposalCard view={view} runner={runner} />
            <FilesCard view={view} />
            <ReadingPackCard view={view} />
            <Questions view={view} runner={runner} />
          </>
        )}
      </div>
      <div className={styles.column}>
        <RouteList view={view} />
        <ExplanationsCard view={view} />
        <ObligationsCard view={view} />
        <HistoryList id={view.id} />
      </div>
    </div>
  );
}
