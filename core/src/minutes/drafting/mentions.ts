import { type Owner, ownerCalled, type People } from './people.ts';
import { remembered } from './remembered.ts';

/** Somebody named in a sentence, and how strongly the grammar makes them the one who is to act. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** Null is whoever speaks, or their unit. */
  readonly owner: Owner | null;
  readonly ofOwnUnit: boolean;
  readonly weight: number;
}

const FIRST_PERSON =
  '(?:私ども|わたくしども|私|わたくし|わたし|あたし|僕|俺|わし|自分|我々|われわれ)(?=で|が|も|は|から|の?(?:ほう|方)|や[りる]|、|(?:持|行|出|貼|書|作|送|聞|見|取|直|調|回|運|届|電話|連絡|下書き)[^。、]{0,12}[。]?$)|(?:当課|当部|当室|当係|当局|当支所|当センター|弊課|本課|弊社|当社|わが社|当方|うちの(?:課|係|部|室|班|チーム|グループ))|(?:こちら|こっち|うち)(?=で(?!す)|が|から|の(?:ほう|方)|側)';
const UNIT_ENDS =
  '(?:選管|農委|教委|商工会議所|協会|連合会|振興会|組合(?!せ)|会派|社会福祉協議会|総合支所|出張所|事務局|委員会|協議会|センター|消防署|警察署|保健所|図書館|公民館|博物館|町内会|自治会|商工会|支所|チーム|グループ|ベンダー|コンサル|業者|社協|課|部|局|室|係|班)(?!長|題|分|署|品|数|面|内|外|門|下|会|活|隊|材|落|屋|程|目|費|構|所|等)';
const UNIT = `(?<![一-龠]|よその|ほかの|他の|近隣の|隣の|どこの)(?:市役所|県庁|市|県|町)(?=に(?!つ|お|は)|で(?!す|は)|が|のほう|側)|各(?:自|課|会派|施設|校|社|部署|部|局|室|係|班|委員|担当|所属)(?![長題分])|[一-龠々ァ-ヶーA-Za-z0-9・]{0,14}?${UNIT_ENDS}|(?:[一-龠々ァ-ヶー]{0,8})担当(?:者|課|係)?(?=で(?!す)|が|から|者|のほう|さん|、)`;
const POSTS =
  '(?:課長補佐|副委員長|副会長|副市長|教育長|支所長|委員長|課長|部長|係長|次長|局長|室長|所長|主任|主査|主事|主幹|参事|補佐|班長|館長|校長|園長|技師|会長|委員|議員|市長|座長|リーダー)';
const PERSON = `[一-龠々ァ-ヶー]{1,9}${POSTS}(?:さん)?|[一-龠々]{1,4}(?:さん|くん|君|氏|先生|様)|[ァ-ヶー]{2,8}さん`;
const NOBODY =
  /^(?:全|一|内|外|細|上|下|幹|学|大|支|本|軟|患|頭|東|西|南|北|中央)?部$|結局|薬局|郵便局|放送局|会議室|教室|控室|控え室|研究室|応接室|事務室|相談室|関係$|^[課局室係班]$|(?:仕|模|一|多|同|異|有|両|左|お客|お子|奥)(?:様|さん)$|皆様|皆さん|みなさん|たくさん|おかあさん|おとうさん|おばあさん|おじいさん|お父さん|お母さん|住民さん|市民さん|^(?:議長|会長|委員長|座長)$|同課|他課|全員|^第.{1,3}部$/u;
// In speech without commas a time or a joint word runs into the name behind it.
const RUN_IN =
  /^(?:来週|今週|再来週|次回|今回|前回|本日|今日|明日|今月|来月|以上|今後|当日|直接|早急|至急|同時|一旦|一度|結果|別途|後日|最後|最終|全体|是非|資料|現在|特に|実際|場合|意味|感じ|\d+[月日年件番]|[0-9、])+/u;

const TAIL =
  '(?:さん|様|殿|氏|くん|君|先生)?(?:の(?:ほう|方|担当(?:者|の(?:ほう|方))?|皆さん|みなさん|職員))?(?:側|サイド|さん)?';
