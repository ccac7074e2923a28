import type { Texts } from '../../shared/index.ts';

export const roundCardTexts = {
  'minutes.card_confirm': { ja: '会議録の確認をお願いします：{title}', en: 'Please confirm the minutes: {title}' },
  'minutes.card_settle': {
    ja: '会議録の修正の提案を、採用するか決めてください：{title}',
    en: 'A suggestion waits to be settled: {title}',
  },
  'minutes.card_settle_line': {
    ja: '会議録を開き、採用するか、採用しないかを選んでください。',
    en: 'Open the minutes and accept or decline it.',
  },
  'minutes.card_suggestion_OPEN': {
    ja: '会議録の修正の提案が出ています：{title}',
    en: 'Other words were suggested: {title}',
  },
  'minutes.card_suggestion_ACCEPTED': {
    ja: '会議録の修正の提案が採用されました：{title}',
    en: 'The suggestion was accepted: {title}',
  },
  'minutes.card_suggestion_DECLINED': {
    ja: '会議録の修正の提案は採用されませんでした：{title}',
    en: 'The suggestion was declined: {title}',
  },
  'minutes.card_suggestion_WITHDRAWN': {
    ja: '会議録の修正の提案は取り下げられました：{title}',
    en: 'The suggestion was withdrawn: {title}',
  },
  'minutes.card_suggestion_VOID': {
    ja: '会議録が作成に戻り、修正の提案は決めないまま終わりました：{title}',
    en: 'The minutes went back to writing before the suggestion was settled: {title}',
  },
  'minutes.card_to_settle': { ja: 'あなたが決める修正の提案', en: 'Suggestions for you to settle' },
  'minutes.card_wisher': { ja: '提案した人', en: 'Suggested by' },
  'minutes.card_reason': { ja: '理由', en: 'Reason' },
  'minutes.card_comment': { ja: '決めた人から', en: 'From whoever settled it' },
  'minutes.card_all_answered': {
    ja: '会議録の確認がそろいました：{title}',
    en: 'Everybody has answered: {title}',
  },
  'minutes.card_under_way': { ja: '会議録の確認中です：{title}', en: 'The minutes are being confirmed: {title}' },
  'minutes.card_closed': { ja: '会議録の確認が終わりました：{title}', en: 'The confirmation is over: {title}' },
  'minutes.card_void': {
    ja: '会議録が作成に戻りました：{title}',
    en: 'The minutes went back to writing: {title}',
  },
  'minutes.card_void_why': { ja: '理由：{reason}', en: 'Why: {reason}' },
  'minutes.card_void_line': {
    ja: 'これまでの回答は記録に残り、確認はあらためてお願いします。',
    en: 'Answers so far are kept. You will be asked anew.',
  },
  'minutes.card_held_on': { ja: '会議の日', en: 'Held on' },
  'minutes.card_due': { ja: '回答の期限', en: 'Answer until' },
  'minutes.card_due_by': { ja: '{day}（{article}）', en: '{day} ({article})' },
  'minutes.card_own': { ja: 'あなたの発言と文', en: 'Your remarks and what rests on them' },
  'minutes.card_own_count': {
    ja: '発言 {lines}件、文 {sentences}件',
    en: '{lines|remark|remarks}, {sentences|sentence|sentences}',
  },
  'minutes.card_mine': { ja: 'あなたの回答', en: 'Your answer' },
  'minutes.card_answered': { ja: '回答', en: 'Answers' },
  'minutes.card_answered_count': { ja: '{count}人中 {answered}人', en: '{answered} of {count}' },
  'minutes.card_silence_AGREES': {
    ja: '期限までに回答がなければ、同意したものとなります。',
    en: 'Who does not answer in time agrees.',
  },
  'minutes.card_silence_STAYS_OPEN': {
    ja: '全員の回答がそろうまで、会議録は次へ進みません。',
    en: 'The minutes wait until everybody has answered.',
  },
  'minutes.card_over': { ja: '回答の期限を過ぎています。', en: 'The deadline is over.' },
  'minutes.card_more': { ja: 'ほかは会議録で見られます。', en: 'The others are in the minutes.' },
  'minutes.card_change': { ja: '「{before}」→「{after}」', en: '“{before}” → “{after}”' },
  'minutes.card_agree': { ja: 'このとおりで同意', en: 'I agree as it stands' },
  'minutes.card_suggest': { ja: '修正を提案する', en: 'Suggest other words' },
  'minutes.card_open': { ja: '会議録を開く', en: 'Open the minutes' },
  'minutes.answer_ASKED': { ja: '未回答', en: 'not answered' },
  'minutes.answer_AGREED': { ja: '同意', en: 'agreed' },
  'minutes.answer_SUGGESTED': { ja: '修正を提案', en: 'suggested other words' },
  'minutes.answer_AGREED_BY_SILENCE': { ja: '期限までに申出なし（同意）', en: 'agreed by silence' },
  'minutes.answer_OPEN': { ja: '未回答（期限後）', en: 'not answered in time' },
  'minutes.answer_BY_OTHER_MEANS': { ja: 'ほかの手段で依頼', en: 'asked by other means' },
  'minutes.card_sign': { ja: '会議録への署名をお願いします：{title}', en: 'Please sign the minutes: {title}' },
  'minutes.card_sign_line': {
    ja: '内容を読んでから署名してください。署名すると、その内容の記録が残ります。',
    en: 'Please read them, then sign. What you signed is recorded.',
  },
  'minutes.card_signing': { ja: '会議録の署名中です：{title}', en: 'The minutes are being signed: {title}' },
  'minutes.card_signed': { ja: '会議録の署名がそろいました：{title}', en: 'Everybody has signed: {title}' },
  'minutes.card_signing_over': { ja: '会議録の署名の依頼は終わりました：{title}', en: 'Signing is over: {title}' },
  'minutes.card_signers': { ja: '署名', en: 'Signatures' },
  'minutes.card_to_sign': { ja: '読んで署名する', en: 'Read and sign' },
} as const satisfies Texts;
