import { answersRequest, type Heard } from './around.ts';
import type { Mention } from './mentions.ts';

// Work that is taken on or given without a polite ending: 「俺やっとくわ」「三上にやらせます」「看板を立てろ」「財政、今週中ね」.

/** What colleagues put behind a verb. */
const PARTICLES = '(?:よ|わ|ね|な|で|さ|っす|けん|から|ので|ぞ|ん|と)*[。!！]*$';
/** Verbs of being, thinking, happening: what they say of somebody is no deed. */
const NO_DEED =
  /(?:ある|いる|[てで]る|おる|とる|思う|なる|わかる|分かる|できる|違う|困る|聞く|知る|いう|足りる|助かる|かかる|要る|しれる|見える|聞こえる|合う|続く|済む|止まる|始まる|終わる|決まる|入る|残る|[かさたなまらわ]れる|られる|すぎる|感じる|考える|怖い|だろう|でしょう|よう|そう|[ただ]く思う|叱る|疲れる|焦る|忘れる|持ってる)(?:よ|わ|ね|な|で|さ|から)*[。]?$/u;

/** 「行ってくる」「聞いてみる」「持ってく」「書く」「出すよ」. */
const PLAIN_VERB = new RegExp(
  `(?:[一-龠ぁ-ん](?<!で|ま)[うくすつぬむるぐぶ](?<!(?:[一二三四五六七八九いくひ0-9])つ)|[てでとど]く|[てで]くる|[てで]みる)${PARTICLES}`,
  'u',
);
const GOES_AND_DOES = new RegExp(
  `(?:(?:[いしっんきえけせてねめれげり見出来寝着得][とど]く|[てで](?:くる|みる|おく)|[っんい][てで]く|と(?:きます|くっす))${PARTICLES}|に行(?:く|きます)${PARTICLES})`,
  'u',
);
const WILLING =
  /^(?:し[ょゃ]あ?(?:う)?が?ない|仕方ない|よし|じゃあ?|ほな|まあ|なら|、|ここは)*、?[^。、]{0,8}(?:や|す|行く?|出|書|持)[るく]?か[。]?$/u;
const OFFERS_PLAINLY =
  /(?:[いきぎしちにびみりえけげせてでねべめれ]ま?しょ(?:う)?か|[おこそろと]うか)(?:ね|な)?[。?？]*$/u;

const isOwn = (clause: string, { owner, weight, to }: Mention): boolean =>
  owner === null && weight >= 3.5 && !/^(?:は|も|としては)/u.test(clause.slice(to));

/** 「じゃあ俺が書くよ」「こっちで見とく」: whoever says so takes it on. */
export function takesOnPlainly({ clause, mentions }: Heard): boolean {
  if (NO_DEED.test(clause) || /責任|どこ|何|いつ|誰|どう|なん[でのか]|なぜ/u.test(clause)) return false;
  const own =
    mentions.some((it) => isOwn(clause, it)) && !mentions.some(({ owner, weight }) => owner !== null && weight >= 4.5);
  if (own && (WILLING.test(clause) || OFFERS_PLAINLY.test(clause))) return true;
  return (own && PLAIN_VERB.test(clause)) || GOES_AND_DOES.test(clause);
}

/** 「三上にやらせます」「うちの若い者を2人行かせます」「業者に直させて」. Not 「充実させます」, 「延ばせます」. */
const MAKES_DO =
  /(?:やら|行か|作ら|走ら|回ら|取ら|送ら|書か|届けさ|調べさ|直さ|出さ|戻さ|渡さ|貼ら|来さ|急が|当たら|立た|運ば|探さ|見さ|片付けさ|まとめさ|[一-龠]{2}さ)せ(?:とき|ておき|て(?:もらい|やり)?|まし)?(?:ます|る|とく|て、|、|ので|うえで)/u;
const HANDS =
  /(?:[課部局室係班者員木]|担当|業者|さん|くん|若い(?:の|もん|衆)|連中|メンバー|スタッフ|[一-龠]{2})(?:を|に)/u;

export function makesOthersDo(heard: Heard): boolean {
  const { clause, mentions } = heard;
  const found = MAKES_DO.exec(clause);
  if (found === null) return false;
  const before = clause.slice(0, found.index);
  return (
    mentions.some(({ owner, weight }) => owner !== null && weight >= 5) ||
    HANDS.test(before.slice(-24)) ||
    answersRequest(heard)
  );
}

/** 「すぐ現地へ行け」「看板を立てろ」「直してこい」「5時までに渡せ」. */
const COMMANDS =
  /(?:(?:[をにへ台枚名人個本件部]|[てでっ]|急いで|、)[一-龠]{1,2}[けせてめべれえげね]|(?:[一-龠][ぁ-ん]?|せ|け|べ|え|め|て|[てで]み|[てで]や|[をにへ]や|おき)ろ|[てで](?:こい|来い)|しろ|せよ|[にを]やれ|[てで]やれ|[てで]おけ|とけ)(?:や|よ|な)?[。!！]*$/u;
const NO_COMMAND =
  /(?:だけ|ため|わけ|しろと|ところ|ですって|すね|よね|だね|ますね|たね|いね|るね|でね)[。]?$|むしろ|ろうけ|(?:だ|や|か|こ|で)ろ(?:[うよね])*[。]?$/u;

export const commands = ({ clause, sentence }: Heard): boolean =>
  sentence.speaker !== null && COMMANDS.test(clause) && !NO_COMMAND.test(clause);

/** 「財政、今週中ね」「木村さんは会場の予約」「三上さん、業者に電話」: whose, and what or until when; no verb. */
const NOUN_OF_WORK =
  /(?:確認|調整|作成|送付|共有|報告|提出|検討|調査|修正|手配|連絡|集計|整理|照会|周知|準備|用意|回答|返答|返事|依頼|予約|申請|見積り?|見積もり|試算|起案|配布|案内|掲載|更新|反映|点検|相談|協議|交渉|打診|発送|印刷|設置|設定|入力|登録|抽出|分析|通知|公開|招集|募集|発注|契約|支払い|記入|チェック|対応|案|たたき台|素案|原稿|マニュアル|ポスター|チラシ|名簿|一覧|清書|校正|翻訳|撮影|運搬|搬入|設営|片付け|受付|誘導|電話|聞き取り|下見|議事録|説明|現場へ|現地へ|担当)(?:や|ね|な|だ|だね|やね|で|と|を|も|か|よろしく|頼む|頼みます|お願い|のほう|、|。)*$/u;
const WHEN_AT_END = /(?:ね|な|や|で|だ|やで|だよ|だね|やね|よろしく|頼む|お願い|、|。)*$/u;

export function ordersWithoutVerb({ clause, due, mentions, sentence, speech }: Heard): boolean {
  if (!speech.leads(sentence.speaker) || sentence.speaker === null || clause.length > 40) return false;
  const called = mentions.find(
    ({ owner, from, to }) =>
      owner !== null && from <= 12 && /^(?:さん|くん|君)?(?:は|、|に(?:は)?|も)/u.test(clause.slice(to)),
  );
  if (called === undefined) return false;
  if (NOUN_OF_WORK.test(clause) && !/(?:まだ|もう|済み|ございます|について)/u.test(clause))
    return !/(?:から|より)[^、]{0,6}説明/u.test(clause);
  const ends = due === null ? '' : clause.slice(due.at + due.words.length).replace(/^まで(?:に)?/u, '');
  return (
    due !== null && due.at > called.from && WHEN_AT_END.exec(ends)?.index === 0 && !/休み|欠席|出張|不在/u.test(clause)
  );
}
