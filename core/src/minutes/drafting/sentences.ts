import { editsIn } from '../editing/clean-read.ts';
import { applyEdits } from '../editing/edit.ts';
import type { Utterance } from '../transcript/utterance.ts';
import { foldedSpeech } from './folded-speech.ts';
import type { Sourced, SourceIds } from './sourced.ts';

/** One sentence of one speaker: part of a 発言, or several that a recogniser cut it into. */
export interface Sentence extends Sourced {
  readonly index: number;
  readonly speaker: string | null;
  /** Without fillers, as it may stand in minutes. */
  readonly text: string;
  /** In one writing, for rules. */
  readonly folded: string;
}

interface Piece {
  readonly id: string;
  readonly text: string;
}

const POLITE_STEM = '(?<=[いきぎしじちにびみりえけげせぜてでねべめれ一-龠])';
const FINAL = `(?:${POLITE_STEM}(?:ます|ました|ませんでした|ません|ましょう)|です|でした|でしょう|ください|下さい)`;
const LAST_WORDS = '(?:か(?:ね|な)?(?![らなつ])|よね|よ(?!ろし|って|り|う|く|い|ん)|ね)?';
// What follows on: 「ますが」「ですので」「でしたら」「ますと」. Not 「しかし」「とりあえず」, which begin anew.
const GOES_ON =
  '(?!が|けれど|けど|ので|のに|の[はもをかとが]|んで|から|し(?!かし|た|て|っ|ょ|ん|ば|ば)|と(?!りあえず|ころ|くに|もに|にかく|りま)|って|よう|[らり。、」』)）！？!?]|か(?!なり|つ|しこ)|でしょう|ね|よ(?!ろし|って|り|う|く|い|ん)|っけ|もの(?!の)|こと|場合|際|ば)';
// 「回答しよう須藤さん…」「見てもらっていい」: casual ends, behind which a noun begins anew.
const CASUAL_FINAL =
  '(?:(?<=[いえきぎけげしせちてにねびべみめりれ一-龠])よう|(?<=[いてでにと行])こう|(?<=[一-龠])そう(?!な)|やろう|[てで]もらっていい|[てで]くれる?)か?(?:ね|な)?(?=[一-龠ァ-ヶ]|あと|それ|じゃ|では|ほな)';
const ENDS = new RegExp(`[。！？!?]+[」』)）]?|${FINAL}${LAST_WORDS}${GOES_ON}|${CASUAL_FINAL}`, 'gu');
const COMPLETE = new RegExp(
  `(?:[。！？!?」)）]|${FINAL}(?:か|ね|よ)*|異議なし|賛成|[^はがをにでとのもへやて、]する|こと|はい|承知|了解|[のんた]か|よね|だ|した|だね|[よこそろ]うか?(?:ね|な)?|助かる|頼む(?:ね|わ|よ)?|オッケー|OK|[るくすむ](?:ね|よ|わ|な)|て(?:ね|よ)|もらっていい|いいよ|ないな|でどう|決定|はーい|[私俺僕]も|だって|かも|(?:^|[、。])(?:はい)?(?:じゃあ?|では|それじゃあ?|ほな)、?(?:それ|これ|そういうこと|そ[のっ][^、。のほ]{0,4}|この(?:案|線|形))で)$`,
  'u',
);
const ANEW =
  /^(?:わかりました|承知|了解|かしこまり|その代わり|あと(?!で|は|に)|それから|じゃあ?|それじゃ|では|それでは|次に|次は|続いて|続きまして|はい|ありがとう|なお|また(?!は)|ただし?|それで|最後に|最初に|まず|ほかに|他に)/u;
const LONGEST = 1_500;
const BETWEEN_JAPANESE = /(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/gu;

/**
 * What was said, sentence by sentence. Reads with and without punctuation, and through cuts of the recogniser; what was
 * written is cut by nobody, and no message goes on in the next.
 */
export function sentencesOf(utterances: readonly Utterance[], { written = false } = {}): Sentence[] {
  const sentences: Sentence[] = [];
  for (const breath of breathsOf(utterances, written)) {
    const text = breath.pieces.map((piece) => piece.text).join('');
    for (const [from, to] of cutsOf(text)) {
      const sentence = text.slice(from, to).replace(/^[、。\s]+/u, '');
      const sourceIds = idsBetween(breath.pieces, from, to);
      if (sourceIds === null || !/[\p{L}\p{N}]/u.test(sentence)) continue;
      const index = sentences.length;
      sentences.push({ index, speaker: breath.speaker, text: sentence, folded: foldedSpeech(sentence), sourceIds });
    }
  }
  return sentences;
}

/** What one speaker said until a sentence was complete or somebody else began. */
function breathsOf(utterances: readonly Utterance[], written: boolean) {
  const breaths: { readonly speaker: string | null; readonly pieces: Piece[]; length: number }[] = [];
  let open = false;
  for (const utterance of utterances) {
    const text = spokenText(utterance);
    if (text === '') continue;
    const last = breaths.at(-1);
    if (open && last?.speaker === utterance.speaker && last.length < LONGEST && !ANEW.test(text)) {
      last.pieces.push({ id: utterance.id, text });
      last.length += text.length;
    } else {
      breaths.push({ speaker: utterance.speaker, pieces: [{ id: utterance.id, text }], length: text.length });
    }
    open = !written && !COMPLETE.test(text.slice(-12));
  }
  return breaths;
}

function spokenText(utterance: Utterance): string {
  const text = utterance.text.normalize('NFKC').replaceAll(BETWEEN_JAPANESE, '');
  return applyEdits(text, editsIn(text)).text;
}

function cutsOf(text: string): [number, number][] {
  const cuts: [number, number][] = [];
  let from = 0;
  for (const found of text.matchAll(ENDS)) {
    const to = found.index + found[0].length;
    cuts.push(...shortened(text, from, to));
    from = to;
  }
  if (from < text.length) cuts.push(...shortened(text, from, text.length));
  return cuts;
}

/** Who never stops is stopped: what rules cost grows faster than the sentence that they read. */
function shortened(text: string, from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let at = from;
  for (; to - at > LONGEST; at = parts.at(-1)?.[1] ?? to) {
    const comma = text.lastIndexOf('、', at + LONGEST - 1);
    parts.push([at, comma > at ? comma + 1 : at + LONGEST]);
  }
  return [...parts, [at, to]];
}

function idsBetween(pieces: readonly Piece[], from: number, to: number): SourceIds | null {
  const ids: string[] = [];
  let at = 0;
  for (const { id, text } of pieces) {
    if (at < to && at + text.length > from) ids.push(id);
    at += text.length;
  }
  const [first, ...rest] = ids;
  return first === undefined ? null : [first, ...rest];
}
