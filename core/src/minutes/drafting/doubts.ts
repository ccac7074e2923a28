import type { Outcome, Topic } from './outcomes.ts';
import { deliberates, puts } from './short-rulings.ts';
import { plain } from './turns.ts';

// What speaks against a decision, however much its wording sounds like one. Each is a family of what is said in
// meetings, told by its grammar and by who says it.

/** 「以上で」「お疲れさまでした」: the meeting ends, nothing is settled. */
const ENDS_MEETING =
  /^(?:はい|では|それでは|じゃあ?|それじゃあ?|よし|うん|、|。)*(?:本日|今日)?(?:は|の[^。、]{0,8}は)?、?(?:以上(?:で|です|に|と|を)(?!のとおり)|これで(?:終わ|閉|おしまい|以上)|お疲れ|ご苦労|解散|散会|閉会)|(?:終了|閉会|散会|解散|お開き|打ち切り)(?:と|に)(?:いた)?し(?:ます|たい)/u;
/** 「どうすればいいんだろう」「いつになるのかな」: wondered, whoever says it. */
const WONDERS =
  /(?:どう(?!ぞ|も|せ|して(?:も|か))|どこ(?!か|も)|どれ(?!も)|どちら(?!も|か|に|で)|どっち(?!も|か|に|で)|何(?!も|か|と[かも]|ら|度|回)|なに|なん(?:で|の)|いつ(?!も|か)|誰(?!も|か)|だれ|いくら|なぜ)[^。、]{0,24}(?:だろう|でしょう|のか|かな|んだ|かね)[うか]?(?:な|ね)?$/u;
/** 「直接確認したほうがいいな」: advice. */
const ADVICE = /ほうが(?:いい|よい|ええ|よろしい)[^。、]{0,8}$/u;
/** 「私はB案がいいと思います」. */
const ONES_OWN =
  /^(?:私|僕|わたし|俺|うち|個人的に|委員として)(?:と?し?て?は|も|的には)[^。]{0,80}(?:と思い?ま?す?|思う|好き(?:です)?|気がします|かな)$/u;
/** 「やること自体はいいと思います。ただ…」: an opinion, and what is to be said against it. */
const OPINION = /(?:と思(?:います|う|っています)|気がします|かと)(?:けど|が|ね|よ)*$/u;
const BUT = /^(?:ただ(?!し)|しかし|でも|とはいえ|けど|だけど|一方|もっとも)/u;
/** 「お名前は結構です」: that one need not. */
const NEED_NOT = /(?:は|も)、?(?:もう)?(?:結構|大丈夫)(?:です|でございます)(?:ので|から)?$/u;
/** 「金曜まででいい」「来週でいいよ」: when something is due. */
const ONLY_WHEN =
  /(?:(?:まで|から|以降)(?:で|に)|(?:[0-9]{1,9}[日時月]|曜日?|来週|明日|今週|今日|今日中|今週中|月末|中|あと|後)で)(?:いい|よい|結構|構わない|構いません|大丈夫|OK|オーケー)(?:です)?(?:よ|ね|から)*$/u;
/** 「書いておきましょうか」: offers a deed, puts no matter. */
const OFFERS_DEED = /(?:[てで]お|[しいんっえけせてねめれげり][とど])きましょうか(?:ね)?$/u;
/** 「人事課ともう一度協議します」: what somebody does elsewhere, with others. */
const ELSEWHERE =
  /(?:課|部|局|室|係|県|国|市|町|社|会|者|さん|先方|地元|警察|業者|組合)と(?:は|も)?、?[^。]{0,10}(?:協議|相談|調整|話|検討|打合せ|打ち合わせ)/u;
const OWN_TASK = /^[^。]{0,12}(?:私|僕|うち|こちら|当課|弊社|事務局)の?(?:ほう|方)?(?:で|が|から)(?!いい|よい|は)/u;

/** 「なんで」「どこ」: asks back. */
const ASKS_BACK =
  /^[^。、]{1,10}って$|^(?:え|あ|は|で|うん|、)*(?:なんで|何で|なぜ|どこ|いつ|誰|いくら|いくつ|どれ|どう)[^。、]{0,5}$|(?:(?<!か)どう|何を?|どこ[にへで]?|いつ|誰[にが]?|どれ[に]?)[^。、]{0,8}(?:ましょう|よう|そう)$/u;
/** 「やらないと」「電話じゃだめだよ」「取らせてやらなきゃ」: must be otherwise; refuses nothing. */
const MUST =
  /(?:ない|なきゃ|なくちゃ|ねば)(?:と|ならない|いけない)?(?:な|ね|よ)*$(?<=(?:と|なきゃ|なくちゃ|ならない|いけない)(?:な|ね|よ)*)|(?:じゃ|では|ては|ちゃ)、?(?:だめ|ダメ|駄目|いけない|いかん|遅い|困る)(?:だ|です)?(?:よ|な|ね|から|だろう|でしょう)*$/u;
/** 「私が見に行きます」: by whoever says it. */
const DOES_ONESELF =
  /(?:私|僕|わたし|わし|俺)(?:が|から|も|のほうで)[^。]{0,80}(?:[うくすつぬむるぐぶ]|ます)(?:わ|よ|ね|から)*$/u;
