import { personOf } from '../../directory/index.ts';
import { conflict, notAllowed } from '../../shared/index.ts';
import { type Became, noteNext } from '../act.ts';
import { applyEdit as applyToLine } from '../lines/editing.ts';
import { noteLineEdits } from '../lines/service.ts';
import { applyEdit as applyToSentence } from '../sentences/editing.ts';
import { noteSentenceEdits } from '../sentences/service.ts';
import type { Acting } from './acting.ts';
import { runningRound } from './answering.ts';
import type { SettleInput } from './contract.ts';
import * as policy from './policy.ts';
import { isStale } from './present.ts';
import { suggestionOf } from './suggesting.ts';
import { type Suggestion, updateSuggestion } from './suggestion-store.ts';

/** The words as an edit of its own history, like any other. False where other words stand there by now. */
async function putIn({ parts, open, meeting }: Acting, suggestion: Suggestion): Promise<boolean> {
  const { of, targetId, targetVersion: version, after: text } = suggestion;
  const { tx } = open;
  const { meetingId } = meeting;
  if (of === 'LINE') {
    const attendeeIds = new Set(meeting.content.attendees.map(({ id }) => id));
    const done = await applyToLine({ tx, meetingId, attendeeIds }, { op: 'TEXT', lineId: targetId, version, text });
    if (done) await noteLineEdits(parts, open, { meeting, done: [done] });
    return done !== null;
  }
  const done = await applyToSentence({ tx, meetingId }, { op: 'SET', id: targetId, version, text });
  if (done) await noteSentenceEdits(parts, open, meeting, [done]);
  return done !== null;
}

interface Settling {
  readonly suggestionId: string;
  readonly input: SettleInput;
}

/**
 * 議長が決める; who does so because the chair is away has that in the history. The same ruling twice is one; what was
 * settled otherwise stays as it was.
 * @throws conflict `minutes.round_none`, `…suggestion_settled_already`; not-allowed `…settle_not_yours`, `…settle_own`
 */
export async function settle(acting: Acting, { suggestionId, input }: Settling): Promise<Became> {
  const { open, meeting, parts } = acting;
  const { outcome, comment } = input;
  if (!policy.maySettle(acting, open.sight)) throw notAllowed('minutes.settle_not_yours');
  const suggestion = suggestionOf(acting, suggestionId);
  if (!policy.maySettleThis(acting, open.sight, suggestion)) throw notAllowed('minutes.settle_own');
  if (suggestion.state === outcome) return 'done';
  if (suggestion.state !== 'OPEN') throw conflict('minutes.suggestion_settled_already');
  const { nth } = runningRound(acting);
  if (outcome === 'ACCEPTED' && (isStale(acting, suggestion) || !(await putIn(acting, suggestion))))
    return 'minutes.suggestion_stale';
  await updateSuggestion(open.tx, meeting.meetingId, {
    ...{ ...suggestion, state: outcome, settledBy: personOf(open.actor), settledAt: parts.clock.now(), comment },
  });
  const away = policy.standsInBecause(acting, open.sight);
  await noteNext(acting, 'round', {
    act: 'SETTLED',
    fact: { nth, suggestionId, outcome, ...(away ? { insteadOf: policy.chairOf(meeting) } : {}) },
    change: { comment, ...(away ? { absence: away.statement } : {}) },
  });
  return 'done';
}