// How the one named stands in the sentence. Behind 「で」「が」 stands who acts; behind 「へ」「と」「の」 never.
const STANDINGS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^${TAIL}(?:で(?!す|き|ござ|あ|な)|にて|において|が中心|を中心に)`, 'u'), 5],
  [new RegExp(`^${TAIL}(?:には|におかれましては?|におきましては?)`, 'u'), 4.5],
  [new RegExp(`^${TAIL}が(?!あり|ござ|、)`, 'u'), 4.5],
  [
    new RegExp(
      `^${TAIL}から(?!の|は|も|[^、。]{0,12}(?:指摘|意見|要望|聞いた|聞いて(?:い|おり)|(?:情報|資料|データ)を(?:いただ|もら)|提案|質問|(?:話|報告|説明|連絡|回答|相談)が|ありま|ござい|出て))`,
      'u',
    ),
    4,
  ],
  [new RegExp(`^${TAIL}は(?!い)`, 'u'), 4],
  [new RegExp(`^${TAIL}(?:もお?|も)(?=[^、]{0,20}お願い|[^、]{0,20}ください)`, 'u'), 3],
  [
    /^(?:さん|様|氏|くん|君|先生)、?(?=[^のとへをにがでは])(?!あて|宛|経由|たち|ら[にをへの]|向け|から(?:の|は|も)|も|や|以外)/u,
    4,
  ],
  [new RegExp(`^${TAIL}、`, 'u'), 3.5],
];
const TO = new RegExp(`^${TAIL}に(?!つい|関|対す|よ|お[いけか])`, 'u');
// 「財政課にお願いします」 makes them act; 「財政課に照会してください」 does not.
const ENTRUSTED =
  /^[^。]{0,40}?(?:お願い|依頼(?!し、|して|し(?:まし|たう))|頼み|頼ん(?!でお|でき|でみ)|頼む|任せ|一任|担当し|担って|やって|してもら|していただ|ご[一-龠]{2,4}を?いただ|てもら|(?<![さらわたかばま]せ)ていただ)/u;
const ADDRESSED =
  /^[^。]{0,14}?(?:照会|相談|連絡|報告|提出|送付|送っ|送り|共有|伝え|協議|説明|問い合わせ|聞い|通知|周知|出し|回し|確認|渡し|届け|返し|回答)(?:し|を(?!お?願)|て|いたし|ます)/u;
// 「三上に作らせます」「財政課には試算を急ぐように言っておきます」: theirs, whoever tells them.
const MADE_TO =
  /^[^。]{0,30}?(?:(?<![合知任済聞併])[かさたなばまらわ]せ(?:ます|まし|て(?!いただ|くだ)|る|と)|てもらって(?:ください|おいて|くれ|もらえ)|てもらえるよう|てもらうよう|(?:よう(?:に)?(?:と)?|と)[^、。]{0,6}(?:伝え|言っ|言い|指示し|頼ん))/u;
// 「資材センターに行かせます」: whither.
const SENT_TO = /^に、?(?:[^。、を]{0,8})(?:行か|向かわ|入ら|立た|座ら|戻ら)せ/u;
// Behind these begins another clause; who acted before it need not act in it.
const CLAUSE =
  /(?:ので|んで|から、|し、|ましたが|ですが|ますが|けれども|けれど|けど|たら|ため、|とのこと|ということで)/u;

// Something is done there, not by them.
const PLACE = /(?:委員会|協議会|センター|図書館|公民館|博物館)$/u;

const FAMILY = /^[一-龠々]{2,3}$/u;
const NO_NAME = new RegExp(`(?:${UNIT_ENDS}|${POSTS}|進行|司会|幹事|議員|住民|記録)$`, 'u');

function pattern({ attendees, units }: People): RegExp {
  const names = attendees.flatMap(({ name, reading }) => [name, name.replaceAll(/\s/gu, ''), familyReading(reading)]);
  const alone = attendees.flatMap(({ name }) =>
    name.split(/[\s　]+/u).filter((part) => FAMILY.test(part) && !NO_NAME.test(part)),
  );
  const known = [...names, ...units].filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  const escaped = known.map((name) => name.normalize('NFKC').replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  const posts = units.map((unit) => unit.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|');
  const short = units.flatMap((unit) => /^[一-龠]{2,4}(?=[課部局室]$)/u.exec(unit)?.[0] ?? []).join('|');
  const stem = short === '' ? '' : `(?<stem>(?<![一-龠])(?:${short})(?=さん(?!は|も)|、|のほう(?:で|から|に)))|`;
  const own = escaped.length === 0 ? '' : `(?<known>${escaped.join('|')})(?!長|補佐|題)|`;
  const family = alone.length === 0 ? '' : `(?<family>${alone.join('|')})|`;
  const heads = posts === '' ? '' : `(?<head>(?:${posts})(?:長補佐|長|補佐))|`;
  return new RegExp(
    `(?<first>${FIRST_PERSON})|${heads}${own}${stem}(?<person>${PERSON})|${family}(?<unit>${UNIT})`,
    'gu',
  );
}

// Recognisers write a name that they do not know in hiragana.
const familyReading = (reading = ''): string => /^([ぁ-んー]{2,})[\s　]/u.exec(reading)?.[1] ?? '';

const HONORIFIC = /(?:さん|様|氏|くん|君|先生)$/u;
const SOON = /^(?:来週|今週|再来週|次回|今月|来月|明日|本日|月末|\d|[月火水木金土日]曜)/u;
const STARTS = /^(?:(?:では|それでは|じゃあ?|はい|あと|で)、?)?$/u;

/** How strongly the place of a name in its sentence makes it the one who acts: 0 not at all, 5 surely. */
function weigh(text: string, { from, to }: { from: number; to: number }): number {
  const behind = text.slice(to, to + 60);
  if (PLACE.test(text.slice(from, to)) && /^で/u.test(behind)) return 1;
  if (TO.test(behind) && SENT_TO.test(behind)) return 0;
  if (TO.test(behind) && MADE_TO.test(behind)) return 5.5;
  if (TO.test(behind)) return ENTRUSTED.test(behind) && !ADDRESSED.test(behind) ? 4.5 : 0;
  const standing = STANDINGS.find(([rule]) => rule.test(behind));
  if (standing !== undefined) return CLAUSE.test(behind) && standing[1] > 4 ? standing[1] - 2 : standing[1];
  if (SOON.test(behind)) return 2.5;
  if (/^各自/u.test(text.slice(from, to)) && /^[^のにへと]/u.test(behind)) return 4;
  return STARTS.test(text.slice(0, from)) &&
    /(?:長|主任|主査|主事|主幹|補佐)$/u.test(text.slice(from, to)) &&
    /^[一-龠ァ-ヶ]/u.test(behind)
    ? 3
    : 0;
}

function speakersOwn(found: RegExpExecArray): Mention {
  const [first] = found;
  const [from, to] = [found.index, found.index + first.length];
  const ofOwnUnit = /^[当弊本][課部室係局支セ]|^うちの/u.test(first);
  const takesOn = /^[や持行出貼書作送聞見取直調回運届電連下]/u.test(found.input.slice(to)) ? 4 : 0;
  const weight = weigh(found.input, { from, to }) || takesOn || (ofOwnUnit ? 3 : 0);
  return { from, to, owner: null, ofOwnUnit, weight: weight + 0.25 };
}

type Called = (said: string, kind: Owner['kind']) => Owner;

function mentionOf(found: RegExpExecArray, called: Called): Mention[] {
  const { first, head, person, unit, family, stem, known = family ?? stem } = found.groups ?? {};
  if (first !== undefined) return [speakersOwn(found)];
  const said = known ?? head ?? (person ?? unit ?? '').replace(RUN_IN, '');
  if (said === '' || (known === undefined && NOBODY.test(said))) return [];
  const from = found.index;
  const to = from + found[0].replace(HONORIFIC, '').length;
  const kind =
    head === undefined && (unit !== undefined || stem !== undefined || IS_UNIT.test(said)) ? 'UNIT' : 'PERSON';
  const weight = weigh(found.input, { from, to });
  return [{ from, to, owner: called(said, kind), ofOwnUnit: false, weight }];
}

const IS_UNIT = new RegExp(`${UNIT_ENDS}$`, 'u');

/** Finds everybody named in a sentence. Made once for a meeting. */
export function mentionsOf(people: People): (sentence: string) => Mention[] {
  const rule = pattern(people);
  const [person, unit] = (['PERSON', 'UNIT'] as const).map((kind) =>
    remembered((said) => ownerCalled(said, kind, people)),
  ) as [(said: string) => Owner, (said: string) => Owner];
  const called: Called = (said, kind) => (kind === 'PERSON' ? person(said) : unit(said));
  return remembered((sentence) => Array.from(sentence.matchAll(rule)).flatMap((found) => mentionOf(found, called)));
}

/** Who is to act, by the grammar of the sentence: the strongest, and of equals the last. */
export function actorIn(mentions: readonly Mention[]): Mention | null {
  return mentions.reduce<Mention | null>(
    (best, it) => (it.weight >= 2 && (best === null || it.weight >= best.weight) ? it : best),
    null,
  );
}
