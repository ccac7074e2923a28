import type { Texts } from '../../shared/index.ts';

export const roundTexts = {
  'minutes.round_no_minutes': {
    ja: '会議録の文がまだありません。先に会議録を作ってください。',
    en: 'There are no minutes yet. Please write them first.',
  },
  'minutes.round_nobody': {
    ja: '出席した人がいないため、確認を頼めません。',
    en: 'Nobody attended, so there is nobody to ask.',
  },
  'minutes.round_begun_already': {
    ja: '確認はもう始まっています。',
    en: 'The confirmation has begun already.',
  },
  'minutes.round_due_missing': {
    ja: 'この会議には確認の期限の定めがありません。期限の日を入れてください。',
    en: 'No rule says until when to answer. Please give the day.',
  },
  'minutes.round_due_early': {
    ja: '確認の期限は {day} より前にできません。',
    en: 'People may answer until {day} at least.',
  },
  'minutes.round_another': {
    ja: 'この依頼の後に確認がやり直されています。いまの会議録を確かめてください。',
    en: 'People were asked anew since. Please look at the minutes as they are now.',
  },
  'minutes.round_none': { ja: '確認は行われていません。', en: 'Nobody is being asked to confirm.' },
  'minutes.round_over': {
    ja: '確認の期限が過ぎ、規程により同意したものとなりました。修正は会議録の担当に相談してください。',
    en: 'The deadline is over, and by the rules you have agreed. Please speak to whoever keeps the minutes.',
  },
  'minutes.round_not_asked': {
    ja: '確認を頼まれた人ではないため、回答できません。',
    en: 'You were not asked to confirm these minutes.',
  },
  'minutes.round_own_suggestion_open': {
    ja: 'あなたの修正の提案がまだ決まっていません。取り下げるか、決まってから同意してください。',
    en: 'Your own suggestion is not settled. Withdraw it, or agree when it is.',
  },
  'minutes.round_answers_here': {
    ja: 'この人は職員なので、期限までは本人が回答します。',
    en: 'This person is of the staff and answers here until the deadline.',
  },
  'minutes.round_answered_already': { ja: 'この人の回答はもう入っています。', en: 'This person has answered already.' },
  'minutes.round_told_later': {
    ja: '聞いた日は、今日までの日にしてください。',
    en: 'The day on which it was told cannot be after today.',
  },
  'minutes.round_told_before': {
    ja: '聞いた日は、確認を依頼した {day} より前にできません。',
    en: 'It cannot have been told before people were asked on {day}.',
  },
  'minutes.round_silence_not_yet': {
    ja: '答えのないことを同意とみなせるのは、そう定めた会議体で、期限が過ぎた後です。',
    en: 'Silence is agreement only where the rules say so, and after the deadline.',
  },
  'minutes.round_waits_for': { ja: '{name} の回答を待っています。', en: 'Waiting for the answer of {name}.' },
  'minutes.round_waits_for_settling': {
    ja: '決まっていない修正の提案が{count}件あります。',
    en: '{count|suggestion is|suggestions are} not settled yet.',
  },
  'minutes.round_not_ready': {
    ja: 'まだ終えられません。{sentence}',
    en: 'It cannot be closed yet. {sentence}',
  },
  'minutes.round_not_yours': {
    ja: 'これができるのは、会議録の担当（会議を開いた人、所管課、記録者）と議長です。',
    en: 'This is for whoever keeps the minutes and for the chair.',
  },
  'minutes.reopen_not_now': {
    ja: '作成に戻せるのは、確認か署名の途中だけです。',
    en: 'Only minutes that are being confirmed or signed go back to writing.',
  },
  'minutes.suggestion_not_yours': {
    ja: '修正を提案できるのは、自分の発言と、それに基づく文です。',
    en: 'You may suggest other words for what you said and for what rests on it.',
  },
  'minutes.suggestion_stale': {
    ja: 'この文はほかの修正で変わっています。いまの文を確かめてください。',
    en: 'Other words stand there by now. Please look at them.',
  },
  'minutes.suggestion_same': { ja: 'いまの文と同じです。', en: 'These words stand there already.' },
  'minutes.suggestion_twice': {
    ja: '同じ番号の提案がすでにあります。画面を開き直してください。',
    en: 'There is such a suggestion already. Please open the page anew.',
  },
  'minutes.suggestion_not_found': { ja: 'この修正の提案は見つかりません。', en: 'There is no such suggestion.' },
  'minutes.suggestion_settled_already': {
    ja: 'この修正の提案は、もう決まっているか取り下げられています。',
    en: 'This suggestion was settled or withdrawn already.',
  },
  'minutes.settle_not_yours': {
    ja: '修正の提案を決めるのは議長です（議長が職員でないとき、または確認の期限までに戻らないときは会議録の担当）。',
    en: 'The chair settles suggestions; where the chair is not of the staff, or not back by the last day, whoever keeps the minutes.',
  },
  'minutes.settle_own': {
    ja: '議長に代わって、自分が入れた提案を決めることはできません（ほかの人から聞いて入れたものも同じです）。ほかの会議録の担当に頼んでください。',
    en: 'In the chair’s place you cannot settle what you put down yourself, for somebody else neither. Please ask somebody else who keeps the minutes.',
  },
} as const satisfies Texts;
