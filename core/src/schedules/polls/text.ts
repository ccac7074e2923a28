import type { Texts } from '../../shared/index.ts';

export const pollTexts = {
  'schedules.poll_not_found': {
    ja: '日程調整が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such poll, or you may not see it.',
  },
  'schedules.poll_not_yours': {
    ja: 'この日程調整を進められるのは、主催する人と、その人の予定を管理する秘書などです。',
    en: 'Only whose poll it is and those who keep their calendar may do this.',
  },
  'schedules.poll_not_for_them': {
    ja: 'この人に代わって日程調整を行うことはできません。代わりに行えるのは、その人の予定を管理する秘書などです。',
    en: 'You may not make a poll for this person; those may who keep their calendar, such as secretaries.',
  },
  'schedules.poll_not_asked': {
    ja: 'この日程調整で回答を求められていない人の回答は入力できません。',
    en: 'This person is not asked here, or you may not answer for them.',
  },
  'schedules.poll_over': {
    ja: '日程調整はもう次の段階に進んでいます。最新の状態を表示しました。',
    en: 'The poll has moved on. This is its present state.',
  },
  'schedules.poll_too_late': {
    ja: '回答期限を過ぎました。最新の状態を表示しました。',
    en: 'The last day for answers is over. This is its present state.',
  },
  'schedules.poll_stale': {
    ja: '日程調整が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The poll has changed since. This is its present state; please check again.',
  },
  'schedules.poll_votes_missing': {
    ja: '回答していない候補があります。すべての候補に○△×を付けてください。候補が変わっていることもあります。',
    en: 'Some candidates have no answer. Give each of them one; they may have changed meanwhile.',
  },
  'schedules.poll_candidate_unknown': {
    ja: 'その候補はもうありません。候補を選び直してください。',
    en: 'That candidate is no longer there. Choose another one.',
  },
  'schedules.poll_few_candidates': {
    ja: '候補日時を2つ以上入れてください。',
    en: 'Give at least two candidate times.',
  },
  'schedules.poll_nobody': {
    ja: '必ず出席する人を1人以上選んでください。',
    en: 'Choose at least one person who is required.',
  },
  'schedules.poll_past_candidate': {
    ja: 'もう過ぎた候補日時があります。これからの日時だけにしてください。',
    en: 'A candidate is over already. Keep only times to come.',
  },
  'schedules.poll_far_candidate': {
    ja: '先すぎる候補日時があります。800日以内の日時にしてください。',
    en: 'A candidate lies too far ahead. Keep to the next 800 days.',
  },
  'schedules.poll_answer_by': {
    ja: '回答期限は、今日から最後の候補日までの日にしてください。',
    en: 'The last day for answers must lie between today and the last candidate.',
  },
  'schedules.poll_hold': { ja: '（仮）{title}', en: '(tentative) {title}' },
  'schedules.poll_why_ONLY': {
    ja: '必須の{required}人全員が○の候補は、{tried}件のうちこれだけです。',
    en: 'Of {tried} candidates it is the only one to which all {required} required people say yes.',
  },
  'schedules.poll_why_OPTIONAL': {
    ja: '必須の{required}人全員が○の候補{among}件のうち、任意の人の○が{optional}人で最も多い日時です。',
    en: 'Of {among} candidates that suit all {required} required people, most optional people ({optional}) can come.',
  },
  'schedules.poll_why_EARLIEST': {
    ja: '必須の{required}人全員が○の候補{among}件のうち、任意の人の○（{optional}人）が最も多いものの中で最も早い日時です。',
    en: 'Of {among} candidates that suit all {required} required people, the earliest of those with the most optional ones ({optional}).',
  },
  'schedules.poll_why_DOUBT': {
    ja: '必須の全員が○の候補はありません。×がなく、△が{doubts}人と最も少ない日時です。予約する前に確かめてください。',
    en: 'No candidate suits everybody required. Here nobody says no, and the fewest ({doubts}) are in doubt. Please check before booking.',
  },
  'schedules.poll_why_NONE': {
    ja: '必須の全員が出席できる候補はありません（{tried}件）。',
    en: 'None of the {tried} candidates suits everybody required.',
  },
  'schedules.poll_why_PAST': {
    ja: 'これからの候補が残っていません。候補を入れ直してください。',
    en: 'No candidate lies ahead any more. Give new ones.',
  },
  'schedules.poll_block_no': { ja: '{name}さんは{times}件で×です。', en: '{name} says no to {times}.' },
  'schedules.poll_block_silent': { ja: '{name}さんは回答していません。', en: '{name} has not answered.' },
  'schedules.poll_block_alone': {
    ja: '{sentence}この人だけが妨げの候補が{alone}件あります。',
    en: '{sentence} At {alone} of them nobody else is in the way.',
  },
  'schedules.poll_not_booked': { ja: '自動では予約できませんでした。{reason}', en: 'It could not be booked. {reason}' },
  'schedules.poll_card_DRAFT': { ja: '日程調整の下書き：{title}', en: 'Draft of a poll: {title}' },
  'schedules.poll_card_ask': { ja: '日程調整：{title}の都合を回答してください', en: 'When can you come? {title}' },
  'schedules.poll_card_OPEN': { ja: '日程調整：{title}（回答受付中）', en: 'Poll: {title} (open)' },
  'schedules.poll_card_CHOSEN': {
    ja: '日程調整：{title}の日時の案が出ました',
    en: 'Poll: a time is proposed for {title}',
  },
  'schedules.poll_card_NOTHING': {
    ja: '日程調整：{title}は全員がそろう日時がありません',
    en: 'Poll: no time suits everybody for {title}',
  },
  'schedules.poll_card_BOOKED': { ja: '日程が決まりました：{title}', en: 'The time is settled: {title}' },
  'schedules.poll_card_CANCELLED': {
    ja: '日程調整は取りやめになりました：{title}',
    en: 'The poll was cancelled: {title}',
  },
  'schedules.poll_card_owner': { ja: '主催', en: 'Called by' },
  'schedules.poll_card_for': { ja: '{owner}（担当 {maker}）', en: '{owner} (through {maker})' },
  'schedules.poll_card_minutes': { ja: '長さ', en: 'Length' },
  'schedules.poll_card_length': { ja: '{minutes}分', en: '{minutes} minutes' },
  'schedules.poll_card_answer_by': { ja: '回答期限', en: 'Answer by' },
  'schedules.poll_card_answered': { ja: '回答', en: 'Answers' },
  'schedules.poll_card_count': { ja: '{answered}／{asked}人', en: '{answered} of {asked}' },
  'schedules.poll_card_time': { ja: '日時', en: 'Time' },
  'schedules.poll_card_YES': { ja: '○ 出席できる', en: 'Yes' },
  'schedules.poll_card_MAYBE': { ja: '△ 調整すれば出席できる', en: 'If need be' },
  'schedules.poll_card_NO': { ja: '× 出席できない', en: 'No' },
  'schedules.poll_card_remark': { ja: '一言（任意）', en: 'A remark (optional)' },
  'schedules.poll_card_missing': { ja: '○△×のどれかを選んでください。', en: 'Choose one.' },
  'schedules.poll_card_send': { ja: '回答する', en: 'Answer' },
  'schedules.poll_card_answered_already': {
    ja: '回答済みです。期限までは何度でも変えられます。',
    en: 'You have answered, and may change it until the last day.',
  },
  'schedules.poll_card_change': { ja: '回答を変える', en: 'Change my answer' },
  'schedules.poll_card_votes': {
    ja: '{time}　○{yes} △{maybe} ×{no}',
    en: '{time}  yes {yes}, if need be {maybe}, no {no}',
  },
  'schedules.poll_card_book': { ja: 'この日時で予約する', en: 'Book this time' },
  'schedules.poll_card_close': { ja: '締め切って決める', en: 'Close and choose' },
  'schedules.poll_card_open': { ja: '日程調整を開く', en: 'Open the poll' },
} as const satisfies Texts;
