import { mergeClasses } from '@fluentui/react-components';
import {
  VehicleSubwayRegular,
  BeachRegular,
  CalendarClockRegular,
  type FluentIcon,
  HomeRegular,
  LocationRegular,
  LockClosedRegular,
  PersonWalkingRegular,
  VideoRegular,
} from '@fluentui/react-icons';
import type { WeekItem } from '@kaigi/core/contract';
import { useBarStyles } from './Bar.styles.ts';
import { timeText } from './columns.ts';
import { type SayWeek, titleOf } from './item-words.ts';

const KINDS: Readonly<Partial<Record<WeekItem['source'], FluentIcon>>> = {
  LEAVE: BeachRegular,
  TELEWORK: HomeRegular,
  TRIP: VehicleSubwayRegular,
  WHEREABOUTS: PersonWalkingRegular,
  HOLD: CalendarClockRegular,
};

export function iconOf({ source, status, online, visibility }: WeekItem): FluentIcon | null {
  const kind = KINDS[source];
  if (kind) return kind;
  if (visibility === 'PRIVATE') return LockClosedRegular;
  if (online) return VideoRegular;
  return status === 'ELSEWHERE' ? LocationRegular : null;
}

export interface BarContentProps {
  readonly item: WeekItem;
  /** What is said of the time; null: nothing, because its place tells it. */
  readonly time: string | null;
  /** With room for all of its words. */
  readonly wrapped?: boolean;
  readonly t: SayWeek;
}

/** 🏠 9:00 〔仮〕 庁議: the same in the grid, on a phone and in the legend. */
export function BarContent({ item, time, wrapped = false, t }: BarContentProps) {
  const styles = useBarStyles();
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
      <span className={mergeClasses(wrapped ? styles.titleWrapped : styles.title)}>{titleOf(item, t)}</span>
    </>
  );
}

/** 9:00, where it begins in the day in which it is shown. */
export const shortTime = (item: WeekItem): string | null => (item.allDay ? null : timeText(item.from));
