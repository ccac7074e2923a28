import type { Caller, Download } from '../../shared/index.ts';
import { noteNext } from '../act.ts';
import { keepsMinutes } from '../meetings/policy.ts';
import { updateMeeting } from '../meetings/store.ts';
import { inside, meetingFor } from '../open.ts';
import type { PaperForm } from '../paper/contract.ts';
import type { MinutesParts } from '../parts.ts';

async function noteSummary(parts: MinutesParts, caller: Caller, meetingId: string): Promise<void> {
  await inside(parts, caller, async (open) => {
    const { tx, today } = open;
    const meeting = await meetingFor(open, meetingId, { locked: true });
    const isOpen = meeting.summaryOn === null && meeting.state !== 'FINAL' && meeting.sentencesVersion > 0;
    if (!isOpen || !keepsMinutes(meeting, open.sight)) return;
    await updateMeeting(tx, { ...meeting, summaryOn: today });
    await noteNext({ parts, open, meeting }, 'keeping', { act: 'SUMMARY_MADE', fact: { on: today }, change: null });
  });
  parts.wake();
}

interface Wanted {
  readonly meetingId: string;
  readonly form: PaperForm;
}

type Make = (caller: Caller, wanted: Wanted) => Promise<Download>;

/**
 * The 会議概要 is there from the day on which whoever keeps the minutes first has its paper, or its publication copy, made of
 * sentences. Whoever else takes it makes nothing.
 */
export const notingSummary =
  (parts: MinutesParts, make: Make): Make =>
  async (caller, wanted) => {
    const paper = await make(caller, wanted);
    if (wanted.form === 'SUMMARY') await noteSummary(parts, caller, wanted.meetingId);
    return paper;
  };
