import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type Json } from '../../shared/index.ts';
import { addFact, type NextFact } from '../history/store.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mayEdit } from '../meetings/policy.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { countOn } from '../meetings/store.ts';
import { inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { copyFor, publishedSentences } from '../publication/reading.ts';
import type { Reckoner } from '../reckoning/reckoner.ts';
import { wordingFor } from '../wording/wording.ts';
import type { MinutesView, SentenceEditsAnswer, SentenceEditsInput } from './contract.ts';
import { stillToDraft } from './drafted.ts';
import { applyEdit, type Done } from './editing.ts';
import { presentSentence, type Sentence } from './sentence.ts';
import * as store from './store.ts';

type DraftingParts = MinutesParts & { readonly reckoner: Reckoner };

export interface Sentences {
  /** @throws not-found `minutes.meeting_not_found` */
  read(caller: Caller, meetingId: string): Promise<MinutesView>;
  /** By rules from the lines; what people have settled stays. @throws bad-input `minutes.nothing_to_draft_from` */
  draft(caller: Caller, meetingId: string, version: number): Promise<MinutesView>;
  edit(caller: Caller, meetingId: string, input: SentenceEditsInput): Promise<SentenceEditsAnswer>;
}

/** Whose 議題 was taken out stands before the first one. */
function underLivingItems(sentences: readonly Sentence[]): Sentence[] {
  const items = new Set(sentences.flatMap(({ part, sentenceId }) => (part === 'ITEM' ? [sentenceId] : [])));
  return sentences.map((sentence) =>
    sentence.itemId !== null && items.has(sentence.itemId) ? sentence : { ...sentence, itemId: null },
  );
}

async function viewOf(parts: MinutesParts, open: Open, meeting: Meeting): Promise<MinutesView> {
  const { meetingId, sentencesVersion: version } = meeting;
  const copy = await copyFor(parts, open, meeting);
  const sentences = copy
    ? publishedSentences(copy.minuted)
    : underLivingItems(await store.sentencesOf(open.tx, meetingId)).map(presentSentence);
  const model = wordingFor(parts.wording, meeting);
  return {
    ...{ meetingId, version, sentences: [...sentences] },
    wording: model && { model: model.model, host: model.host },
    agendaIsNewer: mayEdit(meeting, open.sight) && (await store.isAgendaNewer(open.tx, meetingId)),
  };
}

type Said = Pick<NextFact, 'act' | 'fact' | 'change'>;

/** The next fact of the minutes; answers with its version. */
export async function note(parts: MinutesParts, open: Open, meeting: Meeting, said: Said): Promise<number> {
  const seq = meeting.sentencesVersion + 1;
  await addFact(open.tx, parts.clock, {
    ...{ of: 'minutes', meetingId: meeting.meetingId, seq, actor: personOf(open.actor), via: open.caller.via },
    ...said,
  });
  await countOn(open.tx, { ...meeting, sentencesVersion: seq });
  return seq;
}

const recorded = (sentences: readonly Sentence[]): Json => JSON.parse(JSON.stringify(sentences)) as Json;

async function draftOnce(parts: DraftingParts, open: Open, meeting: Meeting): Promise<void> {
  const { tx, there } = open;
  const { meetingId } = meeting;
  const lines = await linesOf(tx, meetingId);
  if (lines.length === 0) throw badInput('minutes.nothing_to_draft_from');
  const units = Array.from(there.units.values(), ({ name }) => name);
  const drafted = await parts.reckoner.draft({ meeting, lines, units });
  const fresh = stillToDraft(drafted, await store.settledBy(tx, meetingId));
  await store.takeDraftAway(tx, meetingId);
  await store.insertSentences(tx, meetingId, fresh);
  const fact = { sentences: fresh.length, linesVersion: meeting.linesVersion, meetingVersion: meeting.version };
  await note(parts, open, meeting, { act: 'DRAFTED', fact, change: { after: recorded(fresh) } });
}

async function draft(
  parts: DraftingParts,
  caller: Caller,
  { meetingId, version }: { readonly meetingId: string; readonly version: number },
): Promise<MinutesView> {
  const { view, stale } = await inside(parts, caller, async (open) => {
    const call = {
      ...{ staffId: open.actor.staffId, key: caller.idempotencyKey },
      request: { use: 'minutes.draft', meetingId, version },
    };
    const became = await onlyOnce(open.tx, call, async () => {
      const meeting = await meetingToEdit(open, meetingId);
      if (meeting.sentencesVersion !== version) return 'stale';
      await draftOnce(parts, open, meeting);
      return 'done';
    });
    return { view: await viewOf(parts, open, await meetingFor(open, meetingId)), stale: became === 'stale' };
  });
  if (stale) throw conflict('minutes.meeting_stale', {}, view);
  parts.wake();
  return view;
}

/** What was edited as one line of the history of the minutes. Returns their version. */
export async function noteSentenceEdits(
  parts: MinutesParts,
  open: Open,
  meeting: Meeting,
  done: readonly Done[],
): Promise<number> {
  const real = done.filter(({ before, after }) => before !== after);
  if (real.length === 0) return meeting.sentencesVersion;
  const change = {
    before: recorded(real.flatMap(({ before }) => before ?? [])),
    after: recorded(real.flatMap(({ after }) => after ?? [])),
  };
  // 修正: each drafted sentence counts once, whoever changes it again has changed a person's.
  const ofDraft = real.filter(({ before }) => before?.origin === 'RULES').length;
  return note(parts, open, meeting, { act: 'EDITED', fact: { sentences: real.length, ofDraft }, change });
}

async function editOnce(
  parts: MinutesParts,
  open: Open,
  { meetingId, input }: { readonly meetingId: string; readonly input: SentenceEditsInput },
): Promise<SentenceEditsAnswer> {
  const { tx } = open;
  const meeting = await meetingToEdit(open, meetingId);
  const done: Done[] = [];
  const refused: SentenceEditsAnswer['refused'] = [];
  for (const [at, edit] of input.edits.entries()) {
    const one = await applyEdit({ tx, meetingId }, edit);
    if (one) done.push(one);
    else {
      const now = await store.sentenceById(tx, meetingId, edit.id);
      refused.push({ edit: at, now: now && presentSentence(now) });
    }
  }
  const version = await noteSentenceEdits(parts, open, meeting, done);
  const removed = done.flatMap(({ before, after }) => (after === null && before ? [before.sentenceId] : []));
  const changed = new Map(done.flatMap(({ after }) => (after ? [[after.sentenceId, after] as const] : [])));
  for (const id of removed) changed.delete(id);
  return { version, changed: Array.from(changed.values(), presentSentence), removed, refused };
}

async function edit(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: SentenceEditsInput },
): Promise<SentenceEditsAnswer> {
  const answer = await inside(parts, caller, (open) => {
    const request = { use: 'minutes.edit-sentences', meetingId, ...input } as unknown as Json;
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, async () => (await editOnce(parts, open, { meetingId, input })) as unknown as Json);
  });
  parts.wake();
  return answer as unknown as SentenceEditsAnswer;
}

export const createSentences = (parts: DraftingParts): Sentences => ({
  read: (caller, meetingId) =>
    looking(parts, caller, async (open) => viewOf(parts, open, await meetingFor(open, meetingId))),
  draft: (caller, meetingId, version) => draft(parts, caller, { meetingId, version }),
  edit: (caller, meetingId, input) => edit(parts, caller, { meetingId, input }),
});
