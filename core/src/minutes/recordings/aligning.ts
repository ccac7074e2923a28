import { personOf } from '../../directory/index.ts';
import { emit } from '../../platform/index.ts';
import { type Caller, notFound } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { lineById } from '../lines/store.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { inside } from '../open.ts';
import type { AlignRecordingInput, RecordingList } from './contract.ts';
import { listFor, type RecordingAt, type RecordingParts, recordingFor } from './list.ts';
import { changed } from './recognition.ts';
import * as store from './store.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** 1:02:03; before the lines it is -0:00:10. */
export function clockOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  const words = `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms < 0 && seconds > 0 ? `-${words}` : words;
}

/** A person hears a line at a moment of a recording: from then on its lines are looked for there. */
export async function align(
  parts: RecordingParts,
  caller: Caller,
  { at, input: { lineId, atMs } }: { readonly at: RecordingAt; readonly input: AlignRecordingInput },
): Promise<RecordingList> {
  const list = await inside(parts, caller, async (open) => {
    const { tx, actor } = open;
    const { meetingId, recordingId } = at;
    await meetingToEdit(open, meetingId);
    const before = await recordingFor(open, at);
    const line = await lineById(tx, meetingId, lineId);
    if (!line || before.state === 'UPLOADING') throw notFound('minutes.line_not_found');
    const fromMs = line.startMs - atMs;
    if (before.fromMs === fromMs) return listFor(parts, open, meetingId);
    const recording = { ...before, fromMs };
    await store.updateRecording(tx, recording);
    const { fileName } = before;
    await addFact(tx, parts.clock, {
      ...{ of: 'recording', meetingId, seq: (await store.recordingsVersion(tx, meetingId)) + 1, act: 'ALIGNED' },
      ...{ actor: personOf(actor), via: caller.via, fact: { recordingId, fromMs, lineId } },
      change: { fileName, before: before.fromMs === null ? null : clockOf(before.fromMs), after: clockOf(fromMs) },
    });
    await emit(tx, [changed(recording, 'CAME_TO')]);
    return listFor(parts, open, meetingId);
  });
  parts.wake();
  return list;
}
