import type { Sentence, Texts } from '../shared/index.ts';
import type { RefusalCode } from './engine/vocabulary.ts';
import { packTexts } from './language/text.ts';
import { teleworkTexts } from './telework/text.ts';

/** Said with the row for a short absence while nobody knows how long it will be. */
export const LENGTH_OPEN: Sentence = {
  ja: '（不在の終わりが分からないため、これまでの長さで判断しています。）',
  en: '(Nobody knows when the absence ends, so it counts for as long as it has lasted.)',
};

/** Why nobody may act for somebody, where no row of the regulations says it better. */
export const REFUSALS: Readonly<Record<RefusalCode, Sentence>> = {
  'regulations.not_absent': {
    ja: 'この規程でいう不在に当たらないため、代決も後閲もできません。',
    en: 'This is not an absence as these regulations mean it, so nobody may act instead.',
  },
  'regulations.vacancy_not_absence': {
    ja: '欠員は不在に当たらないため、代決できません。',
    en: 'A vacant post is not an absence, so no deputy may decide.',
  },
  'regulations.deputy_limited': {
    ja: 'この事案は代決できません。',
    en: 'This matter may not be decided by a deputy.',
  },
  'regulations.not_a_deputy': {
    ja: 'あなたはこの職の代決者に定められていません。',
    en: 'The regulations do not name you as a deputy of this post.',
  },
  'regulations.not_first_in_order': {
    ja: '先順位の代決者が不在でないため、代決できません。',
    en: 'A deputy who comes before you is not absent.',
  },
  'regulations.deputy_is_drafter': {
    ja: '自分が起案した案件は代決できません。',
    en: 'Nobody may decide what they drafted themselves.',
  },
  'regulations.skip_not_allowed': {
    ja: 'この職を後閲として先に進めることは、規程にありません。',
    en: 'The regulations do not let this post review afterwards.',
  },
};

