import { type Actor, personOf } from '../../directory/index.ts';
import { type LocalDate, wareki } from '../../shared/index.ts';
import type { Paper } from '../applications/kind.ts';
import { daysWords } from '../days/words.ts';
import type { MatterAsked } from '../matters/matter-for.ts';
import { clock } from '../working-time/span.ts';
import type { LeaveDay } from './asked-days.ts';
import { isDelicate, type KindOfLeave } from './kinds.ts';
import { inDays } from './ledger.ts';
import type { LeaveRequestInput } from './request-contract.ts';

const PARTS = { DAY: '全日', MORNING: '午前', AFTERNOON: '午後', HOURS: '' } as const;

const partText = ({ part, span }: LeaveDay): string =>
  span === null ? PARTS.DAY : `${PARTS[part]}${clock(span.from)}〜${clock(span.to)}`;

/** 3日2時間30分 */
export function amountText(minutes: number, minutesPerDay: number): string {
  const { days, minutes: rest } = inDays(minutes, minutesPerDay);
  const [hours, left] = [Math.floor(rest / 60), rest % 60];
  const parts = [days > 0 && `${days}日`, hours > 0 && `${hours}時間`, left > 0 && `${left}分`].filter(Boolean);
  return parts.length === 0 ? '0日' : parts.join('');
}

const EVIDENCE = { NONE: 'なし', WITH_IT: '添付する', FOLLOWS: '後日提出する' } as const;

export interface LeavePaper {
  readonly kind: KindOfLeave;
  readonly actor: Actor;
  readonly input: LeaveRequestInput;
  readonly days: readonly LeaveDay[];
  readonly matter: MatterAsked;
  /** In minutes of the city's day. */
  readonly total: number;
  readonly minutesPerDay: number;
  /** Of annual leave, once this is taken. */
  readonly leftAfter: number | null;
  /** 忌引: the relation, in words. */
  readonly relation: string | null;
}

export const leaveTitle = ({ name }: KindOfLeave, dates: readonly LocalDate[]): string =>
  `${name.ja}承認申請（${daysWords(dates)}）`;

function rowsOf(paper: LeavePaper): [string, string][] {
  const { kind, actor, input, days, total, minutesPerDay, leftAfter, relation } = paper;
  const { unitName, postTitle, name } = personOf(actor);
  return [
    ['所属', unitName],
    ['職・氏名', `${postTitle}　${name}`],
    ['休暇の種類', kind.name.ja],
    ['期間', days.map((day) => `${wareki(day.date)}　${partText(day)}`).join('\n')],
    ['日数・時間', amountText(total, minutesPerDay)],
    ...(leftAfter === null ? [] : ([['承認後の残', amountText(leftAfter, minutesPerDay)]] as [string, string][])),
    ...(relation === null ? [] : ([['続柄', relation]] as [string, string][])),
    ...(input.occasionOn === null ? [] : ([['事由の日', wareki(input.occasionOn as LocalDate)]] as [string, string][])),
    ...(kind.special === null ? [] : ([['証明書類', EVIDENCE[input.evidence]]] as [string, string][])),
    ['事由・備考', input.reason],
    ['休暇中の連絡先', input.contact],
  ];
}

/** 休暇承認申請 in the city's words: for the superiors, so in Japanese. */
export function leavePaper(paper: LeavePaper): Paper {
  const { kind, days, matter } = paper;
  const name = { ja: `${kind.name.ja}承認申請`, en: `Application for ${kind.name.en.toLowerCase()}` };
  const dates = days.map(({ date }) => date);
  return {
    procedure: 'APPROVAL',
    name,
    matter,
    title: leaveTitle(kind, dates),
    proposalText: `次のとおり${kind.name.ja}を取りたいので、承認を願います。`,
    rows: rowsOf(paper).filter(([, value]) => value !== ''),
    adds: [],
    confidentiality: isDelicate(kind) ? 'C3A' : 'C2',
    personal: true,
  };
}
