import type { Utterance } from '../transcript/utterance.ts';
import { type ActionItem, actionsIn } from './actions.ts';
import { type AgendaItem, agendaIn } from './agenda.ts';
import { type Decision, decisionsIn } from './decisions.ts';
import { type KeyPoint, keyPointsIn } from './key-points.ts';
import type { MeetingFacts } from './meeting.ts';
import { type QuestionAndAnswer, questionsIn } from './questions.ts';
import { hear } from './speech.ts';

/** 会議録の案, by rules alone: every part of it names the 発言 that it rests on. */
export interface DraftMinutes {
  readonly agenda: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly ActionItem[];
  readonly questions: readonly QuestionAndAnswer[];
  readonly keyPoints: readonly KeyPoint[];
}

export function draftMinutes(utterances: readonly Utterance[], facts: MeetingFacts): DraftMinutes {
  const speech = hear(utterances, facts);
  const agenda = agendaIn(speech, facts.agenda);
  return {
    agenda,
    decisions: decisionsIn(speech, agenda),
    actions: actionsIn(speech),
    questions: questionsIn(speech),
    keyPoints: keyPointsIn(speech, agenda),
  };
}
