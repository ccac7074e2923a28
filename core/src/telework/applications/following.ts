import { type CaseState, caseStates } from '../../approvals/index.ts';
import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Json, localDateOf, type Sentence } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import { type Opened, openApplication, type Step, take } from './acts.ts';
import type { DayNote } from './kind.ts';
import { askingOf, type MachineParts } from './parts.ts';
import { type Follows, followsFrom, isOver } from './rules.ts';

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

const whoDid = (states: readonly CaseState[], statuses: readonly CaseState['status'][]): CaseState | undefined =>
  states.find(({ status, by }) => by !== null && statuses.includes(status));

/** The days that were to be replaced make room. */
async function replace(parts: MachineParts, tx: Tx, { application }: Opened, actor: Person): Promise<void> {
  const { replaces, applicationId: byId } = application;
  const opened = replaces && (await openApplication(tx, replaces.applicationId));
  if (!opened || isOver(opened.application)) return;
  const standing = ({ state }: DayItem) => state === 'ASKED' || state === 'APPROVED';
  const gone = opened.days.filter((one) => standing(one) && replaces.itemIds.includes(one.itemId));
  if (gone.length === 0) return;
  const changed = gone.map((one) => ({ ...one, state: 'CANCELLED' as const }));
  const left = opened.days.some((one) => standing(one) && !gone.includes(one));
  const state = left ? opened.application.state : 'CANCELLED';
  const fact = { by: byId, itemIds: gone.map(({ itemId }) => itemId) };
  await take(parts, tx, { opened, step: { act: 'REPLACED', state, actor, via: 'rules', fact, changed } });
}

async function approve(parts: MachineParts, tx: Tx, opened: Opened, states: readonly CaseState[]): Promise<Opened> {
  const notes = await notesOn(parts, tx, opened);
  const changed = opened.days
    .filter(({ state }) => state === 'ASKED')
    .map((one) => ({ ...one, state: 'APPROVED' as const }));
  const actor = whoDid(states, ['DECIDED', 'ISSUED', 'COMPLETED'])?.by ?? opened.application.applicant;
  const fact = {
    itemIds: changed.map(({ itemId }) => itemId),
    notes: notes.map(({ itemId, sentence }): Json => ({ itemId, ja: sentence.ja, en: sentence.en })),
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
  const changed = ended
    ? days.filter(({ state }) => state === 'ASKED').map((one) => ({ ...one, state: 'REFUSED' as const }))
    : [];
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

/** The application moves to where its cases stand now; again, or in another order, it comes to the same. */
export async function settle(parts: MachineParts, tx: Tx, opened: Opened): Promise<Opened> {
  const { application } = opened;
  const states = await caseStates(
    tx,
    application.cases.map(({ caseId }) => caseId),
  );
  const follows = followsFrom(application, states);
  if (follows === null) return opened;
  if (follows === 'APPROVED') return approve(parts, tx, opened, states);
  return take(parts, tx, { opened, step: endStep(follows, opened, states) });
}
