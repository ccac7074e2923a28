import type { Sentence } from '../../shared/index.ts';
import type { WordingCode } from './wording.ts';

type OwnCode = `minutes.wording_${'none' | 'not_closed' | 'too_long' | 'item_gone'}`;

/** Sentences about proposals of a language model. */
export const wordingTexts: Readonly<Record<WordingCode | OwnCode, Sentence>> = {
  'minutes.wording_none': {
    ja: '文案を作る言語モデルが設定されていません。会議録は規則で作る案から直せます。使うには管理者に設定を依頼してください。',
    en: 'No language model is configured. Minutes can be edited from the draft by rules; ask the administrator to set one up.',
  },
  'minutes.wording_not_closed': {
    ja: '非公開の会議や議題の発言は、言語モデルのサーバー（{host}）に送りません。',
    en: 'Words of a closed meeting or agenda item are not sent to the server of the language model ({host}).',
  },
  'minutes.wording_too_long': {
    ja: '発言が {letters} 字あり、一度に送れる {most} 字を超えています。議題ごとに求めてください。',
    en: 'The remarks have {letters} letters, more than {most} at a time. Please ask for one agenda item.',
  },
  'minutes.wording_item_gone': {
    ja: 'この議題はもうありません。画面を読み直してください。',
    en: 'This agenda item is not there any more. Please load the page again.',
  },
  'minutes.wording_unreachable': {
    ja: '言語モデルのサーバー（{host}）につながりません。少し待ってから、もう一度求めてください。',
    en: 'The server of the language model ({host}) cannot be reached. Please try again in a while.',
  },
  'minutes.wording_not_admitted': {
    ja: '言語モデルのサーバー（{host}）に断られました（{status}）。管理者に KAIGI_WORDING_KEY を確かめてもらってください。',
    en: 'The server of the language model ({host}) does not admit us ({status}). Ask the administrator to check KAIGI_WORDING_KEY.',
  },
  'minutes.wording_not_found': {
    ja: '言語モデルのサーバー（{host}）に、その入口かモデル「{model}」がありません。管理者に KAIGI_WORDING_URL と KAIGI_WORDING_MODEL を確かめてもらってください。',
    en: 'The server ({host}) has no such address or no model “{model}”. Ask the administrator to check KAIGI_WORDING_URL and KAIGI_WORDING_MODEL.',
  },
  'minutes.wording_busy': {
    ja: '言語モデルのサーバー（{host}）が混んでいます。少し待ってから、もう一度求めてください。',
    en: 'The server of the language model ({host}) is busy. Please try again in a while.',
  },
  'minutes.wording_quota': {
    ja: '言語モデルのサーバー（{host}）の利用枠を使い切りました。管理者に契約を確かめてもらってください。',
    en: 'The quota of the server ({host}) is used up. Ask the administrator to look at the contract.',
  },
  'minutes.wording_refused': {
    ja: '言語モデルのサーバー（{host}）がこの発言を受け付けません（{status} {reason}）。議題ごとに求めるか、管理者に知らせてください。',
    en: 'The server ({host}) does not take these remarks ({status} {reason}). Ask for one agenda item, or tell the administrator.',
  },
  'minutes.wording_too_slow': {
    ja: '言語モデルが {seconds} 秒たっても答えないので、やめました。議題ごとに求めてください。',
    en: 'The language model did not answer within {seconds} seconds. Please ask for one agenda item.',
  },
  'minutes.wording_answer_unreadable': {
    ja: '言語モデルの答えを読めませんでした。もう一度求めるか、ほかのモデルにするよう管理者に頼んでください。',
    en: 'The answer of the language model cannot be read. Try again, or ask the administrator for another model.',
  },
};
