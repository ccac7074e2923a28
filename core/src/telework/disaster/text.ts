import type { Texts } from '../../shared/index.ts';

/** What is said of 特例の命令, 安否確認 and 参集: refusals, and what stands in the chat. */
export const disasterTexts = {
  'telework.switch_not_yours': {
    ja: '特例の命令を扱えるのは、総務・人事・システム管理の担当と、市長・副市長・規程で定める職だけです。',
    en: 'Orders of exceptions are for general affairs, personnel, administrators, the mayors and the posts that the rules name.',
  },
  'telework.switch_not_at_once': {
    ja: '直ちに命じられるのは、市長・副市長と規程で定める職だけです。決裁による命令にしてください。',
    en: 'Only the mayor, a deputy mayor and the posts that the rules name may order at once. Please ask for a decision.',
  },
  'telework.switch_unknown': {
    ja: 'この特例は、今の規程にありません。',
    en: 'The rules in force know no such exception.',
  },
  'telework.switch_not_found': {
    ja: '命令が見つからないか、まだ公にされていません。',
    en: 'There is no such order, or it is not known to everybody yet.',
  },
  'telework.switch_from_past': {
    ja: '期間の初日は今日か、それより後の日にしてください。',
    en: 'The first day must be today or later.',
  },
  'telework.switch_until_before': {
    ja: '期間の末日が初日より前になっています。',
    en: 'The last day comes before the first.',
  },
  'telework.switch_too_long': {
    ja: '一度の命令で続けられるのは{days}日までです（{article}）。延ばすときは、あらためて命令してください。',
    en: 'One order lasts {days|day|days} at most ({article}). To go on, a new order is needed.',
  },
  'telework.switch_number_taken': {
    ja: '命令番号「{number}」はすでに使われています。',
    en: 'The order number “{number}” is taken.',
  },
  'telework.switch_on_already': {
    ja: '同じ特例の命令（{number}）が、この期間にすでにあります。延ばすときは「延長する」から命令してください。',
    en: 'There is an order ({number}) of this exception for these days already. To go on, prolong that one.',
  },
  'telework.switch_nothing_to_prolong': {
    ja: '延長する命令が、いま効力のある同じ特例の命令ではありません。',
    en: 'What is to be prolonged is no order of this exception that is in force.',
  },
  'telework.switch_prolongs_nothing': {
    ja: '延長の期間は、今の末日（{until}）の翌日までに始まり、それより後に終わるようにしてください。',
    en: 'A prolongation begins on the day after {until} at the latest, and ends after it.',
  },
  'telework.switch_prolonged_already': {
    ja: '命令（{number}）は、すでに延長されています。',
    en: 'The order ({number}) has been prolonged already.',
  },
  'telework.switch_not_yours_to_submit': {
    ja: 'この命令の起案は、命令を出した人か担当がします。すでに起案されていれば、案件を開いてください。',
    en: 'The case of this order is drafted by who asked for it, or the office in charge. If it is drafted, open the case.',
  },
  'telework.switch_stale': {
    ja: '命令の状態が変わっています。最新の状態を表示しました。',
    en: 'The order has changed since. This is its present state.',
  },
  'telework.switch_over': {
    ja: 'この命令は、すでに終わっているか、まだ決裁されていません。',
    en: 'This order is over, or not decided yet.',
  },
  'telework.switch_end_past': {
    ja: '終わりの日は今日か、それより後の日にしてください。',
    en: 'The last day must be today or later.',
  },
  'telework.switch_end_later': {
    ja: '命令の末日（{until}）より前の日にしてください。延ばすには新しい命令が要ります。',
    en: 'Choose a day before {until}. To go on longer, a new order is needed.',
  },
  'telework.roll_not_yours': {
    ja: '安否確認や参集を呼びかけられるのは、総務・人事・システム管理の担当と、市長・副市長・規程で定める職だけです。',
    en: 'Safety checks and call-outs are for general affairs, personnel, administrators, the mayors and the posts that the rules name.',
  },
  'telework.roll_unit_unknown': { ja: 'この所属は見つかりません。', en: 'There is no such unit.' },
  'telework.roll_nobody': {
    ja: '対象になる職員がいません。所属を選び直してください。',
    en: 'Nobody is meant by this. Please choose another unit.',
  },
  'telework.roll_not_found': {
    ja: '呼びかけが見つからないか、あなたは対象ではありません。',
    en: 'There is no such call, or you are not among those called.',
  },
  'telework.roll_not_asked': {
    ja: 'この職員は、呼びかけの対象ではありません。',
    en: 'This person is not among those called.',
  },
  'telework.roll_not_for_them': {
    ja: '代わりに回答できるのは、その職員の上司と担当だけです。',
    en: 'Only a superior and the office in charge can answer for somebody.',
  },
  'telework.roll_closed': {
    ja: 'この呼びかけは終わっています（回答は今からでもできます）。',
    en: 'This call is closed; answers are still taken.',
  },
  'telework.roll_stale': {
    ja: '呼びかけの状態が変わっています。最新の状態を表示しました。',
    en: 'The call has changed since. This is its present state.',
  },
  'telework.bad_cursor': { ja: '続きを示す記号が読めません。', en: 'The cursor cannot be read.' },
  'telework.disaster_answer.SAFE_CAN_COME': { ja: '無事・出勤できる', en: 'Safe, can come to work' },
  'telework.disaster_answer.SAFE_CANNOT_COME': { ja: '無事・出勤できない', en: 'Safe, cannot come to work' },
  'telework.disaster_answer.NEEDS_HELP': { ja: 'けが・支援が必要', en: 'Hurt, or in need of help' },
  'telework.disaster_answer.COMING': { ja: '向かっている', en: 'On the way' },
  'telework.disaster_answer.ARRIVED': { ja: '到着した', en: 'Arrived' },
  'telework.disaster_answer.CANNOT_COME': { ja: '参集できない', en: 'Cannot come' },
  'telework.disaster_answer.NONE': { ja: '回答なし', en: 'No answer' },
  'telework.disaster_kind.SAFETY': { ja: '安否確認', en: 'Safety check' },
  'telework.disaster_kind.MUSTER': { ja: '参集', en: 'Call-out' },
  'telework.disaster_card.headline': { ja: '【{kind}】{title}', en: '{kind}: {title}' },
  'telework.disaster_card.from': { ja: '{unit} {post} {name}（{at}）', en: '{unit} {post} {name} ({at})' },
  'telework.disaster_card.muster_place': { ja: '参集場所', en: 'Where to' },
  'telework.disaster_card.words': { ja: 'ひとこと（書かなくてもかまいません）', en: 'A word, if you like' },
  'telework.disaster_card.place': { ja: 'いまいる場所（書かなくてもかまいません）', en: 'Where you are, if you like' },
  'telework.disaster_card.answered': { ja: '回答：{answer}（{at}）', en: 'Your answer: {answer} ({at})' },
  'telework.disaster_card.answered_by': {
    ja: '回答：{answer}（{at}、{name}さんが確認）',
    en: 'Answer: {answer} ({at}, taken down by {name})',
  },
  'telework.disaster_card.late': {
    ja: '締め切った後の回答です。担当にはそのまま届きます。',
    en: 'It came after the call was closed; the office sees it all the same.',
  },
  'telework.disaster_card.closed': {
    ja: 'この呼びかけは終わりました。まだ回答していない方は、今からでも回答できます。',
    en: 'This call is closed. If you have not answered, you still can.',
  },
  'telework.disaster_card.change': { ja: '回答を変える', en: 'Change the answer' },
  'telework.disaster_board.title': { ja: '【{kind}】{title}の回答', en: '{kind}: answers to {title}' },
  'telework.disaster_board.count': {
    ja: '{asked}人のうち{answered}人が回答。届かない人 {unreachable} 人。',
    en: '{answered} of {asked} have answered; {unreachable} cannot be reached by chat.',
  },
  'telework.disaster_board.unit': {
    ja: '{name}　{answered}/{asked}（{answers}）',
    en: '{name}: {answered}/{asked} ({answers})',
  },
  'telework.disaster_board.more': { ja: 'ほか {count} の所属', en: '{count|more unit|more units}' },
  'telework.disaster_board.help': { ja: '支援が必要な人', en: 'In need of help' },
  'telework.disaster_board.silent': { ja: '回答のない人', en: 'No answer yet' },
  'telework.disaster_board.unreached': { ja: '（チャット届かず）', en: ' (not on chat)' },
  'telework.disaster_board.refresh': { ja: '最新にする', en: 'Refresh' },
  'telework.disaster_board.remind': { ja: '回答のない人に知らせる', en: 'Remind those who have not answered' },
  'telework.disaster_list.none': {
    ja: 'いま、回答を待っている安否確認や参集はありません。',
    en: 'There is no safety check or call-out to answer now.',
  },
  'telework.disaster_order.ORDERED': { ja: '{name}を実施します', en: 'In force: {name}' },
  'telework.disaster_order.COMING': { ja: '{name}を実施します（{from}から）', en: 'In force from {from}: {name}' },
  'telework.disaster_order.ENDED': { ja: '{name}は{until}で終わります', en: 'Ends on {until}: {name}' },
  'telework.disaster_order.EXPIRED': { ja: '{name}の期間は終わりました', en: 'Over: {name}' },
  'telework.disaster_order.number': { ja: '命令番号', en: 'Order' },
  'telework.disaster_order.days': { ja: '期間', en: 'Days' },
  'telework.disaster_order.span': { ja: '{from}から{until}まで', en: '{from} to {until}' },
  'telework.disaster_order.reason': { ja: '理由', en: 'Reason' },
  'telework.disaster_order.article': { ja: '根拠', en: 'By' },
  'telework.disaster_order.relaxes': { ja: '緩む定め', en: 'What it relaxes' },
  'telework.disaster_order.row': { ja: '{sentence}（{article}）→ {to}', en: '{sentence} ({article}): {to}' },
  'telework.disaster_order.to.WAIVED': { ja: '求めません', en: 'waived' },
  'telework.disaster_order.to.WARNED': { ja: '注意にとどめます', en: 'a warning only' },
  'telework.disaster_order.to.NEEDS_SPECIAL_APPROVAL': { ja: '特別の承認でできます', en: 'by special approval' },
  'telework.disaster_after.ORDER.ASKED': { ja: '命令を求めた', en: 'Asked for the order' },
  'telework.disaster_after.ORDER.SUBMITTED': { ja: '命令の案件を回した', en: 'Submitted its case' },
  'telework.disaster_after.ORDER.ORDERED': { ja: '命令した', en: 'Ordered' },
  'telework.disaster_after.ORDER.CONFIRMED': { ja: '決裁で確認した', en: 'Confirmed by a decision' },
  'telework.disaster_after.ORDER.REFUSED': { ja: '決裁されなかった', en: 'Not decided for' },
  'telework.disaster_after.ORDER.ENDED': { ja: '早く終わらせた', en: 'Ended early' },
  'telework.disaster_after.ORDER.EXPIRED': { ja: '期間が終わった', en: 'Expired' },
  'telework.disaster_after.ORDER.DROPPED': { ja: '取りやめた', en: 'Dropped' },
  'telework.disaster_after.RELAXED': {
    ja: '定めを緩めて申請を受けた：{rules}',
    en: 'An application was taken with rules relaxed: {rules}',
  },
  'telework.disaster_after.SAFETY': { ja: '安否確認をした：{title}', en: 'Safety check: {title}' },
  'telework.disaster_after.MUSTER': { ja: '参集を命じた：{title}', en: 'Call-out: {title}' },
} as const satisfies Texts;
