import type { Sentence } from '../../shared/index.ts';
import type { FindingCode } from './finding.ts';

/** What is wrong with hours and leave, with the article of the law. */
export const WORKING_TIME_FINDINGS = {
  'regulations.pack_breaks_outside': {
    ja: '休憩は、勤務時間の途中に、重ならないように書いてください（労働基準法第34条第1項）。',
    en: 'Breaks lie within the hours, none over another or at their start or end (Labour Standards Act, article 34).',
  },
  'regulations.pack_breaks_too_short': {
    ja: '休憩が{said}分しかありません。この長さの勤務では{least}分以上です（労働基準法第34条第1項）。',
    en: 'Breaks are {said} minutes; hours of this length need {least} (Labour Standards Act, article 34).',
  },
  'regulations.pack_over_eight_hours': {
    ja: '勤務「{shift}」は8時間を超えます。変形労働時間制（variableHours: true）でなければ定められません（労働基準法第32条第2項・第32条の2）。',
    en: 'The shift {shift} is longer than eight hours, which needs variable hours (variableHours: true; Labour Standards Act, articles 32 and 32-2).',
  },
  'regulations.pack_over_forty_hours': {
    ja: '1週間の勤務が{hours}時間になり、40時間を超えます（労働基準法第32条第1項）。',
    en: 'The week has {hours} hours, more than forty (Labour Standards Act, article 32).',
  },
  'regulations.pack_no_day_off': {
    ja: '毎週の休日がありません（労働基準法第35条）。',
    en: 'There is no day off in the week (Labour Standards Act, article 35).',
  },
  'regulations.pack_day_off_worked': {
    ja: '法定休日（{day}）に勤務が割り振られています。',
    en: 'The statutory day off ({day}) has a shift.',
  },
  'regulations.pack_pattern_empty': {
    ja: '曜日ごとの勤務（week）も、勤務表で割り振る勤務（roster）もありません。',
    en: 'It has neither shifts by weekday (week) nor shifts for a roster (roster).',
  },
  'regulations.pack_above_law': {
    ja: '「{said}」は、法の上限「{most}」を超えます（{law}）。',
    en: '{said} is above the {most} of the law ({law}).',
  },
  'regulations.pack_below_law': {
    ja: '「{said}」は、法の定める「{least}」に足りません（{law}）。',
    en: '{said} is below the {least} of the law ({law}).',
  },
  'regulations.pack_leave_of_law': {
    ja: '休暇「{kind}」は、法により除けません（{law}）。',
    en: 'The leave {kind} cannot be left out ({law}).',
  },
  'regulations.pack_leave_incomplete': {
    ja: '国の一覧にない休暇には、名前（name）・日数（days）・単位（per、unit）を全て書いてください。',
    en: 'A leave that the national list has not needs name, days, per and unit.',
  },
  'regulations.pack_leave_falls': {
    ja: '採用の年の日数は、残りの月数が多いほど多く（又は同じに）してください。',
    en: 'The days of the first year do not fall with more months left.',
  },
} satisfies Partial<Readonly<Record<FindingCode, Sentence>>>;
