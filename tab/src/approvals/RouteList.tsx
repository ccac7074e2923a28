import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { useNow } from '../app/use-now.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { RouteSlot } from './RouteSlot.tsx';
import { isPlanned, namesItsArticle, type RouteStage, routeStages } from './route-progress.ts';
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

interface StageProps {
  readonly stage: RouteStage;
  readonly planned: boolean;
  readonly now: number;
}

function useStageRule({ slots }: RouteStage): string | null {
  const t = useText(approvalsText);
  const rule = slots[0]?.stageRule ?? 'ALL';
  if (slots.length < 2) return null;
  return typeof rule === 'object' ? t('stage.AT_LEAST', { count: rule.atLeast }) : t(`stage.${rule}`);
}

/** One step, or a frame around those who act side by side. */
function Stage({ stage, planned, now }: StageProps) {
  const styles = useRouteListStyles();
  const rule = useStageRule(stage);
  const slots = stage.slots.map((slot) => (
    <RouteSlot key={slot.id} slot={slot} next={stage.next} planned={planned} now={now} />
  ));
  if (rule === null) return slots;
  return (
    <li className={styles.group} data-testid="route-stage">
      <span className={styles.small}>{rule}</span>
      <ol className={styles.list}>{slots}</ol>
    </li>
  );
}

/** 専決 leaves superiors out: their boxes are struck through. */
function PassedOver({ items }: { readonly items: CaseView['passedOver'] }) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('passed.title')} data-testid="passed-over">
      {items.map(({ postId, postTitle, unitName, why, sentence }) => (
        <li key={postId} className={styles.passed}>
          <span className={styles.struck} aria-hidden />
          <span className={styles.body}>
            <span>
              {unitName} {postTitle}
            </span>
            <span className={styles.small}>{sentence ?? t(`passed.${why}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The route from top to bottom: who has acted, who has it now, who comes next. */
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
          {routeStages(view.route).map((stage) => (
            <Stage key={stage.stage} stage={stage} planned={planned} now={now} />
          ))}
        </ol>
      ) : null}
      {view.route.length === 0 && !view.routeProblem ? <p className={page.small}>{t('route.none')}</p> : null}
      <PassedOver items={view.passedOver} />
      {view.basis ? <Basis basis={view.basis} /> : null}
    </Section>
  );
}
