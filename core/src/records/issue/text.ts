import { type Locale, say, type Texts } from '../../shared/index.ts';

export const issueTexts = {
  'records.no_postage_table': {
    ja: '{day} の郵便料金表がありません。発送日を確かめてください。',
    en: 'There is no table of postage for {day}. Please check the day.',
  },
  'records.unknown_charge': {
    ja: 'この料金は、発送日の郵便料金表にありません。選び直してください。',
    en: 'This charge is not in the table of the day. Please choose again.',
  },
  'records.postage_not_found': { ja: 'この郵便の記録は見つかりません。', en: 'This entry of postage was not found.' },
  'records.postage_void': {
    ja: 'この郵便の記録はすでに取り消されています。',
    en: 'This entry of postage is void already.',
  },
  'records.postage_not_post': {
    ja: '郵便料金を入れられるのは、郵送する文書だけです。',
    en: 'Postage is entered for what goes by post only.',
  },
  'records.issue_not_found': { ja: 'この施行の記録は見つかりません。', en: 'This issue was not found.' },
  'records.not_decided': {
    ja: '施行できるのは、番号が確定した起案・発送の文書です。',
    en: 'Only a document that was decided and has its number can be issued.',
  },
  'records.seal_by_another': {
    ja: '公印は、施行の準備をした職員とは別の職員が押します。',
    en: 'The seal is put on by somebody else than whoever prepared it.',
  },
  'records.not_the_seal_keeper': {
    ja: '公印の押印を記録できるのは、公印を管守する人（文書主任・総務・総括文書管理者）です。',
    en: 'Only those who keep the seal may say that it was put on.',
  },
  'records.no_seal_wanted': {
    ja: '公印を待っている文書ではありません。',
    en: 'This document does not wait for the seal.',
  },
  'records.not_sealed': {
    ja: '公印がまだ押されていません。押印が済んでから発送してください。',
    en: 'The seal is not on it yet. Send it when it is.',
  },
  'records.issue_over': { ja: 'すでに発送したか、取りやめた文書です。', en: 'It was sent or withdrawn already.' },
  'records.no_signature_wanted': {
    ja: '電子署名で施行する文書ではありません。',
    en: 'This document is not issued with an electronic signature.',
  },
  'records.no_signature_checker': {
    ja: '電子署名を検証する仕組みが設定されていないか、ファイルがありません。検証の結果を入力してください。',
    en: 'No checker of signatures is set up, or there is no file. Please enter what was found.',
  },
} as const satisfies Texts;

/** What stands on paper, in files and beside a number: no sentences. */
export const issueLabels = {
  'records.postage_day': { ja: '発送日', en: 'Day' },
  'records.postage_unit': { ja: '課', en: 'Section' },
  'records.postage_addressee': { ja: '宛先', en: 'Addressee' },
  'records.postage_charge': { ja: '種別', en: 'Kind' },
  'records.postage_unit_yen': { ja: '単価（円）', en: 'Yen each' },
  'records.postage_pieces': { ja: '通数', en: 'Pieces' },
  'records.postage_total': { ja: '金額（円）', en: 'Yen' },
  'records.postage_by': { ja: '担当者', en: 'Staff' },
  'records.postage_note': { ja: '取消の理由', en: 'Why void' },
  'records.postage_sum': { ja: '合計', en: 'Total' },
  'records.addressee_hidden': {
    ja: '（機密性が高い文書のため、宛先はその文書を見られる人だけに表示します）',
    en: '(Confidential: the addressee is shown only to those who may see the document)',
  },
} as const satisfies Texts;

/** What stands in place of whom a document goes to that the reader may not see. */
export const hiddenAddressee = (locale: Locale): string => say(issueLabels, 'records.addressee_hidden', locale) ?? '';
