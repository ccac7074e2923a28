import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { useNow } from '../app/use-now.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { RouteSlot } from './RouteSlot.tsx';
import { isPlanned, namesItsArticle, routeSteps } from './route-progress.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';

function Basis({ basis }: { readonly basis: NonNullable<CaseView['basis']> }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const { article, sentenceEn } = basis;
  const sentence = useLocale() === 'en' && sentenceEn ? sentenceEn : basis.sentence;
  // The English sentence names the article in English.
  const plain = sentence === sentenceEn || namesItsArticle(basis);
  return (
    <p className={styles.small} data-testid="route-basis">
      {t(plain ? 'route.basis.plain' : 'route.basis', { sentence, article })}
    </p>
  );
}

/** The route as a line from top to bottom: who has acted, who has it now, who comes next. */
export function RouteList({ view }: { readonly view: CaseView }) {
  const page = useCasePageStyles();
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  const now = useNow();
  const planned = isPlanned(view);
  return (
    <Section title={t('route.title')}>
      {view.routeProblem ? (
        <MessageBar intent="warning" layout="multiline" data-testid="route-problem">
          <MessageBarBody>
            <MessageBarTitle>{t('route.problem')}</MessageBarTitle>
            {view.routeProblem}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {planned && view.route.length > 0 ? <p className={page.small}>{t('route.planned')}</p> : null}
      {view.route.length > 0 ? (
        <ol className={styles.list}>
          {routeSteps(view.route).map((step) => (
            <RouteSlot key={step.slot.id} step={step} planned={planned} now={now} />
          ))}
        </ol>
      ) : null}
      {view.route.length === 0 && !view.routeProblem ? <p className={page.small}>{t('route.none')}</p> : null}
      {view.basis ? <Basis basis={view.basis} /> : null}
    </Section>
  );
}
