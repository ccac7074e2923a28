import { Field, SearchBox } from '@fluentui/react-components';
import type { TeleworkRulesView, TeleworkRuleView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useTeleworkRules } from '../applications/use-applications.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { foundRules } from './found-rules.ts';
import { rulesText } from './text.ts';

function Rule({ rule: { row, sentence, article, ask, relaxedBy } }: { readonly rule: TeleworkRuleView }) {
  const styles = useWorkdayStyles();
  const t = useText(rulesText);
  const locale = useLocale();
  return (
    <li className={styles.finding} data-testid="rule" data-row={row}>
      <span className={styles.strong}>{sentence}</span>
      <span className={styles.muted}>{t('rules.article', { article })}</span>
      <span className={styles.muted}>{t('rules.ask', { ask })}</span>
      {relaxedBy.length === 0 ? null : (
        <span className={styles.muted}>{t('rules.relaxed', { switches: listText(relaxedBy, locale) })}</span>
      )}
    </li>
  );
}

function Rules({ view, typed }: { readonly view: TeleworkRulesView; readonly typed: string }) {
  const styles = useWorkdayStyles();
  const t = useText(rulesText);
  const groups = foundRules(view.items, typed);
  const count = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return (
    <div className={styles.stack}>
      <p className={styles.muted} role="status" data-testid="rules-count">
        {count === 0 ? (view.problem ?? t('rules.none', { ask: view.ask })) : t('rules.count', { count })}
      </p>
      {groups.map(({ answer, rules }) => (
        <Section key={answer} title={t(`rules.${answer}`)}>
          <ul className={styles.list} data-testid={`rules-${answer}`}>
            {rules.map((rule) => (
              <Rule key={rule.row} rule={rule} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** できる・できない・理由・聞く先: the city's rules of telework, to be searched. */
export function RulesPart() {
  const styles = useWorkdayStyles();
  const t = useText(rulesText);
  const [typed, setTyped] = useState('');
  const rules = useTeleworkRules();
  if (rules.isPending) return <LoadingState />;
  if (rules.data === undefined) {
    return <ErrorState error={rules.error} title={t('rules.error')} onRetry={() => void rules.refetch()} />;
  }
  const { data: view } = rules;
  return (
    <div className={styles.stack}>
      <search>
        <Field label={t('rules.search')}>
          <SearchBox value={typed} onChange={(_, { value }) => setTyped(value)} data-testid="rules-search" />
        </Field>
      </search>
      {view.title === null ? null : <p className={styles.muted}>{view.title}</p>}
      <Rules view={view} typed={typed} />
    </div>
  );
}
