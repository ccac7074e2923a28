import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import type { Caller, Json } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { countOn } from '../meetings/store.ts';
import { inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { copyFor, publishedLines } from '../publication/reading.ts';
import { transcriptsOf } from '../transcripts/store.ts';
import type { LineEditsAnswer, LineEditsInput, MeetingLines } from './contract.ts';
import { applyEdit, type Done } from './editing.ts';
import { type Line, SURE_FROM } from './line.ts';
import { presentLine, presentLines, presentSpeakers } from './present.ts';
import * as store from './store.ts';

export interface Lines {
  /** @throws not-found `minutes.meeting_not_found` */
  read(caller: Caller, meetingId: string): Promise<MeetingLines>;
  /** As far as they fit; those that do not are given back. @throws conflict `minutes.meeting_closed`; not-allowed */
  edit(caller: Caller, meetingId: string, input: LineEditsInput): Promise<LineEditsAnswer>;
  /** Where this person is in the transcript; who else is there. */
  editing(caller: Caller, meetingId: string, lineId: string | null): Promise<Pick<MeetingLines, 'editors' | 'version'>>;
}

const HERE_FOR_MS = 60_000;

function editorsOf({ clock }: MinutesParts, { tx, actor }: Open, meetingId: string) {
  return store.editorsOf(tx, meetingId, {
    ...{ but: actor.staffId, since: new Date(clock.now().getTime() - HERE_FOR_MS) },
  });
}

const read = (parts: MinutesParts, caller: Caller, meetingId: string): Promise<MeetingLines> =>
  looking(parts, caller, async (open) => {
    const meeting = await meetingFor(open, meetingId);
    const [kept, transcripts, editors, copy] = await Promise.all([
      store.linesOf(open.tx, meetingId),
      transcriptsOf(open.tx, meetingId),
      editorsOf(parts, open, meetingId),
      copyFor(parts, open, meeting),
    ]);
    const lines = maySeeWords(meeting, open.sight) ? kept : publishedLines(kept, copy);
    const timed = transcripts.find(({ state }) => state === 'USED')?.timed ?? false;
    return {
      ...{ meetingId, version: meeting.linesVersion, timed, editors, sureFrom: SURE_FROM },
      ...{ lines: presentLines(lines), speakers: presentSpeakers(lines, meeting) },
    };
  });

const recorded = ({ lineId, version, text, attendeeId, sure, heard, startMs, endMs }: Line): Json => ({
  ...{ lineId, version, text, attendeeId, sure, heard, startMs, endMs },
});

/** Everything that was changed, before and after, as one line of the history of the transcript. Returns its version. */
export async function noteLineEdits(
  parts: MinutesParts,
  open: Open,
  { meeting, done }: { readonly meeting: Meeting; readonly done: readonly Done[] },
): Promise<number> {
  // Steps that changed nothing are no part of what was done.
  const real = done.filter(({ before: [first] }) => first !== undefined);
  const before = real.flatMap((one) => one.before);
  if (before.length === 0) return meeting.linesVersion;
  const seq = meeting.linesVersion + 1;
  await addFact(open.tx, parts.clock, {
    ...{ of: 'transcript', meetingId: meeting.meetingId, seq, act: 'EDITED', actor: personOf(open.actor) },
    ...{ via: open.caller.via, fact: { lines: before.length } },
    change: {
      before: before.map(recorded),
      after: real.flatMap(({ changed }) => changed).map(recorded),
      removed: real.flatMap(({ removed }) => removed),
    },
  });
  await countOn(open.tx, { ...meeting, linesVersion: seq });
  return seq;
}

async function editOnce(
  parts: MinutesParts,
  open: Open,
  { meetingId, input }: { readonly meetingId: string; readonly input: LineEditsInput },
): Promise<LineEditsAnswer> {
  const { tx } = open;
  const meeting = await meetingToEdit(open, meetingId);
  const attendeeIds = new Set(meeting.content.attendees.map(({ id }) => id));
  const done: Done[] = [];
  const refused: LineEditsAnswer['refused'] = [];
  for (const [at, edit] of input.edits.entries()) {
    const one = await applyEdit({ tx, meetingId, attendeeIds }, edit);
    if (one) done.push(one);
    else {
      const now = await store.lineById(tx, meetingId, edit.lineId);
      refused.push({ edit: at, now: now && presentLine(now) });
    }
  }
  const version = await noteLineEdits(parts, open, { meeting, done });
  const removed = done.flatMap((one) => [...one.removed]);
  // Of a line that several edits touched, as the last one left it.
  const changed = new Set(done.flatMap((one) => one.changed.map(({ lineId }) => lineId)));
  // Others may speak at the same time: only all of them together tell.
  const lines = presentLines(changed.size === 0 ? [] : await store.linesOf(tx, meetingId));
  return { version, changed: lines.filter(({ id }) => changed.has(id)), removed, refused };
}

async function edit(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: LineEditsInput },
): Promise<LineEditsAnswer> {
  const answer = await inside(parts, caller, (open) => {
    const request = { use: 'minutes.edit-lines', meetingId, ...input } as unknown as Json;
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, async () => (await editOnce(parts, open, { meetingId, input })) as unknown as Json);
  });
  parts.wake();
  return answer as unknown as LineEditsAnswer;
}

const editing = (
  parts: MinutesParts,
  caller: Caller,
  at: { readonly meetingId: string; readonly lineId: string | null },
) =>
  inside(parts, caller, async (open) => {
    const { meetingId, lineId } = at;
    const { linesVersion: version } = await meetingFor(open, meetingId);
    const { staffId, name } = open.actor;
    await store.noteEditor(open.tx, meetingId, { staffId, name, lineId, at: parts.clock.now() });
    return { version, editors: await editorsOf(parts, open, meetingId) };
  });

export const createLines = (parts: MinutesParts): Lines => ({
  read: (caller, meetingId) => read(parts, caller, meetingId),
  edit: (caller, meetingId, input) => edit(parts, caller, { meetingId, input }),
  editing: (caller, meetingId, lineId) => editing(parts, caller, { meetingId, lineId }),
});
