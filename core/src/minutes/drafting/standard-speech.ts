import type { Speech } from './speech.ts';

// Dialects and contractions in standard words, so that a rule knows 「そうしよう」 only, and hears そないしよか, そうすっぺ and
// そうしとこう too. What is shown stays as it was said; only what rules about decisions read is put so.

const END = '(?=[。、！!？?」]|$)';
const LAST = '(?:わ|な|ね|よ|ぞ|で|さ)?';

const IN_STANDARD: readonly (readonly [RegExp, string])[] = [
  // Affirming and joining.
  [/^(?:んだ|んだな|んだね|んだんだ)(?=[。、]|$)/u, 'そうだ'],
  [/んだば|ほんなら|ほんだら|ほいたら|せば、|そんなら|そいぎ|そいなら|したら(?=、)/u, 'それなら'],
  [/ほな(?=[、。\p{L}\p{N}])/u, 'では'],
  [/せやから|そやから|だすけ、|じゃけぇ?、/u, 'だから'],
  [/(?<!す)(?:せや|そや)(?=[なねでし。、])/u, 'そうだ'],
  [/そい(?=で|が|は)/u, 'それ'],
  [/そない(?:に)?(?=し|す)|そげん(?=し|す)|ほう(?=し[よま])/u, 'そう'],
  [/どない(?=で|し|や|す)|どげん(?=で|し|す)|なじょ(?=だ|に|す)|どがい(?=で|し|す)/u, 'どう'],
  [/(?<![一-龠ぁ-ん])よか(?:よか)?(?=[。、！]|です|ろう|$)/u, 'いい'],
  [/(?<=[でもがて])よか(?=[。、！]|です|ろう|と|ばい|$)/u, 'いい'],
  [
    /ええ(?=や(?:ん|ろ|な)|よ(?:ね|な)?[。、]|よね?$|わ|な(?:[。、]|$)|ね(?:[。、]|$)|です|ん(?:じゃ|ちゃ)|と思|のでは|がね|かな|か[。、?]|か$|で(?:す|しょ))/gu,
    'いい',
  ],
  [/(?<=[でもがて])ええ(?=[。、]|$)/gu, 'いい'],
  [/んちゃう(?:か|かな|ん)?|んとちゃう(?:か|かな|ん)?/u, 'んじゃない'],
  [/やんか?(?=[。、]|$)/u, 'じゃない'],
  [/やった(?=ら)/gu, 'だった'],
  [/やろ(?=[。、]|$)/gu, 'だろう'],
  [/(?<=[一-龠ァ-ヶぁ-ん])や(?=[な。]|で[。]|$)/u, 'だ'],
  [/しゃあない|しゃーない|しょうがない|しょうがねえ/u, '仕方ない'],
  // Resolving.
  [/(?<=[一-龠しえけせてべめれい])(?<vowel>[そよころもとごぼ])っか(?=[。、なね]|$)/u, '$<vowel>うか'],
  [/じゃん(?=[。、ね]|$)/u, 'じゃない'],
  [/っす(?=[。、かね]|$)/gu, 'です'],
  [/(?<=[いうるくだたすむ])(?:わ|ぜ|ぞ|のう)(?=[。、]|$)/gu, ''],
  [new RegExp(`(?:す|し)(?:っぺ|べ|るべ|べえ|よまい|うや|ょうや|まひょ)(?:か|し)?${END}`, 'u'), 'しよう'],
  [new RegExp(`(?<=[ぁ-ん一-龠])(?:く|ぐ|る)べ(?:か|し)?${END}`, 'u'), 'こう'],
  [/すっぺ(?=と)/u, 'しよう'],
  [/やっぺ|やろまい|やらまい/u, 'やろう'],
  [/いくべ|行くべ|いこまい|いきまひょ|行きまひょ/u, 'いこう'],
  [new RegExp(`(?<=[いしえけせてねべめれ行や])よか(?:な)?${END}`, 'u'), 'よう'],
  [new RegExp(`(?<=[そ])しよ${END}`, 'u'), 'しよう'],
  [new RegExp(`(?<=[でに])(?:いこ|行こ)か?(?:な)?${END}`, 'u'), 'いこう'],
  [new RegExp(`(?<=[にとうで])しよ(?:か|うか)?(?:な|ね)?${END}`, 'u'), 'しよう'],
  [/(?<=[ただ])かと(?=で|です)/u, 'いの'],
  // Beforehand: 〜ておく adds nothing to a verdict.
  [
    new RegExp(
      `(?:やめ|止め)(?:とこう?|ておこう|ときましょう|ておきましょう|といて|ときます)(?:か)?(?:な|ね)?${END}`,
      'u',
    ),
    'やめよう',
  ],
  [
    new RegExp(`(?<=[にとうで])し(?:とこう?|ておこう|ときましょう|ておきましょう)(?:か)?(?:な|ね|よ)?${END}`, 'u'),
    'しよう',
  ],
  [new RegExp(`(?<=そう|それで|[うそ]やって)し(?:といて|ておいて)(?:くれ|ください|な|ね|や)?${END}`, 'u'), 'して'],
  [new RegExp(`ない(?:で|)おこう(?:か)?${END}`, 'u'), 'ないことにしよう'],
  [new RegExp(`(?<=で)(?:い|行)(?:け|ったれ|ってくれ)${END}`, 'u'), 'いこう'],
  [new RegExp(`し(?:んさい|なはれ|やんせ|てけれ|てけろ|てつか(?:あ)?さい)${END}`, 'u'), 'してください'],
  [new RegExp(`(?:や)(?:りんさい|りなはれ|ってけれ|ってけろ)${END}`, 'u'), 'やってください'],
  // Denying.
  [/(?:い|要)らん(?=やろ|だろう|[でわな]?[。、]|$)/u, 'いらない'],
  [/(?<stem>[やら出作開付使][らさけわ]?)んで(?:も)?(?:いい|ええ|よか)/u, '$<stem>なくていい'],
  [/(?:構|かま)(?:わん|へん|わへん|やせん)/u, '構わない'],
  [/へん(?:わ|で|な|ねん|のや)?(?=[。、]|$|か)/u, 'ない'],
  [/でき(?:ねえ|ん|へん|ひん|まへん)(?:わ|な|ばい|たい|よ|のう|がや)?(?=[。、]|$)/u, 'できない'],
  [/(?:せん|しない|せえへん|しなく|せん)で(?:も)?(?:いい|ええ|よか)/u, 'しなくていい'],
  [/あかん(?:あかん)?(?:で|わ|な|やろ)?(?=[。、]|$)|(?:だめ|ダメ|駄目)(?:だめ|ダメ)/u, 'だめ'],
  [/(?<=[出や買])(?:さ|ら|わ)ん(?=[。]|$)/u, 'さない'],
  [/ねえ(?=[。、]|な|べ|$)/u, 'ない'],
  [new RegExp(`(?<=[いだ理])(?:ばい|たい|がね|がや|けん)${END}`, 'u'), ''],
  [new RegExp(`(?:無理|むり)(?:ばい|やな|や|じゃ|だべ|だな|だね)${LAST}${END}`, 'u'), '無理だ'],
];

