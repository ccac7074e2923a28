import type { Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

/** The history of a record and of a 簿冊 in sentences. */
export const storyWords: Texts = {
  'records.story_PLAIN': t('{said}。', '{said}.'),
  'records.story_KEPT': t(
    '保存を始めました。分類は「{class}」、保存期間は{period}です（{article}）。',
    'Keeping began. Its class is {class}, its period {period} ({article}).',
  ),
  'records.story_KEPT_WITHIN': t(
    '保存を始めました。保存期間は簿冊と同じです。',
    'Keeping began. It shares the period of its folder.',
  ),
  'records.story_MADE': t(
    '簿冊を作りました。分類は「{class}」、保存期間は{period}です（{article}）。',
    'The folder was made. Its class is {class}, its period {period} ({article}).',
  ),
  'records.story_TITLE': t('件名を「{from}」から「{to}」に改めました。', 'The title “{from}” became “{to}”.'),
  'records.story_NOTE': t('備考を改めました。', 'The note was changed.'),
  'records.story_LEVEL': t('{from}から{to}に変えました。', '{from} became {to}.'),
  'records.story_LEVEL_C3A': t('自治体機密性3A', 'Confidentiality 3A'),
  'records.story_LEVEL_C3B': t('自治体機密性3B', 'Confidentiality 3B'),
  'records.story_LEVEL_C3C': t('自治体機密性3C', 'Confidentiality 3C'),
  'records.story_LEVEL_C2': t('自治体機密性2', 'Confidentiality 2'),
  'records.story_LEVEL_C1': t('自治体機密性1', 'Confidentiality 1'),
  'records.story_READERS': t(
    '名前を挙げて閲覧を許す職員を{count}人にしました。',
    'The number of staff named as readers became {count}.',
  ),
  'records.story_COMPLETED': t('完結の日は{day}です。', 'It was completed on {day}.'),
  'records.story_ISSUED': t('施行の日は{day}です。', 'It was issued on {day}.'),
  'records.story_EVENT': t('起算の事由は{day}に発生しました。', 'The event that decides was on {day}.'),
  'records.story_KEEP_UNTIL': t('満了日を{day}と決めました。', 'Its last day was named: {day}.'),
  'records.story_ENDS': t('満了日は{day}になりました（{article}）。', 'It ends on {day} now ({article}).'),
  'records.story_MOVED_IN': t(
    '簿冊に入れました。保存期間と満了日は簿冊と同じになります。',
    'It was put into a folder and shares its period.',
  ),
  'records.story_MOVED_OUT': t('簿冊から出しました。', 'It was taken out of its folder.'),
  'records.story_SEALED': t(
    '封をしました。件名・備考・分類・機密性・閲覧者は、これから変わりません。',
    'Sealed: title, note, class, confidentiality and readers never change again.',
  ),
  'records.story_VERSIONS_PRUNED': t(
    '決裁前の作業版（第{versions}版）を整理しました。決裁・承認で見られた版と登録した版は残っています。',
    'Working versions ({versions}) from before the decision were let go of. What was acted on and filed stays.',
  ),
  'records.story_HOLD_AUDIT': t('監査・検査', 'audit'),
  'records.story_HOLD_LITIGATION': t('訴訟', 'litigation'),
  'records.story_HOLD_APPEAL': t('審査請求', 'appeal'),
  'records.story_HOLD_DISCLOSURE': t('開示請求', 'disclosure request'),
  'records.story_HOLD_BUSINESS': t('業務上の必要', 'business need'),
  'records.story_HELD': t('{kind}のため、廃棄を停止しました。', 'Its disposal was stopped ({kind}).'),
  'records.story_HELD_UNTIL': t('{day}まで続きます。', 'The hold lasts until {day}.'),
  'records.story_HOLD_ENDED': t('{kind}による廃棄停止は、{until}で終わります。', 'The hold ({kind}) ends on {until}.'),
  'records.story_HOLD_YEAR': t(
    '{kind}について{decided}に決定がありました。翌日から1年間、{until}まで廃棄できません（公文書等の管理に関する法律施行令第9条の例）。',
    'It was decided on {decided} ({kind}). For a year from the next day, until {until}, it may not be disposed of (after article 9 of the Order for the Public Records Act).',
  ),
  'records.story_SCHEDULE': t(
    '保存期間表の改正により、保存期間を{from}から{to}に変えました（{article}）。',
    'By the changed schedule its period of {from} became {to} ({article}).',
  ),
  'records.story_PASSED_ON': t('{from}から{to}に移しました。', 'It passed from {from} to {to}.'),
  'records.story_DISPOSED': t(
    '廃棄しました{who}。内容は消え、廃棄記録が残っています。',
    'It was destroyed{who}. Its content is gone; the record of its destruction stays.',
  ),
  'records.story_TRANSFERRED': t('{institution}へ移管しました{who}。', 'It was transferred to {institution}{who}.'),
  'records.story_ARCHIVES': t('公文書館など', 'the archives'),
  'records.story_EXTENDED': t(
    '廃棄・移管目録の決裁により、保存を延長しました{who}。',
    'By the decision on a list of disposal it is kept longer{who}.',
  ),
  'records.story_WHO': t('（実行：{names}）', ' (carried out by {names})'),
  'records.story_AND': t('・', ' and '),
  'records.story_HANDED_OVER': t(
    '文書管理の課へ引き継ぎました。これからの変更は総括文書管理者が行います。',
    'It was handed over to the records section; the chief records manager changes it from now on.',
  ),
};
