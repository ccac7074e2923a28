import type { Meeting } from '../meetings/meeting.ts';
import { candidatesFor } from '../speakers/candidates.ts';
import { DEFAULT_KNOWN_LABELS, kindOfLabel, speakersOf } from '../transcript/speakers.ts';
import type { LineView, SpeakerView } from './contract.ts';
import type { Line } from './line.ts';

export function presentLine(line: Line, overlaps = false): LineView {
  const { lineId: id, version, label, attendeeId, startMs, endMs, heard, text, confidence, sure } = line;
  const labelKind = kindOfLabel(label, DEFAULT_KNOWN_LABELS);
  const spoken = { startMs, endMs, heard, text, confidence, sure };
  return { id, version, label, labelKind, attendeeId, ...spoken, overlaps: overlaps || line.spokenOver };
}

/** Lines in order; one overlaps where another label's speech had not ended, or has begun already. */
export function presentLines(lines: readonly Line[]): LineView[] {
  const overlapping = overlappingOf(lines);
  return lines.map((line) => presentLine(line, overlapping.has(line.lineId)));
}

function overlappingOf(lines: readonly Line[]): ReadonlySet<string> {
  const overlapping = new Set<string>();
  let last: Line | null = null;
  for (const line of lines) {
    if (last && last.endMs !== null && last.label !== line.label && line.startMs < last.endMs)
      overlapping.add(last.lineId).add(line.lineId);
    if (!last || (line.endMs ?? line.startMs) >= (last.endMs ?? last.startMs)) last = line;
  }
  return overlapping;
}

/** Who speaks, and who that may be. */
export function presentSpeakers(lines: readonly Line[], { content }: Pick<Meeting, 'content'>): SpeakerView[] {
  const cues = lines.map(({ label: speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text }));
  const open = Map.groupBy(
    lines.filter(({ attendeeId }) => attendeeId === null),
    ({ label }) => label,
  );
  return speakersOf(cues).map(({ label, kind, cues: count, letters, spokenMs }) => ({
    ...{ label, kind, lines: count, letters, spokenMs, open: open.get(label)?.length ?? 0 },
    candidates: candidatesFor({ label, kind }, content.attendees),
  }));
}