/** 「残そう、ここは。」「無理だな、それは。」: what was said behind its verb goes before it. */
const INVERTED =
  /^(?<lead>(?:はい|うん|ああ|まあ|いや|よし)、)?(?<head>(?!そう|はい|うん|わかり|それでは|では|なら)[^。、]{1,30}(?:よう|ましょう|[こそろもとのごぼ]う|[るすくうむ]|ください|くれ|いい|です|だ|ない|ません|なし|ます|結構|賛成|いこう|だろう)(?:よ|ね|な|わ|か)*)、(?<tail>(?:それ|これ|あれ|そこ|ここ|[^。、ぁ-ん]{1,8}|[^。、]{1,9})(?:は|を|も|で|に|だけ|から|まで)|[^。、ぁ-ん]{1,6})(?<end>[。！]?)$/u;

const inOrder = (text: string): string => {
  const { lead = '', head, tail, end = '' } = INVERTED.exec(text)?.groups ?? {};
  return head === undefined || tail === undefined ? text : `${lead}${tail}${head}${end}`;
};

/** What was said in standard words, for rules to read. */
const standardSpeech = (folded: string): string =>
  inOrder(IN_STANDARD.reduce((text, [rule, standard]) => text.replace(rule, standard), folded));

/** The same words are looked through for names once, however many rules ask. */
function onlyOnce(mentionsIn: Speech['mentionsIn']): Speech['mentionsIn'] {
  const known = new Map<string, ReturnType<typeof mentionsIn>>();
  return (text) => {
    const mentions = known.get(text) ?? mentionsIn(text);
    known.set(text, mentions);
    return mentions;
  };
}

/** Rules about decisions read every dialect in standard words. */
export const inStandard = (speech: Speech): Speech => ({
  ...speech,
  mentionsIn: onlyOnce(speech.mentionsIn),
  sentences: speech.sentences.map((sentence) => ({ ...sentence, folded: standardSpeech(sentence.folded) })),
});
