import type { LocalDate } from '../../../shared/index.ts';
import type { Utterance } from '../../transcript/utterance.ts';
import type { MeetingFacts } from '../meeting.ts';
import { OUTCOMES, type Outcome } from '../outcomes.ts';
import type { Gold } from '../score.ts';

export interface LabelledMeeting {
  readonly name: string;
  readonly utterances: readonly Utterance[];
  readonly facts: MeetingFacts;
  readonly gold: Gold;
}

const LINE = /^(?:(?<speaker>[^：]{0,20})：)?(?<text>.*?)(?<labels>(?:\s*\[[DA]\d+[^\]]*\])*)$/u;
const LABEL = /\[(?<id>[DA]\d+)(?:=(?<outcome>[A-Z_]+))?(?: (?<owner>[^|\]]*)\|(?<due>[^\]]*))?\]/gu;

const isOutcome = (word: string | undefined): word is Outcome => OUTCOMES.some((outcome) => outcome === word);

/**
 * A meeting, one 発言 to a line, 「話者：発言」 (nobody's without a colon), with labels behind it: `[D1=CONTINUED]`
 * for a decision, `[A1 財政課|2026-11-27]` for work (owner, due; empty is none). A label's id alone adds a source.
 */
export function labelled(
  name: string,
  facts: Omit<MeetingFacts, 'day'> & { readonly day: string },
  script: string,
): LabelledMeeting {
  const [utterances, decisions, actions]: [
    Utterance[],
    Map<string, Gold['decisions'][number]>,
    Map<string, Gold['actions'][number]>,
  ] = [[], new Map(), new Map()];
  for (const line of script.trim().split('\n')) {
    const { speaker, text = '', labels = '' } = LINE.exec(line.trim())?.groups ?? {};
    const at = utterances.length;
    const id = `u${at + 1}`;
    utterances.push({ id, speaker: speaker || null, startMs: at * 4000, endMs: at * 4000 + 3900, text });
    for (const { groups = {} } of labels.matchAll(LABEL)) {
      const label = groups.id ?? '';
      const [decision, action] = [decisions.get(label), actions.get(label)];
      if (isOutcome(groups.outcome)) decisions.set(label, { outcome: groups.outcome, sourceIds: [id] });
      else if (decision) decisions.set(label, { ...decision, sourceIds: [...decision.sourceIds, id] });
      else if (action)
        actions.set(label, {
          owner: groups.owner || action.owner,
          due: groups.due || action.due,
          sourceIds: [...action.sourceIds, id],
        });
      else actions.set(label, { sourceIds: [id], owner: groups.owner || null, due: groups.due || null });
    }
  }
  const gold = { decisions: [...decisions.values()], actions: [...actions.values()] };
  return { name, utterances, facts: { ...facts, day: facts.day as LocalDate }, gold };
}
