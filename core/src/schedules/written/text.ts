import type { Texts } from '../../shared/index.ts';

export const writtenTexts = {
  'schedules.written_not_found': {
    ja: '書面会議が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such meeting in writing, or you may not see it.',
  },
  'schedules.written_not_yours': {
    ja: 'この書面会議を変えられるのは、招集した人です。',
    en: 'Only whoever called this meeting in writing may change it.',
  },
  'schedules.written_not_asked': {
    ja: 'この書面会議に意見を出せるのは、参加者です。',
    en: 'Only those who take part may write here.',
  },
  'schedules.written_not_open': {
    ja: '意見を出せるのは、開始から締切りまでです。最新の状態を表示しました。',
    en: 'One can write from its beginning to its end. This is its present state.',
  },
  'schedules.written_begun': {
    ja: '始まった書面会議の内容は変えられません。最新の状態を表示しました。',
    en: 'A meeting in writing that has begun cannot be changed. This is its present state.',
  },
  'schedules.written_over': {
    ja: '書面会議は終わっています。最新の状態を表示しました。',
    en: 'The meeting in writing is over. This is its present state.',
  },
  'schedules.written_cancelled': {
    ja: 'この書面会議は取りやめになっています。最新の状態を表示しました。',
    en: 'This meeting in writing was cancelled. This is its present state.',
  },
  'schedules.written_many': {
    ja: 'この書面会議で出せる意見は一人{most}件までです。',
    en: 'One person can write {most} times at most here.',
  },
  'schedules.written_stale': {
    ja: '書面会議の内容が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The meeting in writing has changed since. Please check again.',
  },
  'schedules.written_nothing': {
    ja: '賛成・反対・保留のどれかか、意見を入れてください。',
    en: 'Say where you stand, or write a comment.',
  },
  'schedules.written_item_unknown': {
    ja: 'その議題はありません。最新の状態を確かめてください。',
    en: 'There is no such matter here.',
  },
  'schedules.written_times': {
    ja: '締切りは開始より30分以上後にしてください。',
    en: 'It must end half an hour or more after it begins.',
  },
  'schedules.written_past': {
    ja: '締切りは今から30分以上後にしてください。',
    en: 'It must end half an hour or more from now.',
  },
  'schedules.written_long': { ja: '締切りは62日以内にしてください。', en: 'It must end within 62 days.' },
  'schedules.written_quorum': {
    ja: '定足数は参加者の人数（{people}人）までにしてください。',
    en: 'The quorum cannot be more than those who take part ({people}).',
  },
  'schedules.written_entry': { ja: '書面会議：{title}', en: 'Meeting in writing: {title}' },
  'schedules.written_place': { ja: '書面', en: 'In writing' },
  'schedules.written_FOR': { ja: '賛成', en: 'For' },
  'schedules.written_AGAINST': { ja: '反対', en: 'Against' },
  'schedules.written_HOLD': { ja: '保留', en: 'Undecided' },
  'schedules.written_count': {
    ja: '賛成{for}人、反対{against}人、保留{hold}人。',
    en: '{for} for, {against} against, {hold} undecided.',
  },
  'schedules.written_APPROVED': {
    ja: '{count}参加した{attended}人の過半数の賛成により、提案のとおり決定した。',
    en: '{count} Approved as proposed by more than half of the {attended} who took part.',
  },
  'schedules.written_REJECTED': {
    ja: '{count}参加した{attended}人の過半数の反対により、否決した。',
    en: '{count} Rejected by more than half of the {attended} who took part.',
  },
  'schedules.written_CONTINUED': {
    ja: '{count}賛成・反対とも参加した{attended}人の過半数に達しないため、継続して検討する。',
    en: '{count} Neither side had more than half of the {attended} who took part; to be discussed further.',
  },
  'schedules.written_NO_QUORUM': {
    ja: '{count}定足数に達しなかったため、議決していない。',
    en: '{count} Nothing was decided for want of a quorum.',
  },
  'schedules.written_quorate': {
    ja: '参加者{people}人のうち{attended}人が意見を出し、定足数（{quorum}人）に達しています。',
    en: '{attended} of {people} took part; the quorum of {quorum} is reached.',
  },
  'schedules.written_not_quorate': {
    ja: '参加者{people}人のうち{attended}人が意見を出し、定足数（{quorum}人）に達していません。',
    en: '{attended} of {people} took part; the quorum of {quorum} is not reached.',
  },
  'schedules.written_card_ask': {
    ja: '書面会議：{title}に意見を出してください',
    en: 'Meeting in writing: your view on {title}',
  },
  'schedules.written_card_PLANNED': { ja: '書面会議の予定：{title}', en: 'Meeting in writing to come: {title}' },
  'schedules.written_card_OPEN': { ja: '書面会議：{title}（受付中）', en: 'Meeting in writing: {title} (open)' },
  'schedules.written_card_CLOSED': {
    ja: '書面会議が終わりました：{title}',
    en: 'The meeting in writing is over: {title}',
  },
  'schedules.written_card_CANCELLED': {
    ja: '書面会議は取りやめになりました：{title}',
    en: 'The meeting in writing was cancelled: {title}',
  },
  'schedules.written_card_organiser': { ja: '招集', en: 'Called by' },
  'schedules.written_card_closes': { ja: '締切り', en: 'Ends' },
  'schedules.written_card_stance': { ja: '{title}への賛否', en: 'Where you stand on {title}' },
  'schedules.written_card_comment': { ja: '{title}への意見（任意）', en: 'Comment on {title} (optional)' },
  'schedules.written_card_send': { ja: '意見を出す', en: 'Send' },
  'schedules.written_card_more': { ja: '意見を足す・変える', en: 'Add or change' },
  'schedules.written_card_said': {
    ja: '意見を出しました。締切りまでは変えられます。',
    en: 'You have written; you may change it until the end.',
  },
  'schedules.written_card_open': { ja: '書面会議を開く', en: 'Open the meeting' },
  'schedules.written_card_minutes': { ja: '会議録を開く', en: 'Open the minutes' },
} as const satisfies Texts;
