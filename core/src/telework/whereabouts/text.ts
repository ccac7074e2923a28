import type { Texts } from '../../shared/index.ts';

/** 外出・直帰・帰庁: what was understood, and what is asked back. */
export const whereaboutsTexts = {
  'telework.whereabouts_one_of': {
    ja: '「外出 17時」のような言葉か、種類と時刻の、どちらか一方を送ってください。',
    en: 'Send either words such as “out 17:00”, or a kind with times.',
  },
  'telework.whereabouts_past': {
    ja: 'その時刻（{time}）は過ぎています。夕方のことなら「{evening}」と、24時間で入力してください。',
    en: 'That time ({time}) is over. If you mean the evening, type “{evening}”.',
  },
  'telework.whereabouts_over': {
    ja: '戻る時刻は、これからの時刻にしてください。',
    en: 'The time of return must be still to come.',
  },
  'telework.whereabouts_two_times': {
    ja: '{a} と {b} のどちらですか。「午前」か「午後」を付けるか、24時間で入力してください。',
    en: 'Do you mean {a} or {b}? Add “am” or “pm”, or count to 24.',
  },
  'telework.whereabouts_vague': {
    ja: '戻る時刻が分かりません。「外出 17時」「外出 1時間半」のように入力してください。',
    en: 'When will you be back? Type for example “out 17:00” or “out 90 min”.',
  },
  'telework.whereabouts_wrong_time': {
    ja: '時刻として読めません。「17時」「17:30」「午後5時半」「1時間」のように入力してください。',
    en: 'This is no time of the day. Type for example “17:00”, “5:30pm” or “1h”.',
  },
  'telework.whereabouts_other_day': {
    ja: '外出・直帰は今日の行先だけを入れます。ほかの日は、「申請」「出張」か「不在」を使ってください。',
    en: 'This is for today only. For another day use a request, a trip, or “away”.',
  },
  'telework.whereabouts_too_many': {
    ja: '時刻が二つ以上あります。「外出 13時から15時 県庁」のように入力してください。',
    en: 'There are several times. Type for example “out 13:00-15:00 prefectural office”.',
  },
  'telework.whereabouts_ends_before': {
    ja: '終わりの時刻が、始まりより前です。もう一度入力してください。',
    en: 'It would end before it begins. Please type it again.',
  },
  'telework.whereabouts_far': {
    ja: '行先は24時間以内のことだけを入れます。ほかの日は、「申請」「出張」か「不在」を使ってください。',
    en: 'Whereabouts are for the next 24 hours. For another day use a request, a trip, or “away”.',
  },
  'telework.whereabouts_how': {
    ja: '「外出 17時」「外出 県庁 17時まで」「直帰」「帰庁」のように入力してください。',
    en: 'Type for example “out 17:00”, “out prefectural office until 17:00”, “no return”, or “back”.',
  },
  'telework.whereabouts_not_out': {
    ja: '外出・直帰の記録がありません。すでに「在席」です。',
    en: 'You are not marked as out.',
  },
  'telework.whereabouts_at': { ja: '（{place}）', en: ' ({place})' },
  'telework.whereabouts_said_out': {
    ja: '外出{place}：{until} に戻ると受け取りました。戻ったら「帰庁」と入力してください。',
    en: 'Out{place}, back at {until}. Type “back” when you are.',
  },
  'telework.whereabouts_said_out_open': {
    ja: '外出{place}：戻る時刻なしで受け取りました（今日の終わりに消えます）。戻ったら「帰庁」と入力してください。',
    en: 'Out{place}, no time of return said; it ends with the day. Type “back” when you are.',
  },
  'telework.whereabouts_said_out_from': {
    ja: '外出{place}：{from} から {until} までと受け取りました。',
    en: 'Out{place} from {from} to {until}.',
  },
  'telework.whereabouts_said_out_from_open': {
    ja: '外出{place}：{from} からと受け取りました（今日の終わりに消えます）。',
    en: 'Out{place} from {from}; it ends with the day.',
  },
  'telework.whereabouts_said_home': {
    ja: '直帰{place}：今日は戻らないと受け取りました。',
    en: 'Out{place}; you will not be back today.',
  },
  'telework.whereabouts_said_home_from': {
    ja: '直帰{place}：{from} に出て、今日は戻らないと受け取りました。',
    en: 'Out{place} from {from}; you will not be back today.',
  },
  'telework.whereabouts_said_back': { ja: '帰庁を受け取りました。', en: 'You are back.' },
  'telework.whereabouts_said_none': { ja: '外出・直帰の記録はありません。', en: 'You are not marked as out.' },
} as const satisfies Texts;
