import { Link } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { THE_REGISTER } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import type { FactLine } from '../folders/Facts.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { disclosureText } from './text.ts';

/** A day, or a day with its article. */
function useDays() {
  const t = useText(disclosureText);
  const locale = useLocale();
  return (day: string | null, article: string | null = null): string | null => {
    if (day === null) return null;
    const said = dayText(day, locale);
    return article === null ? said : t('fact.term', { day: said, article });
  };
}

/** The last day for the decision, and by which article. */
function useDue({ state, dueOn, correctionAskedOn, extended, scheme }: DisclosureView): string | null {
  const t = useText(disclosureText);
  const locale = useLocale();
  const days = useDays();
  if (state === 'OPEN' && correctionAskedOn !== null)
    return t('fact.due_none', { day: dayText(correctionAskedOn, locale) });
  return days(dueOn, (extended ? scheme.extension : scheme.term).article);
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

/** Typed in several lines, and shown in them. */
function useTypedLines() {
  const { note } = useDisclosureStyles();
  return (words: string | null) => (words === null || words === '' ? null : <span className={note}>{words}</span>);
}

/** What was asked for, when and where it came. */
function useRequestLines({ schemeName, scheme, subject, registerId, number, receivedOn, unitName }: DisclosureView) {
  const t = useText(disclosureText);
  const locale = useLocale();
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
  ];
}

/** Until when, and how it ended. */
function useCourseLines(view: DisclosureView) {
  const t = useText(disclosureText);
  const locale = useLocale();
  const [due, correction, outcome] = [useDue(view), useCorrection(view), useOutcome(view)];
  const [days, typed] = [useDays(), useTypedLines()];
  const { asked, scheme, correctionWanted, correctionUntil, withdrawnOn, dismissedOn } = view;
  const names = asked.map((section) => section.unitName);
  return [
    { term: t('fact.due'), value: due },
    { term: t('fact.correction_wanted'), value: typed(correctionWanted) },
    { term: t('fact.correction_until'), value: days(correctionUntil, scheme.correctionTerm?.article ?? null) },
    { term: t('fact.correction'), value: correction },
    { term: t('fact.extension'), value: view.extensionReason },
    { term: t('fact.asked'), value: names.length === 0 ? null : listText(names, locale) },
    { term: t(view.decidedOn === null ? 'fact.outcome' : 'fact.decision'), value: outcome },
    { term: t('fact.withdrawn'), value: days(withdrawnOn) },
    { term: t('fact.withdrawal_note'), value: typed(view.withdrawalNote) },
    { term: t('fact.dismissed'), value: days(dismissedOn, view.dismissalArticle) },
    { term: t('fact.dismissal_case'), value: view.dismissalNumber },
    { term: t('fact.dismissal_reason'), value: typed(view.dismissalReason) },
  ];
}

/** How the last appeal ended; of one that was registered without its kind only when. */
function useResult({ ruling, ruledOn, scheme }: DisclosureView): string | null {
  const t = useText(disclosureText);
  const locale = useLocale();
  if (ruledOn === null) return null;
  const day = dayText(ruledOn, locale);
  if (ruling === null) return day;
  const article = scheme.rulings?.[ruling];
  const words = article === undefined ? day : listText([day, article], locale);
  return t('fact.result_words', { ruling: t(`ruling.${ruling}`), words });
}

/** 諮問 and 答申: each with its day and number, or that it is still to come. */
function useBoard({ state, referredOn, referralNumber, advisedOn, adviceNumber, scheme }: DisclosureView) {
  const t = useText(disclosureText);
  const locale = useLocale();
  const said = (day: string, number: string) =>
    listText(number === '' ? [dayText(day, locale)] : [dayText(day, locale), number], locale);
  const isOn = state === 'APPEALED';
  const { referral: article } = scheme;
  if (referredOn === null)
    return { referred: isOn && article !== null ? t('fact.referred_none') : null, advised: null };
  const day = said(referredOn, referralNumber);
  const none = isOn ? t('fact.advised_none') : null;
  return {
    referred: article === null ? day : t('fact.term', { day, article }),
    advised: advisedOn === null ? none : said(advisedOn, adviceNumber),
  };
}

/** 審査請求: whether it went to the review board, and how it ended. */
function useAppealLines(view: DisclosureView) {
  const t = useText(disclosureText);
  const [days, result, typed] = [useDays(), useResult(view), useTypedLines()];
  const { referred, advised } = useBoard(view);
  const { appealedOn, ruling, rulingNote } = view;
  const isGranted = ruling === 'UPHELD' || ruling === 'PARTLY_UPHELD';
  return [
    { term: t('fact.appeal'), value: days(appealedOn) },
    { term: t('fact.referred'), value: referred },
    { term: t('fact.advised'), value: advised },
    { term: t(ruling === null ? 'fact.ruled' : 'fact.result'), value: result },
    { term: t(isGranted ? 'fact.granted' : 'fact.ruling_note'), value: typed(rulingNote) },
  ];
}

/** What is known of a request, line by line. */
export function useLines(view: DisclosureView): readonly FactLine[] {
  return [...useRequestLines(view), ...useCourseLines(view), ...useAppealLines(view)];
}
