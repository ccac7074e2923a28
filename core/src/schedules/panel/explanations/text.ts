import type { Texts } from '../../../shared/index.ts';

export const explanationTexts = {
  'schedules.explanation_subject': { ja: '決裁の説明', en: 'Explanation of a case' },
  'schedules.explanation_about': { ja: '決裁の説明：{title}', en: 'Explanation of a case: {title}' },
  'schedules.explanation_not_yours': {
    ja: '説明の予約ができるのは、起案者と、いま案件を持っている人です。',
    en: 'Only the drafter and whoever has the case now may book an explanation.',
  },
  'schedules.explanation_not_on_route': {
    ja: 'この職員は、この案件でこれから処理する人ではありません。回議経路を確かめて選び直してください。',
    en: 'This person has nothing more to do with this case. Look at its route and choose again.',
  },
  'schedules.explanation_case_over': {
    ja: 'この案件はもう決裁又は終了しています。説明の予約は要りません。',
    en: 'This case is decided or ended already; it needs no explanation.',
  },
  'schedules.explanation_open': {
    ja: 'この案件について、この人にはもう説明の予約があります。時間を変えるか、取り消してください。',
    en: 'There is an explanation of this case to this person already. Move or cancel it.',
  },
  'schedules.explanation_time': {
    ja: 'その時間は説明の枠ではありません。示された時間から選んでください。',
    en: 'No explanations are given at that time. Choose one of the times offered.',
  },
  'schedules.explanation_taken': {
    ja: 'その時間は先に埋まりました。空いている時間を選び直してください。',
    en: 'That time has just been taken. Choose another one.',
  },
  'schedules.explanation_not_found': {
    ja: '説明の予約が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such explanation, or you may not see it.',
  },
  'schedules.explanation_not_to_confirm': {
    ja: '確定できるのは、説明を受ける人とその秘書です。',
    en: 'Only whoever hears it and their secretary may confirm it.',
  },
  'schedules.explanation_stale': {
    ja: '説明の予約が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The explanation has changed since. This is its present state; please check again.',
  },
  'schedules.explanation_closed': {
    ja: 'この説明の予約は、取り消されたか、もう終わっています。',
    en: 'This explanation was cancelled, or is over.',
  },
  'schedules.explanation_card_asked': {
    ja: '{person}への説明の予約が入りました',
    en: 'An explanation to {person} was booked',
  },
  'schedules.explanation_card_asked_tentative': {
    ja: '（仮）{person}への説明の予約が入りました',
    en: 'An explanation to {person} was asked for (tentative)',
  },
  'schedules.explanation_card_CONFIRMED': { ja: '説明の予約が確定しました', en: 'The explanation is confirmed' },
  'schedules.explanation_card_tentative_time': { ja: '{time}（仮）', en: '{time} (tentative)' },
  'schedules.explanation_card_how': {
    ja: 'この時間でよければ「確定する」を押してください。変えるとき・取りやめるときは「決裁・説明枠」を開きます。',
    en: 'Press “Confirm” if the time suits. To move or cancel it, open the windows for explanations.',
  },
  'schedules.explanation_card_confirm': { ja: '確定する', en: 'Confirm' },
  'schedules.explanation_card_windows': { ja: '決裁・説明枠を開く', en: 'Open the windows for explanations' },
  'schedules.explanation_card_subject': { ja: '予定', en: 'Entry' },
  'schedules.explanation_card_OPEN': { ja: '説明の時間が変わりました', en: 'The explanation was moved' },
  'schedules.explanation_card_OVER': { ja: '説明の時間は過ぎました', en: 'The explanation is over' },
  'schedules.explanation_card_CANCELLED': { ja: '説明の予約は取り消されました', en: 'The explanation was cancelled' },
  'schedules.explanation_card_DECIDED': {
    ja: '案件が決裁されたため、説明の予約を取り消しました',
    en: 'The case was decided, so its explanation was cancelled',
  },
  'schedules.explanation_card_ENDED': {
    ja: '案件が取下げ・却下などで終わったため、説明の予約を取り消しました',
    en: 'The case has ended, so its explanation was cancelled',
  },
  'schedules.explanation_card_ACTED': {
    ja: '説明を受ける人の処理が済んだため、説明の予約を取り消しました',
    en: 'Whoever was to hear it has acted on the case, so its explanation was cancelled',
  },
  'schedules.explanation_card_time': { ja: '日時', en: 'Time' },
  'schedules.explanation_card_asker': { ja: '説明する人', en: 'Who explains' },
  'schedules.explanation_card_person': { ja: '説明を受ける人', en: 'To whom' },
  'schedules.explanation_card_case': { ja: '案件を開く', en: 'Open the case' },
} as const satisfies Texts;