export const regulationsTexts: Texts = {
  ...packTexts,
  ...teleworkTexts,
  ...REFUSALS,
  'regulations.decider_missing': {
    ja: '決裁する職が起案者の上位に見つかりません（{article}）。組織の登録を文書主任に確かめてください。',
    en: 'No post that may decide this stands above the drafter ({article}). Ask your records officer to check the organisation.',
  },
  'regulations.decider_vacant': {
    ja: '決裁する職「{post}」が欠員です（{article}）。欠員は不在に当たらず代決できません。発令を待つか、総務課に相談してください。',
    en: 'Nobody holds the deciding post {post} ({article}). A vacant post is not an absence, so no deputy may decide. Wait for the appointment or ask the general affairs section.',
  },
  'regulations.no_superior': {
    ja: '起案者自身が最上位の決裁者に当たり、決裁する上司がいません（{article}）。ほかの職員が起案してください。',
    en: 'The drafter holds the highest deciding post and nobody stands above it ({article}). Somebody else has to draft this.',
  },
  'regulations.no_rule': {
    ja: 'この事案の決裁区分が決裁規程にありません。',
    en: 'The decision table has no row for this matter.',
  },
  'regulations.unknown_unit': {
    ja: '起案した所属は今日の組織にありません。所属を移すよう、システム管理者に頼んでください。',
    en: 'The drafting unit is not part of today’s organisation. Ask the administrator to move the case.',
  },
  'regulations.unknown_matter': {
    ja: '事案「{matter}」は決裁規程にありません。一覧から選んでください。',
    en: 'The decision table has no matter {matter}. Choose one from the list.',
  },
  'regulations.unknown_reason': {
    ja: '専決の制限の理由「{reason}」は決裁規程にありません。',
    en: 'The regulations know no reason {reason} for going further up.',
  },
  'regulations.unknown_class': {
    ja: '職の段階「{class}」は決裁規程にありません。',
    en: 'The regulations know no class of posts {class}.',
  },
  'regulations.unknown_designation': {
    ja: '規程の行「{row}」（{article}）が指す職又は所属が、今日の組織に見つかりません。システム管理者に知らせてください。',
    en: 'The row {row} ({article}) names a post or section that today’s organisation does not have. Tell the administrator.',
  },
  'regulations.analogy_not_allowed': {
    ja: 'この規程は類推による専決を認めていません。',
    en: 'These regulations do not allow deciding by analogy.',
  },
  'regulations.fact_missing': {
    ja: '「{fact}」が分からないと決裁者が決まりません。入力してください。',
    en: 'Who decides depends on “{factEn}”. Please fill it in.',
  },
  'regulations.fact_wrong': {
    ja: '「{fact}」の値が正しくありません。',
    en: 'The value of “{factEn}” is not valid.',
  },
  'regulations.reason_missing': {
    ja: '上位の決裁を受けるときは、理由（議会・重要・異例など）を選んでください。',
    en: 'To have a higher post decide, choose the reason (assembly, important, unusual …).',
  },
  'regulations.consulted_vacant': {
    ja: '合議・審査の相手「{post}」が欠員です（{article}）。発令を待つか、総務課に相談してください。',
    en: 'Nobody holds the post {post} that must be consulted ({article}). Wait for the appointment or ask the general affairs section.',
  },
  'regulations.facts_unreadable': {
    ja: '事案の項目が読めません（facts は JSON で渡してください）。',
    en: 'The facts cannot be read; pass them as JSON.',
  },
  'regulations.no_unit': {
    ja: '所属がないため、誰の決裁か答えられません。所属を指定してください。',
    en: 'You hold no post, so name the unit for which you ask.',
  },
  'regulations.not_a_keeper': {
    ja: '規程の版を扱えるのは、総務・総括文書管理者・システム管理者の役割を持つ人です。',
    en: 'Only general affairs, the chief records manager and administrators may handle versions of the regulations.',
  },
  'regulations.not_your_post': {
    ja: '代決者を指定できるのは、その職に就いている本人だけです。',
    en: 'Only the holder of a post names its deputies.',
  },
  'regulations.naming_unknown_post': {
    ja: '指定した職が今日の組織にないか、自分の職です。',
    en: 'A named post is not part of today’s organisation, or it is your own.',
  },
  'regulations.pack_not_text': {
    ja: '規程の版は UTF-8 の YAML ファイル（2 MB まで）で渡してください。',
    en: 'A version of the regulations is a YAML file in UTF-8 of at most 2 MB.',
  },
  'regulations.pack_refused': {
    ja: '規程の版を受け付けられません（{count}件）。最初の理由: {first}',
    en: 'The version of the regulations is refused for {count} reasons. The first: {first}',
  },
  'regulations.pack_version_taken': {
    ja: '版「{version}」は既にあります。version を改めてください。',
    en: 'There is a version {version} already. Give it another name.',
  },
  'regulations.pack_not_found': { ja: 'その規程の版はありません。', en: 'There is no such version.' },
  'regulations.pack_not_proposed': {
    ja: 'この版は既に確定・取下げされたか、別の案件で伺っています。',
    en: 'This version was activated or dropped already, or another case decides upon it.',
  },
  'regulations.pack_case_unfit': {
    ja: '案件が見つからないか、既に終わっているか、規程を改める事案でないか、件名又は伺い文に版「{version}」と「{fingerprint}」が書かれていません。',
    en: 'The case is not there, is over or of another matter, or its title and text do not name the version {version} and {fingerprint}.',
  },
  'regulations.pack_proposal': {
    ja: '{regulation}を別添のとおり改正し、{effectiveFrom}から施行してよろしいか伺います。\n（規程の版: {version}、{fingerprint}）',
    en: 'May {regulation} be amended as attached, in force from {effectiveFrom}?\n(version {version}, {fingerprint})',
  },
  'regulations.document_title': { ja: '{regulation}の改正（電子データ）', en: 'Amendment of {regulation} (data)' },
  'regulations.document_facts': {
    ja: '規程の版: {version}\n指紋: {fingerprint}\n施行日: {from}',
    en: 'Version: {version}\nFingerprint: {fingerprint}\nIn force from: {from}',
  },
  'regulations.document_compared': {
    ja: '今の版（{version}）と比べて、変わる行は次のとおりです。',
    en: 'What changes, compared with the version in force ({version}):',
  },
  'regulations.document_added': { ja: '加わる行（{count}件）', en: 'Added rows ({count})' },
  'regulations.document_changed': { ja: '変わる行（{count}件）', en: 'Changed rows ({count})' },
  'regulations.document_removed': { ja: 'なくなる行（{count}件）', en: 'Removed rows ({count})' },
  'regulations.document_breaks': {
    ja: '今日の組織で行き先のない行（{count}件）',
    en: 'Rows that point to nobody in today’s organisation ({count})',
  },
  'regulations.document_row': { ja: '行', en: 'Row' },
  'regulations.document_article': { ja: '根拠', en: 'Article' },
  'regulations.document_sentence': { ja: '理由文', en: 'Sentence' },
  'regulations.document_whole': { ja: '規程の全体', en: 'The whole of the regulations' },
  'regulations.command_absent': { ja: '・不在', en: ', absent' },
  'regulations.command_problem': { ja: '「{matter}」：{problem}', en: '{matter}: {problem}' },
  'regulations.command_decides': {
    ja: '「{matter}」は{who}の決裁です（決裁区分: {class}）。',
    en: '{matter} is decided by {who} (class: {class}).',
  },
  'regulations.command_reviews': { ja: '回議: {who}', en: 'Review: {who}' },
  'regulations.command_consults': { ja: '合議・審査: {who}', en: 'Consultation and examination: {who}' },
  'regulations.command_informs': { ja: '引継・報告: {who}', en: 'Told afterwards: {who}' },
  'regulations.command_stand_in': {
    ja: '決裁者は不在です。今日代決できるのは: {who}',
    en: 'The deciding post is absent. Today may decide instead: {who}',
  },
  'regulations.command_retention': {
    ja: '保存期間: {years}年（{path}、{article}）',
    en: 'Kept for {years|year|years} ({path}, {article})',
  },
  'regulations.command_which': {
    ja: 'どの事案ですか。「誰の決裁」の後に事案と金額などを続けてください。例: {matters} など。',
    en: 'Which matter? Name it after “who decides”, with the amount if any. For example: {matters} …',
  },
  'regulations.unknown_classification': {
    ja: '文書分類「{code}」はありません。一覧から選んでください。',
    en: 'There is no classification {code}. Choose one from the list.',
  },
};
