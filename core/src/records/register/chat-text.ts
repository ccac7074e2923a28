import type { Texts } from '../../shared/index.ts';

/** 「番号」 in the chat. */
export const chatTexts = {
  'records.number_chat_question': { ja: '番号は要る？（{nth}／{of}）', en: 'Is a number needed? ({nth} of {of})' },
  'records.number_chat_yes': { ja: 'はい', en: 'Yes' },
  'records.number_chat_no': { ja: 'いいえ', en: 'No' },
  'records.number_chat_skip': { ja: '質問をとばして番号を取る', en: 'Skip this and take a number' },
  'records.number_chat_NUMBERED': { ja: '番号が要ります', en: 'A number is needed' },
  'records.number_chat_UNNUMBERED': {
    ja: '番号は要りません（登録はします）',
    en: 'No number; it is filed all the same',
  },
  'records.number_chat_MINOR': { ja: '軽易な文書です。番号は要りません', en: 'A minor document: no number' },
  'records.number_chat_article': { ja: '根拠：{article}', en: 'By {article}' },
  'records.number_chat_all_the_same': { ja: 'それでも番号を取る', en: 'Take a number all the same' },
  'records.number_chat_form': { ja: '番号を取る', en: 'Take a number' },
  'records.number_chat_series': { ja: '文書記号', en: 'Run of numbers' },
  'records.number_chat_title': { ja: '件名', en: 'Title' },
  'records.number_chat_counterparty': { ja: '相手方', en: 'Counterparty' },
  'records.number_chat_required': { ja: '入力してください', en: 'Please fill this in' },
  'records.number_chat_take': { ja: '番号を取る', en: 'Take the number' },
  'records.number_chat_reserve': { ja: '{hours}時間だけ予約する', en: 'Reserve it for {hours} hours' },
  'records.number_chat_TAKEN': { ja: '番号を取りました：{number}', en: 'Taken: {number}' },
  'records.number_chat_RESERVED': { ja: '番号を予約しました：{number}', en: 'Reserved: {number}' },
  'records.number_chat_VOID': { ja: '欠番になっています：{number}', en: 'Void: {number}' },
  'records.number_chat_date': { ja: '年月日', en: 'Date' },
  'records.number_chat_reserved_until': { ja: '予約の期限', en: 'Reserved until' },
  'records.number_chat_until': {
    ja: '{when}まで。文書ができたら文書収発簿で確定してください。過ぎると欠番になります。',
    en: '{when}. Confirm it in the register when the document is complete; after that it becomes void.',
  },
  'records.number_chat_open': { ja: '文書収発簿で見る', en: 'Open in the register' },
  'records.number_chat_no_series': {
    ja: 'いまの所属では、番号を手で取る文書記号がありません。文書主任に確かめてください。',
    en: 'Your post has no run of numbers to take from by hand. Ask your records officer.',
  },
} as const satisfies Texts;
