import { ANSWERED_WITHIN, type Growing, TAKES_OVER, tellMore } from './action-answers.ts';
import { type Candidate, candidatesIn } from './action-candidates.ts';
import { HANDS_OVER, PASSES_ON, TAKES_BACK, TELLS_OF_IT } from './action-words.ts';
import { contentOf, shared } from './content.ts';
import type { Due } from './due-dates.ts';
import { mayBeSame, type Owner } from './people.ts';
import type { Sentence } from './sentences.ts';
import { type Sourced, sourcesOf } from './sourced.ts';
import type { Speech } from './speech.ts';

/** 対応事項: what is to be done after the meeting, by whom and until when, as far as it was said. */
export interface ActionItem extends Sourced {
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: Due | null;
}

const SAID_AGAIN = 0.6;
const FURTHER = /^(?:はい、?)?(?:あと|それと|それから|また|ほかに|別に|ついでに)/u;
/** 「すみません、確認します。今日中に電話して表にします」. */
const LOOKS_FIRST = /^(?:すみません|はい|すぐ|、)*(?:確認|調査|対応|検討|整理|調べ)(?:し|いたし)?ます(?:ね)?[。]?$/u;
/** 「で、できたら見せて」「まとまりましたらお送りします」. */
const DONE_THEN = /^(?:で|そして|それで|そしたら|、)*[^。、を]{0,8}(?:たら|だら|次第)、?[^。を]{0,16}[。]?$/u;
const GOES_ON = /^(?:その)?結果|^それ|^これ|^(?:わかり|でき|まとまり|届き|決まり)次第|^その(?:うえ|後)|^あわせて/u;
/** The words of the work itself, without who does it and when. */
function workOf({ text, owner, due }: Candidate): ReadonlySet<string> {
  return contentOf(text.replace(owner?.said ?? '', '').replace(due?.words ?? '', ''));
}

function grow(candidate: Candidate): Growing {
  const { sentence, owner, due } = candidate;
  return { first: candidate, content: workOf(candidate), last: sentence, owner, due, sources: [sentence] };
}

/** Taking on what somebody else just asked for. */
function answers({ first, content }: Growing, asked: Growing, speech: Speech): boolean {
  if (first.asking !== 'PROMISE' || asked.first.asking === 'PROMISE') return false;
  const since = first.sentence.index - asked.last.index;
  const other = first.sentence.speaker !== asked.first.sentence.speaker || first.sentence.speaker === null;
  const sameWork = asked.owner !== null && first.owner !== null && shared(content, asked.content) >= 0.5;
  if (since > (sameWork ? 2 * ANSWERED_WITHIN : ANSWERED_WITHIN) || !other) return false;
  const sameOwner = !asked.owner || !first.owner || mayBeSame(asked.owner, first.owner, speech.people);
  if (!sameOwner) return TAKES_OVER.test(first.sentence.folded) || (first.accepts && since <= 1);
  if (since <= 2 && first.asking === 'PROMISE' && content.size === 0 && first.due === null) return true;
  const atOnce = asked.owner !== null && since <= 2 && !FURTHER.test(first.sentence.folded);
  const replies = (first.accepts || atOnce) && spokenTo(first.sentence, speech) === asked.first.sentence.speaker;
  return replies || shared(content, asked.content) >= 0.3;
}

/** Whoever spoke just before: the one who is answered. */
function spokenTo({ index, speaker }: Sentence, { sentences }: Speech): string | null {
  const before = sentences.slice(Math.max(0, index - ANSWERED_WITHIN), index);
  return before.findLast((it) => it.speaker !== speaker)?.speaker ?? null;
}

/** The same work once more: in the next breath, or when the chair sums up. */
function repeats(again: Growing, known: Growing, { people }: Speech): boolean {
  const { sentence, owner, due, text } = again.first;
  const isNear = sentence.index - known.last.index <= 2 * ANSWERED_WITHIN;
  if (!isNear && shared(again.content, known.content) < SAID_AGAIN) return false;
  if (isAnaphoric(again, known) || setsLimit(again, known)) return true;
  if (known.owner && owner && !mayBeSame(known.owner, owner, people)) return false;
  const next = sentence.index - known.last.index <= 1 && sentence.speaker === known.last.speaker;
  if (next && (GOES_ON.test(text) || TELLS_OF_IT.test(text) || DONE_THEN.test(text))) return true;
  if (isNear && sumsUp(again, known)) return true;
  if (
    sentence.index - known.last.index <= 2 &&
    sentence.speaker === known.last.speaker &&
    LOOKS_FIRST.test(known.first.text) &&
    known.due === null &&
    owner !== null
  )
    return true;
  if (takesBack(again, known)) return true;
  if (tellsOnlyWhen(again, known) || reportsBack(again, known)) return true;
  const sameDue = !known.due?.day || !due?.day || known.due.day === due.day;
  return sameDue && sentence !== known.last && shared(again.content, known.content) >= SAID_AGAIN;
}

