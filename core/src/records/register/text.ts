import type { Texts } from '../../shared/index.ts';

export const registerTexts = {
  'records.clock_behind': {
    ja: '「{symbol}」は新しい年度の番号が始まっています。サーバーの時計が遅れているか、前年度の番号です。前年度の番号は理由を添えて取ってください。',
    en: 'The run {symbol} has begun a new fiscal year. Either the server’s clock is behind, or last year’s number is meant: that one is taken with a reason.',
  },
  'records.series_not_yours': {
    ja: '{symbol}の番号を取れるのは、規程が定める職員だけです（{article}）。',
    en: 'Only those whom the regulations name take a number of {symbol} ({article}).',
  },
  'records.no_last_year': {
    ja: '{symbol}は暦年で番号を改めるため、前年の番号は付けられません。',
    en: 'The run {symbol} begins anew each January: last year’s numbers cannot be taken.',
  },
  'records.last_year_closed': {
    ja: '前年度の番号を付けられるのは4月1日から{until}までです（{article}）。',
    en: 'Last year’s numbers may be taken from 1 April until {until} only ({article}).',
  },
  'records.unknown_series': {
    ja: 'この番号の系列はありません。画面を読み込み直して選んでください。',
    en: 'There is no such run of numbers. Load the page again and choose one.',
  },
  'records.number_not_found': {
    ja: 'この番号は見つかりません。',
    en: 'This number was not found.',
  },
  'records.number_not_yours': {
    ja: 'この番号を扱えるのは、主務課の職員と総括文書管理者です。',
    en: 'Only the section that answers for it and the chief records manager may do this.',
  },
  'records.number_not_voidable': {
    ja: '欠番にできるのは、予約した本人、主務課の文書主任、総括文書管理者です。',
    en: 'A number is made void by who reserved it, the section’s records officer or the chief records manager.',
  },
  'records.number_void': {
    ja: 'この番号は欠番になっています。番号は使い直せません。',
    en: 'This number is void. It is never given again.',
  },
  'records.number_not_reserved': {
    ja: 'この番号は予約中ではありません。',
    en: 'This number is not reserved.',
  },
  'records.reservation_lapsed': {
    ja: '予約の期限が過ぎました。番号は欠番になります。もう一度番号を取ってください。',
    en: 'The reservation is over and the number becomes void. Take another number.',
  },
  'records.not_open_for_number': {
    ja: 'この文書には番号を付けられません。まだ確定していない、番号のない参考文書を選んでください。',
    en: 'This document cannot take the number. Choose one that is kept for reference, open and without a number.',
  },
  'records.no_branch': {
    ja: '枝番は、使われている親の番号にだけ付けられます。',
    en: 'A branch is taken from a number that is in use and no branch itself.',
  },
  'records.day_before_number': {
    ja: '{name}（{on}）が番号を取った日より前です。日付を確かめてください。',
    en: 'The day {on} ({name}) is before the day on which the number was taken. Please check it.',
  },
  'records.stale': {
    ja: 'ほかの人が先に変更しました。最新の内容を確かめて、もう一度操作してください。',
    en: 'Somebody else changed it first. Look at it as it is now and try again.',
  },
  'records.need_incomplete': {
    ja: '「番号は要る?」の問いにすべて答えてください。',
    en: 'Please answer all questions on whether a number is needed.',
  },
} as const satisfies Texts;

/** What stands on paper, in files and beside a number: no sentences. */
export const registerLabels = {
  'records.number_lapsed': { ja: '予約の期限切れ', en: 'the reservation was over' },
  'records.number_void_note': { ja: '欠番（{reason}）', en: 'void ({reason})' },
  'records.number_reserved_note': { ja: '予約中', en: 'reserved' },
  'records.number_last_year_note': { ja: '前年度の番号（{reason}）', en: 'last year’s number ({reason})' },
  'records.number_imported_note': { ja: '旧台帳から移行', en: 'from the old ledger' },
  'records.csv_number': { ja: '番号', en: 'Number' },
  'records.csv_year': { ja: '年度', en: 'Fiscal year' },
  'records.csv_date': { ja: '日付', en: 'Date' },
  'records.csv_direction': { ja: '区分', en: 'Kind' },
  'records.csv_counterparty': { ja: '相手方', en: 'Counterparty' },
  'records.csv_title': { ja: '件名', en: 'Title' },
  'records.csv_their_number': { ja: '相手番号', en: 'Their number' },
  'records.csv_unit': { ja: '主務課', en: 'Section' },
  'records.csv_due': { ja: '処理期限', en: 'Due' },
  'records.csv_handling': { ja: '処置', en: 'Handling' },
  'records.csv_issued': { ja: '施行日', en: 'Issued' },
  'records.csv_completed': { ja: '完結日', en: 'Completed' },
  'records.csv_by': { ja: '担当者', en: 'Staff' },
  'records.csv_note': { ja: '備考', en: 'Note' },
  'records.direction_DRAFTED': { ja: '起案', en: 'Drafted' },
  'records.direction_RECEIVED': { ja: '収受', en: 'Received' },
  'records.direction_SENT': { ja: '発送', en: 'Sent' },
  'records.handling_DRAFT': { ja: '起案', en: 'draft' },
  'records.handling_CIRCULATE': { ja: '供覧', en: 'circulate' },
  'records.handling_REPLY': { ja: '回答', en: 'reply' },
  'records.handling_FILE': { ja: '保管', en: 'file' },
  'records.series_DRAFTED': { ja: '起案番号', en: 'Drafted' },
  'records.series_RECEIVED': { ja: '収受番号', en: 'Received' },
  'records.series_SENT': { ja: '発送番号', en: 'Sent' },
} as const satisfies Texts;
