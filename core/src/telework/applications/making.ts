import { randomBytes } from 'node:crypto';
import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  invariant,
  type Json,
  KaigiError,
  type LocalDate,
  type Locale,
  notAllowed,
} from '../../shared/index.ts';
import { type DayItem, isStanding } from '../days/day.ts';
import { bookedDays, daysOf, lockDays, saveDays } from '../days/store.ts';
import { addFact } from '../history/store.ts';
import { overlapsOf } from '../leave/overlap.ts';
import { APPLICATION } from './acts.ts';
import { refuseClosedMonths } from './closed.ts';
import type { ApplicationKind, AskedDay, Asking, Judged } from './kind.ts';
import { madeFact } from './made-fact.ts';
import { askingOf, type MachineParts } from './parts.ts';
import { presentJudgement } from './present-judgement.ts';
import { type Application, isOver } from './rules.ts';
import { insertApplication, type KeptApplication, readApplication } from './store.ts';

type Input = Readonly<Record<string, Json>>;

/** A question of one kind. */
export interface Question<I extends Input> {
  readonly kind: ApplicationKind<I>;
  readonly input: I;
}

/** The days that are to be replaced: one's own, not over, and standing. */
async function replacedBy<I extends Input>(asking: Asking, { kind, input }: Question<I>) {
  const replaces = kind.replaces?.(input) ?? null;
  if (replaces === null) return null;
  const { tx, actor, today } = asking;
  const earlier = await readApplication(tx, replaces.applicationId);
  const items = await daysOf(tx, [replaces.applicationId]);
  const standing = items.filter((item) => isStanding(item) && item.date >= today).map(({ itemId }) => itemId);
  const own = earlier?.staffId === actor.staffId && earlier.kind === kind.kind && !isOver(earlier);
  if (!own || !replaces.itemIds.every((id) => standing.includes(id))) throw badInput('telework.nothing_to_replace');
  return replaces;
}

/** What is booked for the same time and was not judged by the rules; the first is told. */
async function refuseOverlaps(asking: Asking, { days, meets }: Judged): Promise<void> {
  const dates = days.map(({ date }) => date).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return;
  const booked = (await bookedDays(asking.tx, { staffIds: [asking.actor.staffId], from, to })).filter(
    ({ itemId, kind }) => !asking.replacing.includes(itemId) && !meets.includes(kind),
  );
  const wish = days.map(({ date, kind, span }, at) => ({ bookingId: String(at), date, kind, span }));
  const [found] = overlapsOf(
    wish,
    booked.map(({ itemId, date, kind, span }) => ({ bookingId: itemId, date, kind, span })),
  );
  if (found) throw badInput('telework.overlaps', { date: found.date, what: found.code });
  const twice = wish.find((one, at) => overlapsOf([one], wish.slice(at + 1)).length > 0);
  if (twice) throw badInput('telework.asked_twice', { date: twice.date });
}

/** What the rules say of the question, while nobody else books days of the person. */
export async function judge<I extends Input>(
  parts: MachineParts,
  tx: Tx,
  { actor, question, asOf }: { actor: Actor; question: Question<I>; asOf?: LocalDate },
): Promise<{ judged: Judged; replaces: Application['replaces']; asking: Asking }> {
  // Without a post there is nobody above who could decide.
  if (actor.posts.length === 0) throw notAllowed('directory.no_post');
  const now = await askingOf(parts, tx, { actor });
  const asked = { ...now, today: asOf ?? now.today };
  const replaces = await replacedBy(asked, question);
  const asking = { ...asked, replacing: replaces?.itemIds ?? [] };
  const judged = await question.kind.judge(asking, question.input);
  if (judged.answer !== 'REFUSED') await refuseOverlaps(asking, judged);
  return { judged, replaces, asking };
}

