import type { Line } from '../lines/line.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { candidatesFor, certainOf } from '../speakers/candidates.ts';
import { compare } from '../transcript/compare.ts';
import { utterancesOf } from '../transcript/joined.ts';
import { DEFAULT_KNOWN_LABELS, kindOfLabel } from '../transcript/speakers.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Remark } from './store.ts';

const MINUTE = 60_000;

/** What speaks against a transcript's being of this meeting. */
export function doubtsOf({ heldOn, content }: Meeting, transcript: Transcript): Remark[] {
  const { startsAt, endsAt, attendees } = content;
  const minutes = startsAt === null || endsAt === null ? null : (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE;
  const people = attendees.map(({ name }) => name);
  const found = compare(transcript, { day: heldOn, minutes, people });
  // 出席者 may not be entered yet: then nobody can be unknown.
  const kept = people.length === 0 ? found.filter(({ code }) => code !== 'nobody_known') : found;
  return kept.map(({ code, params }) => ({ code: `minutes.doubt_${code}`, params }));
}

/** Utterances as lines; a label that is one attendee's name beyond doubt is put to them. */
export function linesFrom(transcript: Transcript, attendees: readonly AttendeeInput[], idOf: () => string): Line[] {
  const labels = new Map<string | null, string | null>();
  const attendeeOf = (label: string | null): string | null => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    const kind = kindOfLabel(label, DEFAULT_KNOWN_LABELS);
    const attendeeId = certainOf(candidatesFor({ label, kind }, attendees));
    labels.set(label, attendeeId);
    return attendeeId;
  };
  return utterancesOf(transcript.cues).map(({ speaker: label, startMs, endMs, text, evidence }, at) => ({
    ...{ lineId: idOf(), version: 1, place: at + 1, label, attendeeId: attendeeOf(label) },
    ...{ startMs: Math.round(startMs), endMs: endMs === null ? null : Math.round(endMs), heard: text, text },
    ...{ confidence: evidence?.confidence ?? null, spokenOver: evidence?.overlaps ?? false, sure: false },
  }));
}

/** What was odd in the file, by the code of its sentence. */
export const warningsOf = ({ warnings }: Transcript): Remark[] =>
  warnings.map(({ code, count, lines: at }) => ({
    ...{ code: `minutes.warning_${code}`, params: { count, lines: at.join('、') } },
  }));
