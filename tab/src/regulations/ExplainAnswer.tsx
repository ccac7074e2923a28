import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
} from '@fluentui/react-components';
import type { ExplainView } from '@kaigi/core/contract';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { ExplainDetails, ExplainWhy } from './ExplainDetails.tsx';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { RouteStages } from './RouteStages.tsx';
import { explainedStages } from './route-rows.ts';
import { regulationsText } from './text.ts';

const RESOLVERS = ['DRAFTER', 'ADMIN', 'PERSONNEL', 'RECORDS_OFFICER'] as const;

/** Why there is no route, in a sentence, and who can do something about it. */
function Problem({ problem }: { readonly problem: NonNullable<ExplainView['problem']> }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const who = RESOLVERS.find((one) => one === problem.whoCanResolve);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="route-problem">
      <MessageBarBody>
        <MessageBarTitle>{t('explain.problem')}</MessageBarTitle>
        <span>{problem.sentence}</span>
        {who ? <p className={styles.small}>{t(`explain.who.${who}`)}</p> : null}
      </MessageBarBody>
    </MessageBar>
  );
}

function Decider({ view }: { readonly view: ExplainView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const { decider, decisionClass, delegated, matter } = view;
  if (!decider) return null;
  const names = listText(
    decider.holders.map(({ name }) => name),
    locale,
  );
  return (
    <div className={styles.decider} data-testid="decider">
      <span className={styles.small}>{t('explain.decider')}</span>
      <span className={styles.line}>
        <span className={styles.deciderName}>{decider.name}</span>
        {decisionClass ? (
          <Badge appearance="filled" color="brand">
            {t(delegated ? 'explain.delegated' : 'explain.own', { name: decisionClass.name })}
          </Badge>
        ) : null}
        {matter.minor ? <Badge appearance="outline">{t('explain.minor')}</Badge> : null}
      </span>
      <span>{names === '' ? t('row.vacant') : names}</span>
    </div>
  );
}

/** On a page that is about something else, the rest waits until it is asked for. */
function Folded({ view }: { readonly view: ExplainView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  return (
    <Accordion collapsible>
      <AccordionItem value="more">
        <AccordionHeader size="small">{t('explain.more')}</AccordionHeader>
        <AccordionPanel className={styles.stack}>
          <ExplainDetails view={view} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

export interface ExplainAnswerProps {
  readonly view: ExplainView;
  /** True while a newer question is under way. */
  readonly fading: boolean;
  /** False where the route itself is shown elsewhere on the page. */
  readonly withRoute: boolean;
}

/** 「これは誰の決裁？」 answered: decider, route, who may stand in today, and why. */
export function ExplainAnswer({ view, fading, withRoute }: ExplainAnswerProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const asOf = t('explain.as_of', { regulation: view.regulation, day: dayText(view.day, locale) });
  if (view.problem) return <Problem problem={view.problem} />;
  return (
    <div
      className={mergeClasses(styles.stack, fading && styles.fading)}
      data-testid="explain-answer"
      aria-busy={fading}
    >
      <Decider view={view} />
      {withRoute ? (
        <div className={styles.tight}>
          <h3 className={styles.heading}>{t('explain.route')}</h3>
          <RouteStages stages={explainedStages(view, t('row.absent'))} />
        </div>
      ) : null}
      <ExplainWhy view={view} />
      {withRoute ? <ExplainDetails view={view} /> : <Folded view={view} />}
      <p className={styles.small}>{asOf}</p>
    </div>
  );
}
