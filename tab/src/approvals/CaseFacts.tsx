import { Link, mergeClasses } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import type { ReactNode } from 'react';
import { dayText, fiscalYearText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';

interface Fact {
  readonly term: string;
  readonly value: ReactNode;
  readonly red?: boolean;
}

function useLinkFacts(view: CaseView): readonly (Fact | null)[] {
  const t = useText(approvalsText);
  const locale = useLocale();
  const link = (id: string) => <Link href={`#/cases/${encodeURIComponent(id)}`}>{t('fact.open')}</Link>;
  return [
    view.citedCaseId ? { term: t('fact.cited'), value: link(view.citedCaseId) } : null,
    view.correctsCaseId ? { term: t('fact.corrects'), value: link(view.correctsCaseId) } : null,
    view.instruction ? { term: t('fact.instruction'), value: <Instructed view={view} locale={locale} /> } : null,
  ];
}

/** Who asked for it before it was drafted, and how often it was sent back. */
function Instructed({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) {
  const t = useText(approvalsText);
  const { instruction, instructionId, returns } = view;
  if (!instruction) return null;
  const who = personText(instruction.givenBy);
  return (
    <span data-testid="instruction-fact">
      {t('fact.instruction.value', { who, when: whenText(instruction.givenAt, locale) })}{' '}
      {t('badge.returns', { count: returns })}{' '}
      {instruction.mayOpen && instructionId ? (
        <Link href={hashOf({ page: 'instructions', id: instructionId })}>{t('fact.instruction.open')}</Link>
      ) : null}
    </span>
  );
}

function useDayFacts(view: CaseView): readonly (Fact | null)[] {
  const t = useText(approvalsText);
  const locale = useLocale();
  const { effectiveOn, effectiveDiffers: red, retroactive, retroactiveReason } = view;
  const effectiveText = (day: string) =>
    red
      ? t(retroactive ? 'fact.effective.earlier' : 'fact.effective.later', { day: dayText(day, locale) })
      : dayText(day, locale);
  return [
    { term: t('case.draftedAt'), value: whenText(view.createdAt, locale) },
    view.decidedAt ? { term: t('case.decidedOn'), value: whenText(view.decidedAt, locale) } : null,
    effectiveOn ? { term: t('fact.effectiveOn'), value: effectiveText(effectiveOn), red } : null,
    red && retroactiveReason ? { term: t('fact.effectiveReason'), value: retroactiveReason, red } : null,
  ];
}

/** 施行 and 完結 as they are registered. */
function useFinishFacts({ issued, completed }: CaseView): readonly (Fact | null)[] {
  const t = useText(approvalsText);
  const locale = useLocale();
  const shown = issued && { method: t(`issuance.${issued.method}`), who: personText(issued.by) };
  const closed = completed && {
    year: fiscalYearText(completed.fiscalYear, locale),
    who: personText(completed.by),
  };
  return [
    shown ? { term: t('fact.issuedOn'), value: t('fact.issued', { day: dayText(issued.on, locale), ...shown }) } : null,
    issued?.note ? { term: t('fact.issuedNote'), value: issued.note } : null,
    closed
      ? { term: t('fact.completedOn'), value: t('fact.completed', { day: dayText(completed.on, locale), ...closed }) }
      : null,
    completed?.note ? { term: t('fact.completedNote'), value: completed.note } : null,
  ];
}

function useContentFacts(view: CaseView): readonly (Fact | null)[] {
  const t = useText(approvalsText);
  const locale = useLocale();
  const { disclosure, issuance } = view;
  const open = disclosure && [t(`fact.disclosure.${disclosure.kind}`), disclosure.reason].filter(Boolean).join(' ');
  const issued =
    issuance &&
    (issuance.on
      ? t('fact.issuance.planned', { method: t(`issuance.${issuance.method}`), day: dayText(issuance.on, locale) })
      : t(`issuance.${issuance.method}`));
  return [
    view.matterName ? { term: t('fact.matter'), value: view.matterName } : null,
    view.legalBasis === '' ? null : { term: t('fact.legalBasis'), value: view.legalBasis },
    { term: t('case.classification'), value: t('case.classification.value', view.classification) },
    { term: t('case.retention'), value: view.period[locale] },
    {
      term: t('fact.confidentiality'),
      value: t('fact.confidentiality.value', { code: view.confidentiality.slice(1) }),
    },
    open ? { term: t('fact.disclosure'), value: open } : null,
    issued ? { term: t('fact.issuance'), value: issued } : null,
  ];
}

/** Who, what kind, how long: the facts beside the text. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const drafter: Fact = { term: t('case.drafter'), value: personText(view.drafter) };
  const facts = [
    drafter,
    ...useDayFacts(view),
    ...useFinishFacts(view),
    ...useContentFacts(view),
    ...useLinkFacts(view),
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact !== null)
        .map(({ term, value, red }) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={mergeClasses(styles.value, red && styles.red)}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