/** 「では原稿は早瀬さん、お願いします」, of what she has taken on herself. */
const sumsUp = ({ first, content }: Growing, known: Growing): boolean =>
  first.asking !== 'PROMISE' &&
  known.first.asking === 'PROMISE' &&
  first.owner !== null &&
  known.owner !== null &&
  /^(?:では|じゃあ?|それでは|それじゃ|ほな|はい)/u.test(first.sentence.folded) &&
  (content.size === 0 || shared(content, known.content) >= 0.3);

/** 「いや、それは道路課でやってください」 names no work but that which was spoken of. */
const isAnaphoric = ({ first, content }: Growing, known: Growing): boolean =>
  first.sentence.index - known.last.index <= ANSWERED_WITHIN &&
  content.size === 0 &&
  TAKES_OVER.test(first.sentence.folded);

/** 「金曜までにやります」: no work is named but that which was spoken of. */
function tellsOnlyWhen({ first, content }: Growing, known: Growing): boolean {
  const near = first.sentence.index - known.last.index <= 2 * ANSWERED_WITHIN;
  const saysWhen = first.due !== null && known.due === null && content.size === 0;
  return near && saysWhen && first.owner !== null && known.owner !== null;
}

/** 「まとめてみますので、木曜に共有します」: one work, and when it is handed over. */
const reportsBack = ({ first, content }: Growing, known: Growing): boolean =>
  (first.sentence === known.first.sentence ||
    (content.size <= 2 &&
      first.sentence.index - known.last.index === 1 &&
      first.sentence.speaker === known.first.sentence.speaker)) &&
  first.asking === 'PROMISE' &&
  known.first.asking === 'PROMISE' &&
  (known.due === null || first.due === null) &&
  HANDS_OVER.test(first.text);

/** 「明後日までにお送りします」「失礼しました、火曜にお送りします」. */
const takesBack = ({ first, content }: Growing, known: Growing): boolean =>
  first.sentence.speaker === known.last.speaker &&
  first.sentence.index - known.last.index <= ANSWERED_WITHIN &&
  TAKES_BACK.test(first.sentence.folded) &&
  first.due !== null &&
  (content.size <= 2 || shared(content, known.content) >= 0.3);

/** Somebody took it on, and who leads says until when. */
function setsLimit({ first, content }: Growing, known: Growing): boolean {
  const little = content.size === 0 || shared(content, known.content) >= 0.5;
  const unnamed = first.owner === null || (little && !first.text.includes(first.owner.said));
  const isForThem =
    first.asking === 'REQUEST' && unnamed && first.due !== null && (little || first.due.strength === 'LIMIT');
  const tookOn = known.first.asking === 'PROMISE' && (known.due === null || little);
  const since = first.sentence.index - known.last.index;
  return isForThem && tookOn && since <= 3 && first.sentence.speaker !== known.last.speaker;
}

function join(known: Growing, { asking, owner, due, sentence }: Candidate): void {
  const takesOver = owner !== null && TAKES_OVER.test(sentence.folded);
  const hasThemDo =
    asking === 'PROMISE' && owner !== null && known.owner !== null && !known.first.text.includes(known.owner.said);
  known.owner = takesOver || hasThemDo ? owner : (known.owner ?? owner);
  if (due !== null && (!known.due?.day || due.day !== null)) known.due = due;
  known.last = sentence;
  known.sources.push(sentence);
}

/** 「相良部長から伝えてください」「伝えます」, of work for somebody who is not there. */
const passesOn = ({ index, folded }: Sentence, known: Growing | undefined): boolean =>
  known !== undefined &&
  known.first.asking !== 'PROMISE' &&
  known.owner !== null &&
  known.owner.kind === 'UNIT' &&
  index - known.last.index <= 2 &&
  PASSES_ON.test(folded);

export function actionsIn(speech: Speech): ActionItem[] {
  const growing: Growing[] = [];
  for (const sentence of speech.sentences) {
    const candidates = passesOn(sentence, growing.at(-1)) ? [] : candidatesIn(sentence, speech);
    if (candidates.length === 0) tellMore(growing, sentence, speech);
    for (const candidate of candidates) {
      const fresh = grow(candidate);
      const known =
        growing
          .slice(-4)
          .toReversed()
          .find((it) => answers(fresh, it, speech)) ?? growing.findLast((it) => repeats(fresh, it, speech));
      if (known) join(known, candidate);
      else growing.push(fresh);
    }
  }
  return growing.map(({ first, owner, due, sources }) => ({
    ...{ text: first.text, owner },
    due: due && { words: due.words, day: due.day },
    sourceIds: sourcesOf(first.sentence, ...sources),
  }));
}
