import type { Sentence, Texts } from '../../shared/index.ts';
import type { PunchKind } from '../working-time/punches.ts';

export const punchWords: Readonly<Record<PunchKind, Sentence>> = {
  START: { ja: '開始', en: 'Start' },
  PAUSE: { ja: '中抜け', en: 'Pause' },
  RESUME: { ja: '再開', en: 'Resume' },
  END: { ja: '終了', en: 'End' },
};

/** What is said of punches and their corrections. */
export const punchTexts = {
  'telework.punched': { ja: '{time}に{punch}を記録しました。', en: '{punch} recorded at {time}.' },
  'telework.punched_already': {
    ja: '{time}の{punch}は記録済みです。二度押しても1回と数えます。',
    en: '{punch} at {time} was recorded already. Twice counts once.',
  },
  'telework.punched_late': {
    ja: '通信できない間の打刻として、{time}の{punch}を記録しました。',
    en: '{punch} recorded at {time}: it was made while offline.',
  },
  'telework.punched_doubted': {
    ja: '端末の時計が合っていないため、サーバーの時刻 {time} で{punch}を記録しました。違うときは打刻修正を申請してください。',
    en: 'The clock of your device differs, so {punch} is recorded at {time} by the server. If that is wrong, ask for a correction.',
  },
  'telework.punched_odd': {
    ja: '{time}の{punch}を記録しました。{odd}時間には数えていません。違うときは打刻修正を申請してください。',
    en: '{punch} recorded at {time}. {odd} It gives no time. If that is wrong, ask for a correction.',
  },
  'telework.punch_elsewhere': { ja: '{day}の勤務日の打刻です。', en: 'It belongs to the working day {day}.' },
  'telework.days_too_many': { ja: '一度に見られるのは{most}日までです。', en: 'At most {most} days at once.' },
  'telework.days_order': {
    ja: '始まりの日を、終わりの日より前にしてください。',
    en: 'The first day must not be after the last.',
  },
  'telework.pause_unknown': {
    ja: 'その日に、答えを求められている中抜けがありません。',
    en: 'There is no such pause on that day.',
  },
  'telework.correction_not_found': {
    ja: '打刻修正が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such correction, or you may not see it.',
  },
  'telework.correction_stale': {
    ja: '打刻が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The punches have changed since. This is their present state; please check again.',
  },
  'telework.correction_over': {
    ja: 'この打刻修正は、すでに確認・却下されたか取り下げられています。',
    en: 'This correction has been answered or withdrawn already.',
  },
  'telework.correction_not_yours': {
    ja: '打刻修正を確認できるのは、本人より上の所属長だけです。自分の修正は確認できません。',
    en: 'A correction is confirmed by a head above the person, never by oneself.',
  },
  'telework.correction_nothing': {
    ja: '直す打刻か、新しい時刻を入力してください。',
    en: 'Say which punch is to be changed, or the new time.',
  },
  'telework.correction_future': {
    ja: 'まだ来ていない時刻は入力できません。',
    en: 'A time that has not come yet cannot be stated.',
  },
  'telework.correction_other_day': {
    ja: '{time}は{day}の勤務日の時刻ではありません。',
    en: '{time} does not belong to the working day {day}.',
  },
  'telework.correction_time_unreadable': {
    ja: '時刻を「17:30」のように入力してください。',
    en: 'Type the time as 17:30.',
  },
} as const satisfies Texts;
