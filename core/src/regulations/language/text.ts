import { fill, type Locale, type Sentence, type Texts } from '../../shared/index.ts';
import type { Finding, FindingCode } from './finding.ts';
import { PART_NAMES, YAML_NAMES, YAML_OTHER } from './names.ts';
import { MEETING_FINDINGS } from './text-meetings.ts';
import { WORKING_TIME_FINDINGS } from './text-working-time.ts';

const SENTENCES: Readonly<Record<FindingCode, Sentence>> = {
  'regulations.pack_unreadable': {
    ja: 'YAML として読めません（{line}、{message}）。',
    en: 'The file is not valid YAML ({line}, {message}).',
  },
  'regulations.pack_shape': {
    ja: '「{path}」の書き方が違います（{message}）。',
    en: '“{path}” is not as it must be ({message}).',
  },
  'regulations.pack_no_article': { ja: '根拠条項がありません。', en: 'The article is missing.' },
  'regulations.pack_twice': { ja: '「{name}」（{what}）が二度あります。', en: '“{name}” ({what}) is there twice.' },
  'regulations.pack_unknown': {
    ja: '「{name}」（{kind}）はどこにも定められていません。',
    en: '“{name}” ({kind}) is defined nowhere.',
  },
  'regulations.pack_need_open': {
    ja: '「番号は要る?」の答え {answers} に当たる行がありません。',
    en: 'No row says whether a document needs a number with these answers: {answers}.',
  },
  'regulations.pack_need_unreachable': {
    ja: '上にある行が先に当たるため、「番号は要る?」のこの行は使われません。',
    en: 'This row on whether a document needs a number is never reached: rows above it hold first.',
  },
  'regulations.pack_circle': {
    ja: '「{name}」（{what}）は自分自身に戻る循環です。',
    en: '“{name}” ({what}) leads back to itself in a circle.',
  },
  'regulations.pack_no_general': {
    ja: '一般の事務（GENERAL）の事案がありません。',
    en: 'The matter GENERAL is missing.',
  },
  'regulations.pack_no_decision': {
    ja: '事案「{matter}」を決裁する行がありません。',
    en: 'No row decides the matter {matter}.',
  },
  'regulations.pack_overlap': {
    ja: '行「{with}」と重なります。事案「{matter}」の「{case}」に両方が当たります。',
    en: 'Overlaps with the row {with}: both hold for {matter} with {case}.',
  },
  'regulations.pack_gap': {
    ja: '事案「{matter}」の「{case}」に当たる行がありません（隣の行: {rows}）。',
    en: 'No row holds for {matter} with {case} (rows beside the gap: {rows}).',
  },
  'regulations.pack_too_many_conditions': {
    ja: '事案「{matter}」の条件の組合せが多すぎ、漏れと重なりを確かめられません。事案を分けてください。',
    en: 'The matter {matter} combines too many conditions to be checked for gaps. Split it.',
  },
  'regulations.pack_unreachable': {
    ja: '上にある行「{by}」が常に先に当たるため、この行は使われません。',
    en: 'This row is never reached: the row {by} above it always holds first.',
  },
  'regulations.pack_reason_without_row': {
    ja: '専決の制限の理由「{reason}」に行がありません。',
    en: 'No escalation row speaks of the reason {reason}.',
  },
  'regulations.pack_limit_without_condition': {
    ja: '代決の制限に条件がありません。全ての代決ができなくなります。',
    en: 'This limit has no condition: it would forbid every deputy decision.',
  },
  'regulations.pack_test_does_not_fit': {
    ja: '「{fact}」の条件が、その種類（数・はい/いいえ・選択）に合いません。',
    en: 'The condition on “{fact}” does not fit its kind.',
  },
  'regulations.pack_empty_range': {
    ja: '「{fact}」の範囲に入る値がありません。',
    en: 'No value lies within the range of “{fact}”.',
  },
  'regulations.pack_no_absence': {
    ja: '不在の意味を定める行のうち、全ての職に当たるもの（classes も duties もない行）がありません。',
    en: 'No absence row speaks of every post (one without classes and duties).',
  },
  'regulations.pack_length_of_vacancy': {
    ja: '欠員のときの行（vacant: true）に、不在の長さ（absentDays）は書けません。',
    en: 'A row for a vacant post (vacant: true) cannot ask how long somebody is absent (absentDays).',
  },
  'regulations.pack_misplaced': {
    ja: 'この表では使えない相手の書き方です。',
    en: 'These words for a post or section cannot be used in this table.',
  },
  'regulations.pack_order_unreviewed': {
    ja: '命令（{name}）の間だけの代決は、必ず後閲を受けます。whileOrdered のほかに条件のない後閲の行（required: true）を、後閲を要しない行より前に置いてください。',
    en: 'What a deputy does only under an order ({name}) is always reviewed afterwards. Put a review row with whileOrdered and no other condition (required: true) before every row that asks for none.',
  },
  'regulations.pack_skip_of_decision': {
    ja: '決裁及び仮決裁は省けません。duties から除いてください。',
    en: 'A decision, also a provisional one, cannot be passed over. Take it out of the duties.',
  },
  'regulations.pack_automatic_not_allowed': {
    ja: '自動の後閲（automatic）は、不在（ABSENCE）のときに後閲を認める行（allowed: true）にだけ書けます。',
    en: 'Only a row that allows it (allowed: true) on absence (ABSENCE) can pass anybody over by itself (automatic).',
  },
  'regulations.pack_automatic_not_absence': {
    ja: '自動の後閲の記録「{source}」は、不在の表のどの行でも不在と認められていません。',
    en: 'No absence row accepts {source} as evidence, so nobody can be passed over by it.',
  },
  'regulations.pack_no_approver': {
    ja: '特別の承認をする者（by）がありません。',
    en: 'Nobody is named who gives the special approval (by).',
  },
  'regulations.pack_forbids_all': {
    ja: '禁止の行に条件（when）がありません。全ての申請ができなくなります。',
    en: 'This prohibition has no condition (when): it would forbid every application.',
  },
  'regulations.pack_empty_time': {
    ja: '終わりの時刻が始めの時刻より後ではありません。',
    en: 'The end is not after the start.',
  },
  ...WORKING_TIME_FINDINGS,
  ...MEETING_FINDINGS,
  'regulations.pack_event_unnamed': {
    ja: '起算が EVENT なのに、事由（event）が書かれていません。',
    en: 'It is counted from an event that is not named (event).',
  },
  'regulations.pack_event_not_asked': {
    ja: '事由（event）を書くのは、起算が EVENT のときだけです。',
    en: 'An event is named only where the years are counted from one (EVENT).',
  },
  'regulations.pack_days_of_years': {
    ja: '日数（keepDays）を書くのは、保存期間が1年未満（retentionYears: 0）のときだけです。',
    en: 'Days (keepDays) are for periods of less than a year (retentionYears: 0).',
  },
  'regulations.pack_permanent_unfit': {
    ja: '永年の行には、見直すまでの年数が要ります。また、永年の文書を「廃棄」にはできません。',
    en: 'A permanent class needs the years until its review, and cannot end in destruction.',
  },
  'regulations.pack_data_set_missing': {
    ja: 'データ「{set}」の目的と保存期間が書かれていません。',
    en: 'Nothing is said of the purpose and period of the data {set}.',
  },
  'regulations.pack_retention_untried': {
    ja: '標準と違う保存期間（{code}）には、それを試す例が要ります。',
    en: 'A period other than the standard one ({code}) needs an example that tries it.',
  },
  'regulations.pack_example_failed': {
    ja: '例「{name}」の{what}が違います。規程の例: {expected}、計算の結果: {actual}。',
    en: 'The example “{name}” differs in {what}: expected {expected}, computed {actual}.',
  },
};

export const packTexts: Texts = SENTENCES;

interface Param {
  readonly name: string;
  readonly value: string | Sentence;
}

/** A param as people say it: kinds of things by their names, the reader's codes by what they mean. */
function wordsOf(code: FindingCode, { name, value }: Param): Sentence {
  if (typeof value !== 'string') return value;
  if (name === 'kind' || name === 'what') return PART_NAMES[value] ?? { ja: value, en: value };
  if (code === 'regulations.pack_unreadable' && name === 'message') return YAML_NAMES[value] ?? YAML_OTHER;
  return { ja: value, en: value };
}

/** 「行: 理由」: what is wrong, with the row in front. */
export function findingSentence({ row, code, params }: Finding, locale: Locale): string {
  const said = Object.entries(params).map(([name, value]) => [name, wordsOf(code, { name, value })[locale]] as const);
  const sentence = fill(SENTENCES[code][locale], Object.fromEntries(said));
  if (row === null) return sentence;
  return locale === 'ja' ? `${row}：${sentence}` : `${row}: ${sentence}`;
}
