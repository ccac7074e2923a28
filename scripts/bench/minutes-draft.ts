import type { LabelledMeeting } from '../../core/src/minutes/drafting/dev-meetings/meeting.fixture.ts';
import { OPENED_MEETINGS } from '../../core/src/minutes/drafting/dev-meetings/opened/all.fixture.ts';
import { draftMinutes } from '../../core/src/minutes/drafting/draft.ts';
import { figuresOf, type Score, scoreOf, together } from '../../core/src/minutes/drafting/score.ts';
import type { Utterance } from '../../core/src/minutes/transcript/utterance.ts';
import { invariant } from '../../core/src/shared/index.ts';
import type { Figures } from './approvals.ts';
import { median, rounded, say } from './measure.ts';

const LONG_MEETING = { cues: 3_000, everyMs: 3_600 } as const;
const WARM_UPS = 2;

const kindFigures = (kind: string, tally: Score['decisions']): Figures => {
  const { precision, recall, f1 } = figuresOf(tally);
  return {
    [`${kind}_f1`]: rounded(f1, 3),
    [`${kind}_precision`]: rounded(precision, 3),
    [`${kind}_recall`]: rounded(recall, 3),
  };
};

/** What the rules find in meetings that were held out until 2026-11-22, while the next ones are being written. */
export function benchGold(): Figures {
  const score = together(
    OPENED_MEETINGS.map(({ utterances, facts, gold }) => scoreOf(draftMinutes(utterances, facts), gold)),
  );
  return {
    dev_meetings: OPENED_MEETINGS.length,
    ...kindFigures('dev_decisions', score.decisions),
    ...kindFigures('dev_actions', score.actions),
    ...kindFigures('dev_owners', score.owners),
    ...kindFigures('dev_dates', score.dates),
    sourced: rounded(figuresOf(score.sourced).precision, 3),
  };
}

/** All opened meetings one after the other, again and again until three hours are full. */
function longMeeting(): Pick<LabelledMeeting, 'utterances' | 'facts'> {
  const [first] = OPENED_MEETINGS;
  invariant(first, 'there are opened meetings');
  const said = OPENED_MEETINGS.flatMap(({ utterances }) => utterances);
  const utterances = Array.from({ length: LONG_MEETING.cues }, (_, at): Utterance => {
    const { speaker = null, text = '' } = said[at % said.length] ?? {};
    const startMs = at * LONG_MEETING.everyMs;
    return { id: `u${at + 1}`, speaker, startMs, endMs: startMs + LONG_MEETING.everyMs - 100, text };
  });
  const everybody = OPENED_MEETINGS.flatMap(({ facts }) => facts.attendees ?? []);
  const attendees = [...new Map(everybody.map((attendee) => [attendee.name, attendee])).values()];
  const units = [...new Set(OPENED_MEETINGS.flatMap(({ facts }) => facts.units ?? []))];
  return { utterances, facts: { day: first.facts.day, attendees, units } };
}

export function benchDraft(runs: number): Figures {
  const { utterances, facts } = longMeeting();
  const times: number[] = [];
  for (let run = 1 - WARM_UPS; run <= runs; run += 1) {
    const began = performance.now();
    draftMinutes(utterances, facts);
    if (run > 0) times.push(performance.now() - began);
  }
  say(`  ${times.map((time) => time.toFixed(0)).join('、')} ms`);
  return { draft_cues: utterances.length, draft_ms: rounded(median(times)) };
}