/** 「結んだらいいじゃない」: advice, not leave. */
const COULD =
  /自体は、?(?:皆|みなさん)|(?:[ただ]ら|れば|のが)(?:いい|よい)(?:ん)?(?:じゃない|ではない|でしょう|のに)[^。、]{0,4}$/u;
/** 「31番は完了とさせていただきます」: a line of a list of problems. */
const CLOSES_LINE =
  /(?:完了|クローズ|解決|対応済み?)(?:済み?)?(?:(?:とし?|に|で)(?:させて|し|いたし|なり|よろしい|いい|お願い|ます)|です|とする)/u;
/** 「文案は会長一任」「資料を要求したい」: of the running of the meeting. */
const OF_PROCEDURE = /一任|署名|参考に|資料(?:を|の)?(?:ご?(?:要求|提出|請求))/u;
/** 「2月の部長会議に出しましょう」: somebody else will decide. */
const TAKES_ELSEWHERE =
  /(?:会議|庁議|議会|委員会|部会|審議会|理事会|役員会)に(?:は)?(?:出|諮|お諮り|上げ|かけ|提案)[^。、]{0,8}(?:ましょう|よう|そう|ます|る)$/u;
/** 「入ってなかったら、また考えましょう」: only if it comes to that. What is bound to come (「見積もりが出たら」) is none. */
const IF_IT_COMES =
  /(?:(?<!終わ|揃|そろ|決ま|まとま|わか|固ま|戻|上が|整)っ|(?<!届)い|(?<!済)ん|し|ち|来|き|れ|け)たら、?(?:[^。、]{0,6}、)?(?:また|そのとき|その時|考え|もう一(?:回|度))|そのとき(?:は|に)|その時(?:は|に)|もし/u;
/** 「ほな、よろしく頼むで」: greets at the end. */
const GREETS =
  /(?<!で)(?:お)?任せ(?:る|ます|します)$|^(?:はい|では|それでは|じゃあ?|、)*(?:皆さん|みんな)?、?(?:よろしく)(?:頼|お願い)[^。、]{0,6}$|^(?:はい|では|それでは|じゃあ?|、)*(?:みんな|皆さん)、?頼[^。、]{0,4}$/u;
/** 「あさって土曜ですよ。火曜で。」 */
const NAMES_DAY =
  /(?:[月火水木金土日]曜日?|[0-9]{1,2}日|[0-9]{1,2}時(?:半)?|月末|週明け|今日中|今週中|[0-9]{1,2}分|いっぱい|中)(?:で|に|だ|です)(?:な|ね|よ)?$/u;

/** 「数字を見てからにしたいと思っています」: tells what one has in mind. */
const HAS_IN_MIND = /(?:その)?(?:つもり|覚悟|心づもり)で$|たいと(?:思って|考えて)(?:い|お)(?:る|り?ます)(?:が|けど)?$/u;
/** 「執行部から報告を受けます」: it is only beginning. */
const HEARS_NEXT =
  /(?:から|より|の)、?[^。]{0,12}(?:報告|説明)を[^。、]{0,6}(?:受け|求め|いただき|聞き|伺い)ます$|(?:発言|ご?質問|ご?意見)$/u;

/** Is a clause, for all its words, none that settles a matter? */
export function isDoubtful(clause: string, outcome: Outcome, { sentence, before, after, leads }: Topic): boolean {
  if (
    ASKS_BACK.test(clause) ||
    DOES_ONESELF.test(clause) ||
    COULD.test(clause) ||
    CLOSES_LINE.test(clause) ||
    GREETS.test(clause) ||
    (OF_PROCEDURE.test(clause) && !/承認|可決|了承|採択|のうえ/u.test(clause)) ||
    WONDERS.test(clause) ||
    OFFERS_DEED.test(clause) ||
    HAS_IN_MIND.test(clause) ||
    HEARS_NEXT.test(clause) ||
    ONLY_WHEN.test(clause) ||
    ADVICE.test(clause) ||
    ONES_OWN.test(clause)
  )
    return true;
  if (ENDS_MEETING.test(clause) && !/(?:とおり|決定|承認|了承|可決|異議)/u.test(sentence.folded)) return true;
  if (outcome === 'CONTINUED' && IF_IT_COMES.test(clause)) return true;
  if (outcome === 'CONTINUED') return ELSEWHERE.test(clause) && !/次回|継続|保留|決め|改めて(?:諮|お諮)/u.test(clause);
  if (outcome === 'REJECTED') return MUST.test(clause) || /[?？]$/u.test(sentence.folded);
  if (TAKES_ELSEWHERE.test(clause)) return true;
  if (NAMES_DAY.test(clause) && !before.slice(-4).some((it) => puts(it) || deliberates(it))) return true;
  const goesOnBut = after?.speaker === sentence.speaker && after !== undefined && BUT.test(after.folded);
  if (OPINION.test(clause) && goesOnBut && plain(sentence.folded).endsWith(clause)) return true;
  if (NEED_NOT.test(clause) && !/(?:それ|これ|その|この|案|とおり)/u.test(clause)) return true;
  return OWN_TASK.test(clause) && !leads;
}
