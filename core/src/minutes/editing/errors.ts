import { parseLocalDate } from '../../shared/index.ts';
import type { Edit } from './edit.ts';

/** What may be wrong and may be right: the speaker is asked (要領 第6第2項), and the text stays until they answer. */
export interface Query {
  readonly reason: 'SAME_SOUND' | 'NO_SUCH_DAY' | 'SELF_CORRECTION' | 'INAUDIBLE';
  readonly from: number;
  readonly said: string;
  /** What else it may be; nothing where only the speaker knows. */
  readonly instead: string | null;
}

// Recognisers write what sounds the same. In this company of words only one writing is possible.
const OBVIOUS: readonly (readonly [RegExp, string])[] = [
  [/意義(?=な[しい]|(?:は|が)?(?:あり|ござい)ま)/gu, '異議'],
  [/教義会/gu, '協議会'],
  [/真偽会/gu, '審議会'],
  [/傍聴人間/gu, '傍聴人'],
  [/議事緑/gu, '議事録'],
  [/会議緑/gu, '会議録'],
  [/上程例/gu, '条例'],
  [/をを/gu, 'を'],
  [/(?<![ぁ-ん])がが(?=[一-龠])/gu, 'が'],
  [/(?<=[一-龠])にに(?=[一-龠])/gu, 'に'],
  [/(?<=[わか])らさせて(?=いただ)/gu, 'らせて'],
];

// Both are words of a city hall; which one was said only the speaker knows.
const DOUBTFUL: readonly (readonly [RegExp, string])[] = [
  [/(?<=市長|部長|課長)決済|決済(?=を(?:受|取|いただ)|区分|者|権者)/gu, '決裁'],
  [/(?<=市民|住民)意志/gu, '意思'],
  [/保証(?=人)/gu, '保障'],
  [/追求(?=しま|さ)/gu, '追及'],
  [/(?<=予算の)施行/gu, '執行'],
  [/補償(?=制度|給付)/gu, '保障'],
];

const SELF_CORRECTION =
  /(?:じゃなくて|ではなくて|失礼しました?、|すみません、|訂正します)(?<=(?<before>[^。、\s]{1,20}、?(?:じゃなくて|ではなくて|失礼しました?、|すみません、|訂正します)))[^。、\s]{1,20}/gu;
const DAY = /(?<!\d)(\d{1,2})月(\d{1,2})日/gu;
const UNHEARD =
  /[[［(（【<〈](?:inaudible|unintelligible|聞き?取れず|聞き?取れません|聞き?取り不能|聴き?取り不能|不明瞭?|音声不良|雑音)[\]］)）】>〉]|[●〓]{2,}|\*{3,}/giu;
const INAUDIBLE = '(聴取不能)';

/** 明らかな誤り, with what must stand there. */
export function obviousErrorsIn(text: string): Edit[] {
  return OBVIOUS.flatMap(([rule, after]) =>
    Array.from(text.matchAll(rule), (found) => ({
      kind: 'OBVIOUS_ERROR' as const,
      ...{ from: found.index, before: found[0], after },
    })),
  );
}

/** What a recogniser could not hear, in whatever marks, as 「(聴取不能)」. */
export function inaudibleIn(text: string): Edit[] {
  return Array.from(text.matchAll(UNHEARD), (found) => ({
    kind: 'INAUDIBLE' as const,
    ...{ from: found.index, before: found[0], after: INAUDIBLE },
  }));
}

/** 誤りか否か明らかでない, and what could not be heard: each a question to the speaker. */
export function queriesIn(text: string): Query[] {
  const ask = (reason: Query['reason'], found: RegExpExecArray, instead: string | null = null): Query => ({
    ...{ reason, from: found.index, said: found[0], instead },
  });
  const unheard = [...text.matchAll(UNHEARD), ...text.matchAll(/[(（]聴取不能[)）]/gu)];
  return [
    ...DOUBTFUL.flatMap(([rule, instead]) => Array.from(text.matchAll(rule), (it) => ask('SAME_SOUND', it, instead))),
    ...Array.from(text.matchAll(SELF_CORRECTION), (it) => ask('SELF_CORRECTION', it)),
    ...Array.from(text.normalize('NFKC').length === text.length ? text.normalize('NFKC').matchAll(DAY) : [])
      .filter(([, month = '', day = '']) => !isDay(month, day))
      .map((it) => ask('NO_SUCH_DAY', it)),
    ...unheard.map((it) => ask('INAUDIBLE', it)),
  ].toSorted((a, b) => a.from - b.from);
}

// 2028 is a leap year: 29 February may be meant.
const isDay = (month: string, day: string): boolean =>
  parseLocalDate(`2028-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== null;
