import { beganWithProposal, isChanged, isOfMatter } from './changed-on-the-way.ts';
import type { Outcome } from './outcomes.ts';
import type { Settled } from './same-matter.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';
import { turnOf } from './turns.ts';

const TALKED_OF = 24;

/** Where the talk about a matter stands. */
interface Matter {
  readonly speech: Speech;
  /** The sentence with which whoever leads went over to it. */
  readonly from: number;
  /** What was settled before it. */
  readonly last: Settled | undefined;
}

/** The turns of those who settle a matter by these sentences; whoever only asked put it. */
function settlingIn(sources: Settled['sources'], { sentences, leads }: Speech) {
  const last = sources.at(-1)?.speaker ?? null;
  const said = sources.filter(({ speaker }) => speaker === last || (!leads(last) && leads(speaker)));
  const turns = said.flatMap((it) => (leads(it.speaker) ? turnOf(it, sentences) : [it]));
  return { said, settling: [...new Set(turns)] };
}

/** What was said of it since the last matter; further back only to a proposal that is of the same matter. */
function talkBefore(settling: readonly Sentence[], { speech, from, last }: Matter): readonly Sentence[] {
  const to = Math.min(...settling.map(({ index }) => index));
  const back = Math.max(from, to - TALKED_OF);
  const wide = speech.sentences.slice(back, to);
  const near = speech.sentences.slice(Math.max(back, (last?.sources.at(-1)?.index ?? -1) + 1), to);
  return !beganWithProposal(near) && isOfMatter(wide, [...near, ...settling]) ? wide : near;
}

/** As it was put, unless the talk since shows otherwise. */
export function cameOut(outcome: Outcome, sources: Settled['sources'], matter: Matter): Outcome {
  if (outcome !== 'APPROVED_AS_PROPOSED') return outcome;
  const { said, settling } = settlingIn(sources, matter.speech);
  const talk = talkBefore(settling, matter);
  return isChanged({ settling, said, talk }) ? 'APPROVED_WITH_CHANGES' : outcome;
}
