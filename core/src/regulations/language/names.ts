import type { Sentence } from '../../shared/index.ts';

const same = (ja: string, en: string): Sentence => ({ ja, en });

/** What a finding calls the parts of a pack, in words for people. */
export const PART_NAMES: Readonly<Record<string, Sentence>> = {
  row: same('行', 'row'),
  class: same('職の段階', 'class of posts'),
  rank: same('職位', 'rank'),
  title: same('職名', 'title'),
  post: same('職', 'post'),
  unit: same('所属', 'unit'),
  symbol: same('記号', 'symbol'),
  matter: same('事案', 'matter'),
  group: same('事案の分野', 'group of matters'),
  reason: same('専決の制限の理由', 'reason to go further up'),
  function: same('担当', 'function'),
  fact: same('尋ねる項目', 'fact'),
  classification: same('文書分類', 'classification'),
  version: same('版', 'version'),
  base: same('準用', 'regulations gone by'),
  deputy: same('代決者', 'deputy'),
  contact: same('聞く先', 'contact'),
  'telework.employments': same('任用の種別', 'kind of employment'),
  'telework.reasons': same('テレワークの事由', 'reason for telework'),
  'telework.places': same('テレワークの場所', 'place of telework'),
  'telework.networks': same('通信回線', 'network'),
  'telework.devices': same('端末', 'device'),
  'telework.information': same('扱う情報・業務', 'information or work'),
  timeRule: same('勤務時間の定め', 'rule of working time'),
  leaveRule: same('休暇の定め', 'rule of leave'),
  shift: same('勤務', 'shift'),
  pattern: same('勤務パターン', 'pattern of hours'),
  specialLeave: same('特別休暇', 'special leave'),
  // What an example expects.
  is: same('値', 'value'),
  off: same('休みの理由', 'why it is a day off'),
  worked: same('勤務の長さ', 'hours of duty'),
  days: same('日数', 'days'),
  unknown: same('休暇の有無', 'whether there is such a leave'),
  verdict: same('判定', 'verdict'),
  articles: same('反する条項', 'articles that are broken'),
  procedures: same('要る手続', 'steps of the chain'),
  reports: same('報告', 'reports'),
  treatments: same('取扱い', 'treatments'),
  relaxed: same('緩められた行', 'rows relaxed'),
  breaks: same('休憩', 'breaks'),
  problem: same('経路を作れない理由', 'problem'),
  article: same('根拠条項', 'article'),
  route: same('経路', 'route'),
  decider: same('決裁者', 'deciding post'),
  decisionClass: same('決裁区分', 'decision class'),
  inform: same('引継・報告先', 'people told afterwards'),
  struck: same('斜線の職', 'posts struck out'),
  skipped: same('省かれる職', 'posts passed over'),
  series: same('番号の系列', 'number series'),
  remindAfter: same('催促の日数', 'days until reminders'),
  refused: same('断りの理由', 'refusal'),
  order: same('順位', 'place in the order'),
  postReview: same('後閲の要否', 'review afterwards'),
  dueWorkingDays: same('後閲の期限', 'last day of the review'),
  automatic: same('操作なしの後閲', 'passing over by itself'),
};

const bad = (ja: string, en: string): Sentence => ({ ja, en });

/** Why a text is no YAML, by the reader's own code. */
export const YAML_NAMES: Readonly<Record<string, Sentence>> = {
  ALIASES: bad('「*」による引用が多すぎます', 'too many aliases'),
  BAD_ALIAS: bad('「&」「*」による引用が正しくありません', 'a wrong alias'),
  BAD_DIRECTIVE: bad('「%」で始まる行は使えません', 'a wrong directive'),
  BAD_DQ_ESCAPE: bad('" " の中の「\\」の書き方が違います', 'a wrong escape in double quotes'),
  BAD_INDENT: bad(
    '字下げがそろっていないか、{ } や [ ] が閉じていません',
    'wrong indentation, or { } or [ ] is not closed',
  ),
  BAD_SCALAR_START: bad(
    "文の初めの記号が使えません。「'…'」で囲んでください",
    'a sign that cannot begin a text; quote it',
  ),
  BLOCK_AS_IMPLICIT_KEY: bad(
    "「名前: 値」の中に、もう一つ「: 」があります。値を「'…'」で囲んでください",
    'a second “: ” in one line; quote the value',
  ),
  BLOCK_IN_FLOW: bad('{ } や [ ] の中では、行を分けた書き方を使えません', 'a block within { } or [ ]'),
  DUPLICATE_KEY: bad('同じ見出しが二度あります', 'the same name twice'),
  MISSING_CHAR: bad('閉じる記号（} ] \' " や「,」「: 」）が足りません', 'a closing sign, “,” or “: ” is missing'),
  MULTILINE_IMPLICIT_KEY: bad(
    '見出しが行をまたいでいるか、「: 」が足りません',
    'a name over several lines, or “: ” is missing',
  ),
  MULTIPLE_DOCS: bad('「---」で分けた二つ以上の文書があります', 'more than one document'),
  TAB_AS_INDENT: bad('字下げにタブが使われています。空白にしてください', 'tabs as indentation; use blanks'),
  TAG_RESOLVE_FAILED: bad('「!」で始まる指定は使えません', 'an unknown tag'),
  UNEXPECTED_TOKEN: bad('ここにあるはずのない記号や文字があります', 'something unexpected here'),
};
export const YAML_OTHER: Sentence = bad('書き方が正しくありません', 'it is written wrongly');
