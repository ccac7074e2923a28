import {
  BeachRegular,
  CalendarClockRegular,
  type FluentIcon,
  HomeRegular,
  LocationRegular,
  LockClosedRegular,
  PersonWalkingRegular,
  VehicleSubwayRegular,
  VideoRegular,
} from '@fluentui/react-icons';
import type { WeekItem } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import type { useBarStyles } from './Bar.styles.ts';
import { isWholeDays, timeText } from './columns.ts';
import { type SayWeek, titleOf } from './item-words.ts';

const KINDS: Readonly<Partial<Record<WeekItem['source'], FluentIcon>>> = {
  LEAVE: BeachRegular,
  TELEWORK: HomeRegular,
  TRIP: VehicleSubwayRegular,
  WHEREABOUTS: PersonWalkingRegular,
  HOLD: CalendarClockRegular,
};

function iconOf({ source, status, online, visibility }: WeekItem): FluentIcon | null {
  const kind = KINDS[source];
  // What was booked here is 仮押さえ only as long as nobody said yes.
  if (kind && (source !== 'HOLD' || status === 'TENTATIVE')) return kind;
  if (visibility === 'PRIVATE') return LockClosedRegular;
  if (online) return VideoRegular;
  return status === 'ELSEWHERE' ? LocationRegular : null;
}

/** What bars are drawn with; they are many, so it is fetched once for all of them. */
export interface BarLook {
  readonly styles: ReturnType<typeof useBarStyles>;
  readonly t: SayWeek;
  /** With room for all of its words. */
  readonly wrapped: boolean;
  /** With room for two lines. */
  readonly tall: boolean;
}

/** 🏠 9:00 〔仮〕 庁議: the same in the grid and on a phone. `time` null: its place tells it. */
export function barContent(item: WeekItem, time: string | null, { styles, t, wrapped, tall }: BarLook): ReactNode {
  const Icon = iconOf(item);
  return (
    <>
      {Icon ? (
        <span className={styles.icon}>
          <Icon aria-hidden />
        </span>
      ) : null}
      {time === null ? null : <span className={styles.time}>{time}</span>}
      {item.status === 'TENTATIVE' ? <span className={styles.mark}>{t('week.mark.TENTATIVE')}</span> : null}
      <span className={wrapped ? styles.titleWrapped : tall ? styles.titleTall : styles.title}>{titleOf(item, t)}</span>
    </>
  );
}

/** 9:00, where it begins in the day in which it is shown. */
export const shortTime = (item: WeekItem): string | null => (isWholeDays(item) ? null : timeText(item.from));
