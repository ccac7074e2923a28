import type { Texts } from '../../shared/index.ts';

export const slotTexts = {
  'schedules.slots_period': {
    ja: '探す期間は{days}日までで、始まりを終わりより前にしてください。',
    en: 'Search at most {days} days, the first before the last.',
  },
  'schedules.slots_past': {
    ja: 'もう過ぎた期間です。これからの日を選んでください。',
    en: 'These days are over. Choose days to come.',
  },
  'schedules.slots_nobody': {
    ja: '一緒に会う人か、会議室を選んでください。',
    en: 'Choose people to meet, or a room.',
  },
  'schedules.why_required_all': { ja: '必須の{all}人全員が空き', en: 'All {all} required people are free' },
  'schedules.why_required_some': {
    ja: '必須の{all}人のうち{free}人が空き（{names}は予定あり）',
    en: '{free} of {all} required people are free (not {names})',
  },
  'schedules.why_required_free': {
    ja: '必須の{all}人全員が参加でき、うち{free}人は空き',
    en: 'All {all} required people can come; {free} of them are quite free',
  },
  'schedules.why_tentative': { ja: '仮の予定がある人：{names}', en: 'Tentatively taken: {names}' },
  'schedules.why_optional_all': { ja: '任意の{all}人全員が空き', en: 'All {all} optional people are free' },
  'schedules.why_optional_some': {
    ja: '任意の{all}人のうち{free}人が空き',
    en: '{free} of {all} optional people are free',
  },
  'schedules.why_travel': {
    ja: '移動 {minutes}分を含む（{names}）',
    en: 'With {minutes} min on the way ({names})',
  },
  'schedules.why_online': { ja: 'オンラインで参加：{names}', en: 'Online: {names}' },
  'schedules.why_rooms': { ja: '会議室：{rooms}', en: 'Room: {rooms}' },
  'schedules.why_way_unknown': {
    ja: '{room}は庁舎が分からないため、移動時間を数えていません',
    en: 'It is not known which office {room} is in: no time on the way is counted',
  },
  'schedules.why_small': {
    ja: '{room}は定員{capacity}人（会場に来るのは{people}人）',
    en: '{room} has room for {capacity}; {people} come',
  },
  'schedules.next_required': { ja: '次の候補では、{names}の都合が付きません', en: 'Next: {names} cannot' },
  'schedules.next_optional': {
    ja: '次の候補では、任意の{names}の都合が付きません',
    en: 'Next: {names} (optional) cannot',
  },
  'schedules.next_online': {
    ja: '次の候補では、オンラインで参加する人が{count}人多くなります',
    en: 'Next: {count} more take part online',
  },
  'schedules.next_travel': {
    ja: '次の候補では、全員の移動が合わせて{minutes}分長くなります',
    en: 'Next: {minutes} min more on the way for all together',
  },
  'schedules.next_later': { ja: '次の候補は同じ条件で、これより後です', en: 'Next: as good, and later' },
  'schedules.block_BUSY': {
    ja: '{who}は、探した{tried}通りのうち{times}通りで予定があります',
    en: '{who}: taken at {times} of {tried} times',
  },
  'schedules.block_BUSY_or_way': {
    ja: '{who}は、探した{tried}通りのうち{times}通りで予定があります（移動時間を含む）',
    en: '{who}: taken at {times} of {tried} times, with the way there and back',
  },
  'schedules.block_off': {
    ja: '{who}は、探した期間に勤務する時間がありません（閉庁日・週休日・勤務時間の外）',
    en: '{who} is not on duty at any time searched',
  },
  'schedules.block_too_long': {
    ja: '{who}の勤務時間は続けて{longest}分までで、{minutes}分の会議は入りません。短くするか、回を分けてください',
    en: '{who} is on duty for {longest} min at most; {minutes} min do not fit. Make it shorter, or meet twice',
  },
  'schedules.block_too_long_breaks': {
    ja: '{who}の勤務時間は休憩をはさまずに{longest}分までで、{minutes}分の会議は入りません。短くするか、回を分けるか、昼休みをまたいでよいことにしてください',
    en: '{who} is on duty for {longest} min without a break at most; {minutes} min do not fit. Make it shorter, meet twice, or do without the break',
  },
  'schedules.block_no_start': {
    ja: '{who}の勤務時間には、{step}分刻みの時刻に始めて{minutes}分とれるところがありません',
    en: '{who} has no {minutes} min on duty that begin at a step of {step} min',
  },
  'schedules.block_HOURS': {
    ja: '{who}は、探した{tried}通りのうち{times}通りで参加できません（主に勤務時間外のため）',
    en: '{who} cannot at {times} of {tried} times, mostly off duty',
  },
  'schedules.block_TRAVEL': {
    ja: '{who}は、探した{tried}通りのうち{times}通りで参加できません（主に移動が間に合わないため）',
    en: '{who} cannot at {times} of {tried} times, mostly for the way there or back',
  },
  'schedules.block_ONLINE_ONLY': {
    ja: '{who}は、探した{tried}通りのうち{times}通りで会場に来られません（主に在宅勤務・庁外のため）',
    en: '{who} cannot come at {times} of {tried} times, mostly working elsewhere',
  },
  'schedules.block_alone': {
    ja: '{sentence}。この予定が動けば{alone}通りが空きます。',
    en: '{sentence}. {alone} times would fit without it.',
  },
  'schedules.block_not_alone': { ja: '{sentence}。', en: '{sentence}.' },
  'schedules.unsure_problem': {
    ja: '{who}のOutlookの予定表を読めません。ここに入力された予定だけで探しました。',
    en: 'The Outlook calendar of {who} cannot be read. Only what was entered here was looked at.',
  },
  'schedules.unsure_stale': {
    ja: '{who}の予定は、最新でない可能性があります。',
    en: 'What is known of {who} may be out of date.',
  },
} as const satisfies Texts;
