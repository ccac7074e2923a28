import type { Texts } from '../../shared/index.ts';

export const leaveTexts: Texts = {
  'telework.leave_hours': {
    ja: '時間休は{step}分単位で、1日は{most}分までです。',
    en: 'Leave by the hour is taken in steps of {step|minute|minutes}, at most {most|minute|minutes} a day.',
  },
  'telework.leave_no_half_days': {
    ja: '半日の休暇はありません。時間で申請してください。',
    en: 'There is no half-day leave. Ask for hours.',
  },
  'telework.leave_not_enough': {
    ja: '{on}の休暇には残りが足りません。',
    en: 'There is not enough leave left for {on}.',
  },
  'telework.leave_promised': {
    ja: 'この休暇を取ると、承認済みの{on}の休暇の残りが足りなくなります。',
    en: 'With this leave, not enough would be left for {on}, which was approved already.',
  },
  'telework.leave_kind_unknown': {
    ja: 'そのような休暇はありません。休暇の種類を一覧から選んでください。',
    en: 'There is no such leave. Choose the kind from the list.',
  },
  'telework.leave_time_missing': {
    ja: '時間休は、何時から何時までかを入力してください。',
    en: 'For leave by the hour, say from when to when.',
  },
  'telework.leave_no_days': {
    ja: '休暇を取る日がありません。勤務日を選んでください（期間は366日まで）。',
    en: 'There is no day to take leave on. Choose working days, within 366 days.',
  },
  'telework.leave_day_off': {
    ja: '勤務の日ではないため、休暇は要りません。この日を外してください。',
    en: 'Nothing is to be worked on this day, so no leave is needed. Leave it out.',
  },
  'telework.leave_outside_hours': {
    ja: 'この時間は勤務時間ではありません。勤務時間の中で選んでください。',
    en: 'This is outside the hours of duty. Choose a time within them.',
  },
  'telework.leave_too_far': {
    ja: '1年より先の休暇は、まだ申請できません。',
    en: 'Leave more than a year ahead cannot be asked for yet.',
  },
  'telework.leave_late_reason': {
    ja: '当日又は過ぎた日の休暇は、事前に申請できなかった理由を書いてください。',
    en: 'For today or a day that is over, say why it was not asked for before.',
  },
  'telework.leave_afterwards': {
    ja: '過ぎた日の休暇です（事後の申請）。承認されるまでは欠勤の扱いになることがあります。',
    en: 'The day is over; until it is approved it may count as absence.',
  },
  'telework.leave_month_closed': {
    ja: 'その月の勤務表は締め切られています。人事課に相談してください。',
    en: 'The sheet of that month is closed. Please ask personnel.',
  },
  'telework.leave_reason': { ja: '事由を書いてください。', en: 'Say what it is for.' },
  'telework.leave_unpaid': { ja: 'この日の給与は支給されません。', en: 'These days are not paid.' },
  'telework.leave_left_after': { ja: '承認後に残る年次有給休暇：{left}', en: 'Annual leave left after it: {left}' },
  'telework.leave_available': {
    ja: '申請できる年次有給休暇：{left}',
    en: 'Annual leave that can be asked for: {left}',
  },
  'telework.leave_nobody': {
    ja: 'その職員が見つからないか、あなたにはその人の休暇を見る権限がありません。',
    en: 'There is no such person, or you may not see their leave.',
  },
  'telework.leave_adjust_personnel': {
    ja: '休暇の残を調整できるのは人事担当だけで、自分の分は調整できません。',
    en: 'Only personnel may put an account of leave right, and never their own.',
  },
  'telework.leave_adjust_days': {
    ja: '日付が正しくありません。失効日は、調整の日より後にしてください。',
    en: 'The days are not right: it must lapse after the day from which it counts.',
  },
  'telework.leave_stale': {
    ja: '休暇の残が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The account of leave has changed since. This is its present state; please check again.',
  },
  'telework.special_too_many_days': {
    ja: 'この休暇は残り{left}日です（{article}）。',
    en: 'Of this leave {left|day|days} may still be taken ({article}).',
  },
  'telework.special_unit': {
    ja: 'この休暇の単位に合いません（{article}）。',
    en: 'This leave is not taken in such a part of a day ({article}).',
  },
  'telework.special_evidence': {
    ja: '証明する書類を付けてください（{article}）。',
    en: 'Attach the paper that shows it ({article}).',
  },
  'telework.special_relation': {
    ja: '続柄を一覧から選んでください（{article}）。',
    en: 'Choose the relation from the list ({article}).',
  },
  'telework.overlaps_telework': {
    ja: '同じ時間にテレワークの申請があります。',
    en: 'Telework is booked for the same time.',
  },
  'telework.overlaps_leave': { ja: '同じ時間に休暇があります。', en: 'Leave is booked for the same time.' },
  'telework.overlaps_trip': { ja: '同じ時間に出張があります。', en: 'A trip is booked for the same time.' },
  'telework.overlaps_overtime': {
    ja: '同じ時間に時間外勤務命令があります。',
    en: 'Overtime is ordered for the same time.',
  },
  'telework.leave_form_title': { ja: '休暇を申請する', en: 'Apply for leave' },
  'telework.leave_form_lead': {
    ja: '忌引、書類を付けるものは、タブから申請してください。',
    en: 'For bereavement, and to say that papers come with it, use the tab.',
  },
  'telework.leave_form_kind': { ja: '休暇の種類', en: 'Kind of leave' },
  'telework.leave_form_span': { ja: '区分', en: 'Part of the day' },
  'telework.leave_form_from': { ja: '何時から（時間休のとき）', en: 'From (leave by the hour)' },
  'telework.leave_form_to': { ja: '何時まで（時間休のとき）', en: 'To (leave by the hour)' },
  'telework.leave_form_reason': {
    ja: '事由（年休は、当日・事後のときだけ）',
    en: 'Reason (for annual leave only when it comes late)',
  },
  'telework.leave_span_DAY': { ja: '全日', en: 'All day' },
  'telework.leave_span_MORNING': { ja: '午前', en: 'Morning' },
  'telework.leave_span_AFTERNOON': { ja: '午後', en: 'Afternoon' },
  'telework.leave_span_HOURS': { ja: '時間', en: 'Hours' },
  'telework.leave_balance_line': {
    ja: '申請できる年休：{available}（申請中 {reserved}、承認済みでこれから {promised}）',
    en: 'Annual leave that can be asked for: {available} (waiting: {reserved}, approved ahead: {promised})',
  },
  'telework.leave_balance_next': {
    ja: '次の付与：{on}に{days}日。',
    en: 'Next grant: {days|day|days} on {on}.',
  },
  'telework.leave_balance_basis': {
    ja: '勤務日数に応じた年休です（{article}）。1日は{day}です。',
    en: 'Leave by the days that you work ({article}). A day is {day}.',
  },
  'telework.leave_balance_lapses': {
    ja: 'うち{left}は{on}に失効します。',
    en: 'Of it {left} lapses on {on}.',
  },
};