/** A refusal with everything that stands against it, each with its article, and whom to ask. */
export function refusal(judged: Judged, locale: Locale): KaigiError {
  const view = presentJudgement(judged, locale);
  const lines = view.findings
    .filter(({ severity }) => severity === 'REFUSED')
    .map(({ sentence, ask, dates }) => {
      const when = dates.length === 0 || judged.days.length < 2 ? '' : `${dates.join(locale === 'ja' ? '、' : ', ')}: `;
      const whom = ask === null ? '' : locale === 'ja' ? `聞く先：${ask}。` : ` Ask: ${ask}.`;
      return `${when}${sentence}${whom}`;
    });
  return new KaigiError('not-allowed', 'telework.refused', { reasons: lines.join('\n') }, view);
}

export const itemOf = (application: Application, itemId: string, { date, kind, span, detail }: AskedDay): DayItem => ({
  ...{ itemId, applicationId: application.applicationId, staffId: application.staffId },
  ...{ date, kind, state: 'ASKED', span, detail },
});

/** The class under which its papers are filed: the matter's, else the one for the service of staff. */
export async function classified({ regulations }: MachineParts, tx: Tx, judged: Judged): Promise<Judged> {
  const { pack } = await regulations.today(tx);
  const { classifications } = pack;
  const service = classifications.find(({ keywords }) => keywords.includes('服務')) ?? classifications[0];
  const codeOf = (matter: string) => pack.matters.get(matter)?.classification ?? service?.code ?? '';
  const papers = judged.papers.map((paper) => ({
    ...paper,
    // A matter that this city's table does not know is decided as the general one is.
    matter: pack.matters.has(paper.matter.code) ? paper.matter : { ...paper.matter, code: 'GENERAL' },
    classificationCode: paper.classificationCode ?? codeOf(paper.matter.code),
  }));
  return { ...judged, papers };
}

async function makeOnce<I extends Input>(
  parts: MachineParts,
  tx: Tx,
  { actor, caller, question }: { actor: Actor; caller: Caller; question: Question<I> },
): Promise<{ applicationId: string }> {
  const { clock, kinds } = parts;
  await lockDays(tx, actor.staffId);
  const { judged: found, replaces, asking } = await judge(parts, tx, { actor, question });
  if (found.answer === 'REFUSED') throw refusal(found, caller.locale);
  if (found.days.length === 0 && question.kind.kind !== 'REGISTRATION') throw badInput('telework.no_days');
  const dates = found.days.map(({ date }) => date);
  await refuseClosedMonths(tx, actor.staffId, { dates, today: asking.today });
  const judged = await classified(parts, tx, found);
  const applicationId = newId(clock);
  const { entraObjectId, clientId, via, locale } = caller;
  const application: KeptApplication = {
    ...{ applicationId, kind: question.kind.kind, staffId: actor.staffId, state: 'FILING', version: 1 },
    ...{ applicant: personOf(actor), madeAt: asking.now, input: question.input, judged, cases: [], problem: null },
    ...{ replaces, salt: randomBytes(16).toString('base64url') },
    caller: { entraObjectId, ...(clientId === undefined ? {} : { clientId }), via, locale },
  };
  const days = judged.days.map((day) => itemOf(application, newId(clock), day));
  const fact = madeFact(question, application, days);
  await insertApplication(tx, application);
  const added = await addFact(tx, {
    ...{ subject: { kind: APPLICATION, id: applicationId }, seq: 1, at: asking.now, act: 'MADE', via },
    ...{ staffId: actor.staffId, actor: application.applicant, leafId: newId(clock) },
    fact,
  });
  invariant(added, 'a new application has no history');
  await saveDays(tx, days);
  await kinds.get(application.kind)?.follow?.({ tx, act: 'MADE', at: asking.now, application, days, changed: days });
  return { applicationId };
}

/** One application, however often it is sent under one key. */
export async function make<I extends Input>(
  parts: MachineParts,
  caller: Caller,
  question: Question<I>,
): Promise<string> {
  const { applicationId } = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const request = { use: `telework.apply-${question.kind.kind}`, input: question.input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => makeOnce(parts, tx, { actor, caller, question }));
  });
  parts.wake();
  return applicationId;
}
