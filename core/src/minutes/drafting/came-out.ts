import { beganWithProposal, isChanged, isOfMatter } from './changed-on-the-way.ts';
import type { Outcome } from './outcomes.ts';
import type { Settled } from './same-matter.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';
import { plain, turnOf } from './turns.ts';

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
  const closing = sources.filter(({ speaker }) => speaker === last || (!leads(last) && leads(speaker)));
  const said = [...new Set(closing.flatMap((it) => [...saidBefore(it, sentences), it]))];
  const turns = said.flatMap((it) => (leads(it.speaker) ? turnOf(it, sentences) : [it]));
  return { said, settling: [...new Set(turns)] };
}

/** 「1階は26度、ほかは27度。」「承知しました。」「これでいきます。」: what is closed was said just before, in the same mouth. */
function saidBefore({ index, speaker, folded }: Sentence, sentences: readonly Sentence[]): readonly Sentence[] {
  if (speaker === null || !CLOSES_BARELY.test(plain(folded))) return [];
  return sentences
    .slice(Math.max(0, index - 4), index)
    .filter((it) => it.speaker === speaker)
    .slice(-1);
}
const CLOSES_BARELY =
  /^(?:では|それでは|じゃあ?|はい|よし|うん|、)*(?:これ|それ|その(?:形|線|案)|この(?:形|線|案)|そのように|そういうこと)(?:で|に)[^。、]{0,10}$|^(?:では|じゃあ?|はい|よし|、)*(?:決まり|決定)(?:です|だ)?(?:ね|な)?$/u;

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
