import { mergeClasses } from '@fluentui/react-components';
import type { CaseView, ExplainView } from '@kaigi/core/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { ExplainPanel } from '../regulations/ExplainPanel.tsx';
import { RouteStages } from '../regulations/RouteStages.tsx';
import { explainedStages } from '../regulations/route-rows.ts';
import { TableButton } from '../regulations/TableButton.tsx';
import { regulationsText } from '../regulations/text.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { RoutePanel } from './RoutePanel.tsx';
import { draftingText } from './text.ts';
import type { Draft } from './use-draft.ts';
import type { DraftDesk } from './use-draft-desk.ts';

export interface RouteColumnProps {
  readonly view: CaseView | null;
  readonly draft: Draft;
  readonly desk: DraftDesk;
  readonly answer: UseQueryResult<ExplainView>;
  readonly answerable: boolean;
}

/** The route for what is typed and not stored yet, from the regulations alone. */
function Preview({ view, answer, answerable }: Pick<RouteColumnProps, 'view' | 'answer' | 'answerable'>) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const words = useText(regulationsText);
  const { data } = answer;
  if (!answerable) return <p className={styles.small}>{words('explain.waiting')}</p>;
  return (
    <>
      <p className={styles.small}>{t(view ? 'route.preview.changed' : 'route.preview')}</p>
      {data && !data.problem ? <RouteStages stages={explainedStages(data, words('row.absent'))} /> : null}
    </>
  );
}

/** 「これは誰の決裁？」 and the route, beside what is being typed. */
export function RouteColumn({ view, draft, desk, answer, answerable }: RouteColumnProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const words = useText(regulationsText);
  const routeChanged = draft.changed.includes('matter') || draft.changed.includes('urgency');
  return (
    <div className={mergeClasses(styles.column, styles.beside)}>
      <Section title={words('explain.title')}>
        <ExplainPanel answer={answer} answerable={answerable} withRoute={false} />
        <TableButton />
      </Section>
      <Section title={t('route.title')}>
        {view && !routeChanged ? (
          <RoutePanel view={view} busy={desk.busy} onWish={(wish) => desk.wish(view, wish)} />
        ) : (
          <Preview view={view} answer={answer} answerable={answerable} />
        )}
      </Section>
    </div>
  );
}
