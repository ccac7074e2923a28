import { type CaseState, caseStates } from '../../approvals/index.ts';
import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Json, localDateOf, type Sentence } from '../../shared/index.ts';
import { askedAs, isStanding } from '../days/day.ts';
import { type Opened, openApplication, type Step, take } from './acts.ts';
import type { DayNote } from './kind.ts';
import { isAltered } from './paper-case.ts';
import { askingOf, type MachineParts } from './parts.ts';
import { type Follows, followsFrom, isBeforeSuperiors, isOver, isUnderWay } from './rules.ts';

const AFTERWARDS: Sentence = {
  ja: '承認の日には過ぎていました（事後の承認）。',
  en: 'It was over on the day of the approval (approved afterwards).',
};

/** What is told beside the approval: days that are over, and what has changed in the rules since. */
async function notesOn(parts: MachineParts, tx: Tx, { application, days }: Opened): Promise<DayNote[]> {
  const today = localDateOf(parts.clock.now());
  const asked = days.filter(({ state }) => state === 'ASKED');
  const over = asked.filter(({ date }) => date < today).map(({ itemId }) => ({ itemId, sentence: AFTERWARDS }));
  const actor = await parts.directory.actorById(tx, application.staffId);
  const again = parts.kinds.get(application.kind)?.again;
  if (!actor || !again) return over;
  const replacing = [...days.map(({ itemId }) => itemId), ...(application.replaces?.itemIds ?? [])];
  const asking = await askingOf(parts, tx, { actor, replacing });
  return [...over, ...(await again(asking, application, asked))];
}

/** The same sentence about many days, once. */
const notedTogether = (notes: readonly DayNote[]): Json => ({
  itemIds: notes.map(({ itemId }) => itemId),
  ...{ ja: notes[0]?.sentence.ja ?? '', en: notes[0]?.sentence.en ?? '' },
});

const whoDid = (states: readonly CaseState[], statuses: readonly CaseState['status'][]): CaseState | undefined =>
  states.find(({ status, by }) => by !== null && statuses.includes(status));

/** The days that were to be replaced make room. */
async function replace(parts: MachineParts, tx: Tx, { application }: Opened, actor: Person): Promise<void> {
  const { replaces, applicationId: byId } = application;
  const opened = replaces && (await openApplication(tx, replaces.applicationId));
  if (!opened || isOver(opened.application)) return;
  const gone = opened.days.filter((one) => isStanding(one) && replaces.itemIds.includes(one.itemId));
  if (gone.length === 0) return;
  const changed = gone.map((one) => ({ ...one, state: 'CANCELLED' as const }));
  const left = opened.days.some((one) => isStanding(one) && !gone.includes(one));
  const state = left ? opened.application.state : 'CANCELLED';
  const fact = { by: byId, itemIds: gone.map(({ itemId }) => itemId) };
  await take(parts, tx, { opened, step: { act: 'REPLACED', state, actor, via: 'rules', fact, changed } });
}

async function approve(parts: MachineParts, tx: Tx, opened: Opened, states: readonly CaseState[]): Promise<Opened> {
  const notes = await notesOn(parts, tx, opened);
  const changed = askedAs(opened.days, 'APPROVED');
  const actor = whoDid(states, ['DECIDED', 'ISSUED', 'COMPLETED'])?.by ?? opened.application.applicant;
  const fact = {
    itemIds: changed.map(({ itemId }) => itemId),
    notes: [...Map.groupBy(notes, ({ sentence }) => sentence.ja).values()].map(notedTogether),
  };
  // First the earlier days make room: the kind's own rows then see the new ones alone.
  await replace(parts, tx, opened, actor);
  const step: Step = { act: 'APPROVED', state: 'APPROVED', actor, via: 'rules', fact, changed };
  return take(parts, tx, { opened, step });
}

function endStep(
  follows: Exclude<Follows, 'APPROVED'>,
  { application, days }: Opened,
  states: readonly CaseState[],
): Step {
  const ended = follows === 'REFUSED' || follows === 'WITHDRAWN';
  const changed = ended ? askedAs(days, 'REFUSED') : [];
  const by =
    follows === 'REFUSED'
      ? whoDid(states, ['REJECTED'])
      : follows === 'SENT_BACK'
        ? whoDid(states, ['SENT_BACK'])
        : whoDid(states, ['ABANDONED']);
  const actor = (follows === 'RESUBMITTED' ? null : by?.by) ?? application.applicant;
  const state = follows === 'RESUBMITTED' ? 'REVIEW' : follows;
  return { act: follows, state, actor, via: 'rules', fact: { reason: by?.reason ?? null }, changed };
}

/** Where its cases lie with the superiors as something else, and not as they were drafted. */
function isOtherwise({ application }: Opened, states: readonly CaseState[]): boolean {
  const { cases, judged } = application;
  return states
    .filter(({ status }) => isBeforeSuperiors(status))
    .some(({ caseId, content }) => {
      const procedure = cases.find((one) => one.caseId === caseId)?.procedure;
      const paper = judged.papers.find((one) => one.procedure === procedure);
      return !paper || isAltered(application, paper, content);
    });
}

/** Nothing is approved by a decision about something else; the cases that are still open are dropped. */
function refuseOtherwise({ application, days }: Opened): Step {
  const changed = askedAs(days, 'REFUSED');
  const fact = { code: 'telework.application_otherwise', reason: null };
  return { act: 'REFUSED', state: 'REFUSED', actor: application.applicant, via: 'rules', fact, changed };
}

/** The application moves to where its cases stand now; again, or in another order, it comes to the same. */
export async function settle(parts: MachineParts, tx: Tx, opened: Opened): Promise<Opened> {
  const { application } = opened;
  const states = await caseStates(
    tx,
    application.cases.map(({ caseId }) => caseId),
  );
  if (isUnderWay(application) && isOtherwise(opened, states))
    return take(parts, tx, { opened, step: refuseOtherwise(opened) });
  const follows = followsFrom(application, states);
  if (follows === null) return opened;
  if (follows === 'APPROVED') return approve(parts, tx, opened, states);
  return take(parts, tx, { opened, step: endStep(follows, opened, states) });
}
