import type { Texts } from '../../shared/index.ts';

export const panelTexts = {
  'schedules.line_people': {
    ja: '職員の指定が読み取れません。職員は{most}人までで選び直してください。',
    en: 'The chosen people cannot be read. Choose at most {most}.',
  },
  'schedules.line_MEETING': { ja: '会議中 ～{until}', en: 'in a meeting until {until}' },
  'schedules.line_MEETING_tentative': { ja: '仮の予定 ～{until}', en: 'perhaps in a meeting until {until}' },
  'schedules.line_MEETING_titled': { ja: '会議中 ～{until}「{title}」', en: 'in a meeting until {until}: {title}' },
  'schedules.line_MEETING_tentative_titled': {
    ja: '仮の予定 ～{until}「{title}」',
    en: 'perhaps in a meeting until {until}: {title}',
  },
  'schedules.line_AWAY': { ja: '不在の設定', en: 'set to away' },
  'schedules.line_AWAY_until': { ja: '不在の予定 ～{until}', en: 'away until {until}' },
  'schedules.line_CALL': { ja: '通話中', en: 'in a call' },
  'schedules.line_BUSY_IN_TEAMS': { ja: '応答不可', en: 'not to be disturbed' },
  'schedules.line_IN_TEAMS': { ja: 'Teams に接続中', en: 'active in Teams' },
  'schedules.line_nothing': { ja: '予定なし', en: 'nothing in the calendar' },
  'schedules.line_no_calendar': { ja: '予定表がありません', en: 'no calendar' },
  'schedules.teams_Available': { ja: '連絡可能', en: 'available' },
  'schedules.teams_Busy': { ja: '取り込み中', en: 'busy' },
  'schedules.teams_DoNotDisturb': { ja: '応答不可', en: 'do not disturb' },
  'schedules.teams_BeRightBack': { ja: '一時退席中', en: 'be right back' },
  'schedules.teams_Away': { ja: '退席中', en: 'away' },
  'schedules.teams_Offline': { ja: 'オフライン', en: 'offline' },
  'schedules.teams_other': { ja: '状態不明', en: 'not known' },
  'schedules.teams_out': { ja: '外出の設定', en: 'set to out of office' },
  'schedules.teams_not_asked': {
    ja: 'Teams の在席はいま読めません。ほかの情報だけで示しています。',
    en: 'Presence in Teams cannot be read now; this is what the other sources say.',
  },
  'schedules.source_CALENDAR': { ja: '（予定表 {time}時点）', en: ' (calendar, {time})' },
  'schedules.source_TEAMS': { ja: '（Teams {time}時点）', en: ' (Teams, {time})' },
  'schedules.why_SAID_THEMSELVES': {
    ja: '本人の申告（外出・直帰）を、予定表や Teams より優先しています。',
    en: 'What they said themselves goes before the calendar and Teams.',
  },
  'schedules.why_APPROVED': {
    ja: '承認された休暇・出張などを、予定表や Teams より優先しています。',
    en: 'Approved leave or a trip goes before the calendar and Teams.',
  },
  'schedules.why_PUNCHED': {
    ja: '打刻を優先しています。予定表や Teams の表示は、設定が残っていることがあります。',
    en: 'The punch goes first: what the calendar or Teams shows may be a setting that was forgotten.',
  },
  'schedules.why_CALENDAR_OVER_TEAMS': {
    ja: '予定表の会議を優先しています。会議中は Teams で退席中になることがあります。',
    en: 'The meeting in the calendar goes first: in a meeting Teams may show somebody as away.',
  },
  'schedules.why_NOT_PUNCHED': {
    ja: '打刻がないため、予定表か Teams によります。',
    en: 'Nothing was punched; this is by the calendar or Teams.',
  },
  'schedules.free_now': { ja: 'いま{minutes}分の空きがあります', en: 'Free for {minutes} minutes now' },
  'schedules.free_at': { ja: '次の空き {time}～', en: 'Next free at {time}' },
  'schedules.free_on': { ja: '次の空き {day} {time}～', en: 'Next free on {day} at {time}' },
  'schedules.free_none': {
    ja: '次の勤務日まで空きがありません',
    en: 'Not free before the end of the next working day',
  },
  'schedules.synced_old': { ja: '予定表は{time}時点です', en: 'The calendar is as of {time}' },
  'schedules.synced_never': { ja: '予定表をまだ読めていません', en: 'The calendar was not read yet' },
  'schedules.synced_NO_MAILBOX': { ja: '予定表がありません', en: 'There is no calendar' },
  'schedules.synced_NOT_PERMITTED': {
    ja: '予定表を読む許可がありません',
    en: 'This app may not read the calendar',
  },
  'schedules.synced_UNREACHABLE': { ja: '予定表をいま読めません', en: 'The calendar cannot be read now' },
} as const satisfies Texts;
