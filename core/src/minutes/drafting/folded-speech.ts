// One writing for what recognisers and typists write in several, so that each rule knows one: 致します, いたします.
// The sign without which a rule need not look.
const WRITINGS: readonly (readonly [string, RegExp, string])[] = [
  ['致', /致(?=[しす])/gu, 'いた'],
  ['頂', /頂(?=[いきくけこ])/gu, 'いただ'],
  ['戴', /戴(?=[いきくけこ])/gu, 'いただ'],
  ['下さ', /下さ(?=[いり])/gu, 'くださ'],
  ['宜し', /宜し/gu, 'よろし'],
  ['参', /参(?=[りる])/gu, 'まい'],
  ['有難', /有難/gu, 'ありがた'],
  ['御', /御(?=[一-龠]{2}|覧|異)/gu, 'ご'],
  ['意義', /[ご]?意義(?=な[しい]|(?:は|が|も)?(?:あり|ござい))/gu, 'ご異議'],
  ['異義', /異義/gu, '異議'],
  ['無', /無(?=[しいくか])/gu, 'な'],
  ['り', /(?<=[案告明])(?:の通り|通り|どおり)/gu, 'のとおり'],
  ['通り', /(?<=[のた])通り/gu, 'とおり'],
  ['迄', /迄/gu, 'まで'],
  ['切', /〆切り?|締切り?|締め切り?/gu, '締切'],
  ['', /(?<=[るたうすくむいう])(?:事|為)(?=[にとでをが])/gu, 'こと'],
  ['出来', /出来(?=[るまれなてた])/gu, 'でき'],
  ['分か', /分か(?=[りっる])/gu, 'わか'],
  ['解', /解(?=りま)/gu, 'わか'],
  ['方', /(?<=[のたう])方(?=[でにへ])/gu, 'ほう'],
  ['上で', /(?<=[たるの])上で/gu, 'うえで'],
  ['差戻', /差戻/gu, '差し戻'],
  ['見送', /見送(?=[しす])/gu, '見送り'],
  ['取下', /取下/gu, '取り下'],
  ['取', /取(?=纏め|りまとめ)/gu, '取'],
  ['取', /取りまとめ|取り纏め|取纏め/gu, 'とりまとめ'],
  ['訳', /訳(?=では|じゃ)/gu, 'わけ'],
  ['頃', /頃/gu, 'ごろ'],
  ['目処', /目処/gu, 'めど'],
  ['目途', /目途/gu, 'めど'],
  ['良', /良(?=[いか])/gu, 'よ'],
  ['配付', /配付/gu, '配布'],
  ['私', /私達|私たち/gu, '私ども'],
];

/** What was said in one writing. For rules to read, never to show. */
export const foldedSpeech = (text: string): string =>
  WRITINGS.reduce(
    (folded, [sign, rule, writing]) => (folded.includes(sign) ? folded.replaceAll(rule, writing) : folded),
    text,
  );
