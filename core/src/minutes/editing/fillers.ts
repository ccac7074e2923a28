import type { Edit } from './edit.ts';

// What the mouth says while the head thinks. These have no other meaning, wherever they stand.
const ANYWHERE =
  /(?:(?<![へねせけてめれえいう])(?:え[ーぇ～〜]+っ?と?|えっと|ええっ?と[ー～]*)|あの[ー～〜ぉ]+|その[ー～〜ぉ]+|(?<!う)うー+ん+と?|(?<![うん])んー+と?|(?<![ぁ-んァ-ヶ])あー+(?!ち))(?:です[ねー]+)?、?/gu;
// These mean something elsewhere (「その件」「まあまあ」「こうした」): fillers only between pauses.
const BETWEEN_PAUSES =
  /(?<=^|[。、！？!?\s])(?:あの|その|この|まあ|まぁ|ま|なんか|何か|こう|あ|え|お|ん|ほら|なんというか|何というか|何と言いますか|なんていうんですかね?|いわゆるその|で、まあ)、(?=[^\s])/gu;
// 「まあ」 with no pause behind it, before a word.
const WELL = /(?<=^|[。、！？!?\s])(?:まあ|まぁ)(?![あぁま、。っー])/gu;
// 「この件ですね、」「来年度からですね、」: said to hold the floor.
const HOLDING = /(?<=[一-龠ァ-ヶーはがをにでとのもらて])ですね(?=、)/gu;

const RULES = [ANYWHERE, BETWEEN_PAUSES, WELL, HOLDING];

/** 話し言葉特有の表現: 「えー」「あのー」「まあ、」「…ですね、」 out of one text. */
export function fillersIn(text: string): Edit[] {
  return RULES.flatMap((rule) =>
    Array.from(text.matchAll(rule), (found) => ({
      kind: 'FILLER' as const,
      ...{ from: found.index, before: found[0], after: '' },
    })),
  ).filter(({ before }) => before !== '');
}
