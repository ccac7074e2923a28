import type { OrganisationSnapshot } from '../../directory/index.ts';
import type { DisclosureScheme } from '../../regulations/index.ts';
import type { LocalDate, Locale } from '../../shared/index.ts';
import { hiddenTitle } from '../readers.ts';
import { differing } from './bars.ts';
import type { DisclosureSummary, DisclosureView } from './contract.ts';
import { clockOf, collects, decides, mayJudge, type OpenRequest, works } from './open.ts';
import { holdTermsOf } from './queries.ts';
import type { RequestRow } from './request-store.ts';
import { dueOn, holdStanding, isCorrectionLate, outcomeOf } from './rules.ts';
import { copiesOf, type ItemRow } from './store.ts';
import { storyOf } from './story.ts';

export const presentScheme = (scheme: DisclosureScheme, locale: Locale) => ({
  ...{ id: scheme.id, name: scheme.name[locale], law: scheme.law[locale], correction: scheme.correction ?? null },
  ...{ term: { ...scheme.term }, extension: { ...scheme.extension } },
  correctionTerm: scheme.correctionTerm
    ? { article: scheme.correctionTerm.article, days: scheme.correctionTerm.days ?? null }
    : null,
  ...{ dismissal: scheme.dismissal ?? null, referral: scheme.referral ?? null },
  rulings: scheme.rulings ? { ...scheme.rulings } : null,
  grounds: scheme.grounds.map((one) => ({ id: one.id, article: one.article, sentence: one.sentence[locale] })),
});

export function presentSummary(
  request: RequestRow,
  items: readonly ItemRow[],
  { today, locale }: { readonly today: LocalDate; readonly locale: Locale },
): DisclosureSummary {
  const { id, registerId, numberLabel, subject, unitName, state, receivedOn, decidedOn, extendedOn, scheme } = request;
  const { withdrawnOn, dismissedOn, ruling } = request;
  // What was thought of a document before is no decision.
  const isUndecided = withdrawnOn !== null || dismissedOn !== null;
  const due = state === 'OPEN' ? dueOn(clockOf(request)) : null;
  return {
    ...{ id, registerId, number: numberLabel, schemeName: scheme.name[locale], subject, unitName, state, receivedOn },
    ...{ dueOn: due, overdue: due !== null && today > due, extended: extendedOn !== null, decidedOn },
    ...{ withdrawnOn, dismissedOn, correctionLate: isCorrectionLate(request, today), ruling },
    outcome: isUndecided ? null : outcomeOf(items.map(({ decision }) => decision)),
  };
}

const SECTIONS = new Set(['SECTION', 'OFFICE', 'BRANCH']);

/** Sections of the city beyond this person's sight, each with its head: who can look where they cannot. */
function toAsk({ at: { sight }, asked }: OpenRequest, { units, headOf }: OrganisationSnapshot) {
  if (sight.all) return [];
  const known = new Set([...sight.sections, ...asked.map(({ unitId }) => unitId)]);
  return [...units.values()]
    .filter(({ kind, unitId }) => SECTIONS.has(kind) && !known.has(unitId))
    .map(({ unitId, name }) => ({ unitId, unitName: name, person: headOf(unitId)?.holders[0]?.name ?? null }));
}

/** What happened to the request itself beside its documents. */
function courseOf(request: RequestRow) {
  const { version, extensionReason, decisionLabel, withdrawalNote } = request;
  const { dismissalLabel, dismissalArticle, dismissalReason } = request;
  const { correctionAskedOn, correctionDays, correctionWanted, correctionUntil } = request;
  const { appealedOn, referredOn, referralNumber, advisedOn, adviceNumber, ruledOn, rulingNote } = request;
  return {
    ...{ version, extensionReason, decisionNumber: decisionLabel, withdrawalNote },
    ...{ dismissalNumber: dismissalLabel, dismissalArticle, dismissalReason },
    ...{ correctionAskedOn, correctionDays, correctionWanted, correctionUntil },
    ...{ appealedOn, referredOn, referralNumber, advisedOn, adviceNumber, ruledOn, rulingNote },
  };
}

export async function viewOf(open: OpenRequest): Promise<DisclosureView> {
  const { at, request, items, asked, hidden } = open;
  const { locale } = at.caller;
  const copies = new Map(
    (
      await copiesOf(
        at.tx,
        items.map(({ id }) => id),
      )
    ).map((copy) => [copy.itemId, copy]),
  );
  const isWorker = works(at.sight, request);
  return {
    ...presentSummary(request, items, { today: at.today, locale }),
    ...courseOf(request),
    scheme: presentScheme(request.scheme, locale),
    hold: { ...holdStanding(await holdTermsOf(at.tx, request.id), at.today) },
    items: items.map((item) => {
      const copy = copies.get(item.id);
      const { id, recordId, decision, grounds, note, judgedBy } = item;
      const isHidden = hidden.has(item);
      const { unjudged, unbarred } = differing(item, copy?.bars ?? null);
      return {
        ...{ id, recordId, title: isHidden ? hiddenTitle(locale) : item.title, decision, grounds: [...grounds] },
        ...{ note: isHidden ? '' : note, judgedBy, mayJudge: mayJudge(open, item) },
        differing: { unjudged: [...unjudged], unbarred: [...unbarred] },
        copy: copy ? { nth: copy.nth, size: copy.size, pages: copy.pages } : null,
      };
    }),
    asked: asked.map(({ unitId, unitName }) => ({ unitId, unitName })),
    toAsk: isWorker ? toAsk(open, await at.parts.directory.organisation(at.tx)) : [],
    may: {
      work: isWorker,
      collect: request.state === 'OPEN' && collects(at.sight, request, asked),
      decide: decides(at.sight, request),
    },
    history: await storyOf(open),
  };
}
