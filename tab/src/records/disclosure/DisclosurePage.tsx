import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { THE_REGISTER } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { Facts } from '../folders/Facts.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { ActButtons } from './ActButtons.tsx';
import { Marks } from './Badges.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { holdText } from './hold-text.ts';
import { Items } from './Items.tsx';
import { disclosureText } from './text.ts';
import { useDisclosure } from './use-disclosures.ts';

interface Shown {
  readonly view: DisclosureView;
}

const LIST = { page: 'records', part: 'disclosures', id: null, wish: {} } as const;

/** The last day for the decision, and by which article. */
function useDue({ dueOn, correctionAskedOn, extended, scheme }: DisclosureView): string | null {
  const t = useText(disclosureText);
  const locale = useLocale();
  if (correctionAskedOn !== null) return t('fact.due_none', { day: dayText(correctionAskedOn, locale) });
  if (dueOn === null) return null;
  const { article } = extended ? scheme.extension : scheme.term;
  return t('fact.term', { day: dayText(dueOn, locale), article });
}

/** Why the term ends later than its days say, and by which article. */
function useCorrection({ correctionDays, scheme }: DisclosureView): string | null {
  const t = useText(disclosureText);
  if (correctionDays === 0) return null;
  const said = t('fact.correction_days', { count: correctionDays });
  return scheme.correction === null ? said : `${said}${t('in_brackets', { words: scheme.correction })}`;
}

/** What it comes to: decided by a number, or as it was judged so far. */
function useOutcome({ outcome, decidedOn, decisionNumber }: DisclosureView): string | null {
  const t = useText(disclosureText);
  const locale = useLocale();
  const said = outcome === null ? null : t(`decision.${outcome}`);
  if (said === null || decidedOn === null || decisionNumber === null) return said;
  return t('fact.decision_words', { outcome: said, day: dayText(decidedOn, locale), number: decisionNumber });
}

function useLines(view: DisclosureView) {
  const t = useText(disclosureText);
  const locale = useLocale();
  const [due, correction, outcome] = [useDue(view), useCorrection(view), useOutcome(view)];
  const { schemeName, scheme, subject, registerId, number, receivedOn, unitName, asked } = view;
  const day = (on: string | null) => (on === null ? null : dayText(on, locale));
  const names = asked.map((section) => section.unitName);
  return [
    { term: t('fact.kind'), value: schemeName },
    { term: t('fact.law'), value: scheme.law },
    { term: t('fact.subject'), value: subject },
    {
      term: t('fact.receipt'),
      value: (
        <>
          <Link href={hashOf({ ...THE_REGISTER, id: registerId })}>{number}</Link>
          {t('in_brackets', { words: dayText(receivedOn, locale) })}
        </>
      ),
    },
    { term: t('fact.unit'), value: unitName },
    { term: t('fact.due'), value: due },
    { term: t('fact.correction'), value: correction },
    { term: t('fact.extension'), value: view.extensionReason },
    { term: t('fact.asked'), value: names.length === 0 ? null : listText(names, locale) },
    { term: t(view.decidedOn === null ? 'fact.outcome' : 'fact.decision'), value: outcome },
    { term: t('fact.appeal'), value: day(view.appealedOn) },
    { term: t('fact.ruled'), value: day(view.ruledOn) },
  ];
}

/** Until when nothing of it is disposed of, or was. */
function HoldExplained({ view }: Shown) {
  const t = useText(disclosureText);
  return (
    <MessageBar intent="info" layout="multiline" data-testid="disclosure-hold">
      <MessageBarBody>{holdText(view, { t, locale: useLocale() })}</MessageBarBody>
    </MessageBar>
  );
}

function History({ view: { history } }: Shown) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const locale = useLocale();
  return (
    <section className={styles.card} aria-label={t('history.title')}>
      <h2 className={styles.heading}>{t('history.title')}</h2>
      <ul className={own.hits}>
        {history.map(({ at, act, about, by }) => (
          <li key={`${at} ${act} ${about} ${by}`} data-testid="disclosure-fact">
            <span className={styles.quiet}>{`${whenText(at, locale)} ${by} `}</span>
            {about === null ? act : `${act}${t('in_brackets', { words: about })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRequest({ view }: Shown) {
  const styles = useDisposalStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const title = t('list.title');
  return (
    <>
      <RecordsParts current="disclosures" />
      <Link className={styles.back} href={hashOf(LIST)}>
        {t('list.back')}
      </Link>
      <div className={styles.head}>
        <PageHeading title={`${title} ${view.number}`} focusKey={`disclosure ${view.id}`} />
        <div className={styles.badges}>
          <Marks request={view} />
        </div>
      </div>
      <div className={own.page}>
        <ActButtons view={view} />
        <Facts lines={useLines(view)} />
        <HoldExplained view={view} />
        <Items view={view} />
        <History view={view} />
      </div>
    </>
  );
}

/** One request: what is collected for it, what becomes of each, and what was decided. */
export function DisclosurePage({ id }: { readonly id: string }) {
  const { data: view, error, isPending, refetch } = useDisclosure(id);
  if (isPending) return <LoadingState />;
  if (!view) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <OneRequest view={view} />;
}
