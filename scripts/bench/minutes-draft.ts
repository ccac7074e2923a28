import type { LabelledMeeting } from '../../core/src/minutes/drafting/dev-meetings/meeting.fixture.ts';
import { OPENED_MEETINGS } from '../../core/src/minutes/drafting/dev-meetings/opened/all.fixture.ts';
import { draftMinutes } from '../../core/src/minutes/drafting/draft.ts';
import { figuresOf, type Score, scoreOf, together } from '../../core/src/minutes/drafting/score.ts';
import type { Utterance } from '../../core/src/minutes/transcript/utterance.ts';
import { invariant } from '../../core/src/shared/index.ts';
import type { Figures } from './approvals.ts';
import { median, rounded, say } from './measure.ts';
import { GOLD_MEETINGS } from './minutes-gold/all.fixture.ts';

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

/** What the rules find in meetings that their author has not read, against what is labelled there. */
export function benchGold(): Figures {
  if (GOLD_MEETINGS.length === 0) return { gold_meetings: 0 };
  const score = together(
    GOLD_MEETINGS.map(({ utterances, facts, gold }) => scoreOf(draftMinutes(utterances, facts), gold)),
  );
  return {
    gold_meetings: GOLD_MEETINGS.length,
    ...kindFigures('decisions', score.decisions),
    decisions_found_f1: rounded(figuresOf(score.decisionsFound).f1, 3),
    ...kindFigures('actions', score.actions),
    ...kindFigures('owners', score.owners),
    ...kindFigures('dates', score.dates),
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
