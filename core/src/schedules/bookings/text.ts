import type { Texts } from '../../shared/index.ts';

export const bookingTexts = {
  'schedules.booking_not_found': {
    ja: '予約が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such booking, or you may not see it.',
  },
  'schedules.booking_not_yours': {
    ja: 'この予約を変えられるのは、予約した人と会議室の管理者です。',
    en: 'Only whoever booked it and the administrators of the room may change this booking.',
  },
  'schedules.booking_of_case': {
    ja: 'これは案件の説明の予約です。時間は、その案件のページか「決裁・説明枠」で変えてください。',
    en: 'This is an explanation of a case. Change its time on the page of the case or among the windows for explanations.',
  },
  'schedules.booking_stale': {
    ja: '予約が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The booking has changed since. This is its present state; please check again.',
  },
  'schedules.booking_cancelled': {
    ja: 'この予約は取り消されています。もう一度予約してください。',
    en: 'This booking was cancelled. Please book again.',
  },
  'schedules.booking_time': {
    ja: '終わりの時刻は始まりより後に、長さは{hours}時間までにしてください。',
    en: 'The end must come after the beginning, at most {hours} hours later.',
  },
  'schedules.booking_past': {
    ja: 'もう過ぎた時間です。これからの時間を選んでください。',
    en: 'That time is over. Choose a time to come.',
  },
  'schedules.booking_far': {
    ja: '予約できるのは{days}日先までです。',
    en: 'One can book at most {days} days ahead.',
  },
  'schedules.booking_nothing': {
    ja: '会議室か、一緒に会う人を選んでください。',
    en: 'Choose a room, or people to meet.',
  },
  'schedules.booking_unknown_person': {
    ja: '名簿にいない人が含まれています。選び直してください。',
    en: 'Somebody among them is not of the staff. Please choose again.',
  },
  'schedules.booking_unknown_office': {
    ja: '「{office}」という庁舎はありません。',
    en: 'There is no office “{office}”.',
  },
  'schedules.room_taken': {
    ja: '{rooms}は、その時間に先に予約されました。空いている会議室か、別の時間を選んでください。',
    en: '{rooms}: somebody else has just booked it for that time. Choose another room or another time.',
  },
  'schedules.room_not_declined': {
    ja: '「もう一度たずねる」「予約から外す」を選べるのは、受け付けなかった会議室だけです。予約を開き直してください。',
    en: 'Only a room that declined can be asked again or dropped. Please open the booking again.',
  },
  'schedules.bad_cursor': { ja: '続きの位置が読めません。', en: 'The cursor cannot be read.' },
  'schedules.series_far': {
    ja: 'くり返しの予約は来年度の末（{until}）までです。この始まりからは{fits}回までにしてください。',
    en: 'A series ends by {until}, with the next fiscal year. From this day on that is {fits|time|times} at most.',
  },
  'schedules.series_conflicts': {
    ja: '{times}回のうち{conflicts}回は予約できません。一つずつ確かめて、空いている回だけ予約するか、やめるかを選んでください。',
    en: '{conflicts} of {times} times cannot be booked. Look at each, then book those that are free, or none.',
  },
  'schedules.series_nothing_free': {
    ja: 'どの回も予約できません。別の会議室か、別の時間を選んでください。',
    en: 'None of these times can be booked. Choose another room or another time.',
  },
  'schedules.outlook_none': {
    ja: 'Outlookには未反映です。この環境はOutlookに書き込みません。',
    en: 'Not in Outlook: this deployment does not write there.',
  },
  'schedules.outlook_waiting': {
    ja: 'Outlookには未反映です。順に反映しています。',
    en: 'Not in Outlook yet; it will be soon.',
  },
  'schedules.outlook_refused': {
    ja: 'Outlookには未反映です。{reason}',
    en: 'Not in Outlook. {reason}',
  },
  'schedules.travel_subject': { ja: '移動（{office}）', en: 'On the way ({office})' },
  'schedules.booking_card_declined': {
    ja: '会議室がOutlookで予約を受け付けませんでした：{rooms}',
    en: 'The room did not take the booking in Outlook: {rooms}',
  },
  'schedules.booking_card_refused': {
    ja: '予約がOutlookに反映されていません',
    en: 'A booking is not in Outlook',
  },
  'schedules.booking_card_fine': { ja: '会議を予約しました', en: 'The meeting is booked' },
  'schedules.booking_card_cancelled': { ja: '予約は取り消されました', en: 'The booking was cancelled' },
  'schedules.booking_card_subject': { ja: '件名', en: 'Subject' },
  'schedules.booking_card_time': { ja: '日時', en: 'Time' },
  'schedules.booking_card_rooms': { ja: '会議室', en: 'Rooms' },
  'schedules.booking_card_next': {
    ja: '別の会議室か別の時間に変えてください。',
    en: 'Choose another room or another time.',
  },
  'schedules.booking_card_open': { ja: '予約を開く', en: 'Open the booking' },
} as const satisfies Texts;
