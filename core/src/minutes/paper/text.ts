import type { Texts } from '../../shared/index.ts';

/** Sentences about papers and the templates they are made from. */
export const paperTexts: Texts = {
  'minutes.templates_not_yours': {
    ja: '会議録の様式を登録できるのは、システム管理者だけです。',
    en: 'Only the system administrator brings templates of minutes.',
  },
  'minutes.template_not_found': { ja: 'その様式はありません。', en: 'There is no such template.' },
  'minutes.template_empty': { ja: '様式のファイルが空です。', en: 'The file of the template is empty.' },
  'minutes.template_too_large': {
    ja: '様式のファイルが大きすぎます。{most}MBまで登録できます。',
    en: 'The file of the template is too large: at most {most} MB.',
  },
  'minutes.template_broken': {
    ja: '様式の差し込み記号が正しく閉じていないか、重なっています（{tags}）。Wordで記号の始まりと終わりを確かめてください。',
    en: 'Tags of the template are not closed properly or cross each other ({tags}). Please check in Word where they begin and end.',
  },
  'minutes.template_unknown_tags': {
    ja: '様式に、使えない差し込み記号があります：{tags}（「{where}」の所）。使える記号の表を見て直してください。',
    en: 'The template has tags that cannot be filled: {tags} (where it says “{where}”). Please mend them with the table of tags.',
  },
  'minutes.paper_too_much': {
    ja: 'この様式では、決められた時間の内に文書を作れませんでした。様式を簡単にしてください。',
    en: 'With this template the document could not be made in time. Please make the template simpler.',
  },
  'minutes.paper_busy': {
    ja: '文書の作成が混み合っています。少し待ってからもう一度お試しください。',
    en: 'Many documents are being made. Please try again in a little while.',
  },
  'minutes.copy_still_tells': {
    ja: '公表用の写しに、伏せるはずの言葉が{count}件残るため、作成しませんでした。墨塗りの箇所と様式を確かめてください。',
    en: 'The publication copy was not made: {count|word that is to be hidden|words that are to be hidden} would still stand in it. Please look at the redactions and the template.',
  },
};
