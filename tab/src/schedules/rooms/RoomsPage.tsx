import { Button, Field, Input, Link, Select } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular, ConferenceRoomRegular } from '@fluentui/react-icons';
import type { RoomsView } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { useCallback, useMemo, useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { useMedia } from '../../app/use-media.ts';
import { useNow } from '../../app/use-now.ts';
import { goTo } from '../../app/use-route.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useRooms } from '../use-schedules.ts';
import { DayNote } from '../week/DayNote.tsx';
import { gridModel } from '../week/grid-model.ts';
import { PhoneWeek } from '../week/PhoneWeek.tsx';
import { weekText } from '../week/text.ts';
import { LANE_PX, PHONE, useWeekStyles } from '../week/Week.styles.ts';
import { type Opened, WeekGrid } from '../week/WeekGrid.tsx';
import { periodText } from '../week/week-days.ts';
import { RoomDialogs } from './RoomDialogs.tsx';
import { roomRows } from './room-rows.ts';
import { roomsText } from './text.ts';

const goToDay = (day: string | null): void => goTo({ page: 'schedules', part: 'rooms', day });

const NO_PLACES = { offices: [], buildings: [] };

interface ToolsProps {
  readonly day: LocalDate;
  readonly view: Pick<RoomsView, 'offices' | 'buildings'>;
  readonly office: string;
  readonly onOffice: (office: string) => void;
}

function Tools({ day, view: { offices, buildings }, office, onOffice }: ToolsProps) {
  const styles = useWeekStyles();
  const t = useText(roomsText);
  const week = useText(weekText);
  const handleDate = (value: string) => {
    const date = parseLocalDate(value);
    if (date) goToDay(date);
  };
  return (
    <div className={styles.tools}>
      <span className={styles.steps}>
        <Button
          icon={<ChevronLeftRegular />}
          aria-label={week('week.previous.day')}
          onClick={() => goToDay(addDays(day, -1))}
          data-testid="rooms-previous"
        />
        <Button onClick={() => goToDay(null)} data-testid="rooms-today">
          {week('week.today.day')}
        </Button>
        <Button
          icon={<ChevronRightRegular />}
          aria-label={week('week.next.day')}
          onClick={() => goToDay(addDays(day, 1))}
          data-testid="rooms-next"
        />
      </span>
      <Field label={week('week.date')}>
        <Input type="date" value={day} onChange={(_, { value }) => handleDate(value)} data-testid="rooms-date" />
      </Field>
      {offices.length + buildings.length > 1 ? (
        <Field label={t('rooms.office')}>
          <Select
            value={office}
            onChange={(_, { value }) => onOffice(value)}
            select={{ 'data-testid': 'rooms-office' } as object}
          >
            <option value="">{t('rooms.office.all')}</option>
            {offices.map(({ code, name }) => (
              <option key={code ?? 'main'} value={code ?? 'main'}>
                {name}
              </option>
            ))}
            {buildings.map(({ code, name }) => (
              <option key={code} value={code}>
                {t('rooms.building', { name })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}

function Shown({ view, day }: { readonly view: RoomsView; readonly day: LocalDate }) {
  const styles = useWeekStyles();
  const t = useText(roomsText);
  const locale = useLocale();
  const phone = useMedia(PHONE);
  const today = localDateOf(new Date(useNow()));
  const [opened, setOpened] = useState<Opened | null>(null);
  const model = useMemo(() => gridModel(roomRows(view, { t, today }), '', LANE_PX), [view, t, today]);
  const handleOpen = useCallback((one: Opened) => setOpened(one), []);
  const period = periodText([day], locale);
  const all = view.items.filter(({ kind }) => kind === 'ROOM');
  const free = all.filter(({ now }) => now.kind === 'FREE').length;
  const counts = { free, all: all.length, time: localTimeOf(new Date(view.at)) };
  if (view.items.length === 0)
    return <EmptyState icon={<ConferenceRoomRegular />} title={t('rooms.empty')} body={t('rooms.empty.body')} />;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.period} data-testid="rooms-day">
          {period}
        </h2>
        {phone ? null : <DayNote days={view.days} />}
        {day === today ? (
          <p className={styles.count} role="status" data-testid="rooms-count">
            {t('rooms.count', counts)}
          </p>
        ) : null}
      </div>
      {phone ? (
        <PhoneWeek model={model} me="" onOpen={handleOpen} onBeyond={(by) => goToDay(addDays(day, by))} />
      ) : (
        <WeekGrid
          {...{ model, me: '', busy: false }}
          label={t('rooms.grid', { day: period })}
          corner={t('rooms.title')}
          withUnit={false}
          onOpen={handleOpen}
        />
      )}
      <RoomDialogs {...{ view, model, day, opened }} onOpened={setOpened} />
    </>
  );
}

/** 「会議室」: what is free when, and booking it. */
export function RoomsPage({ day: asked }: { readonly day: string | null }) {
  const styles = useWeekStyles();
  const t = useText(roomsText);
  const [office, setOffice] = useState('');
  const day = (asked as LocalDate | null) ?? localDateOf(new Date());
  const rooms = useRooms(day);
  const { data } = rooms;
  const items = data?.items.filter((room) => office === '' || (room.office.code ?? 'main') === office) ?? [];
  return (
    <div className={styles.page}>
      <PageHeading title={t('rooms.title')} focusKey="rooms" />
      <SchedulesParts current="rooms" />
      <p className={styles.lead}>{t('rooms.lead')}</p>
      {data?.may.add || data?.items.some(({ may }) => may.change) ? (
        <Link href={hashOf({ page: 'schedules', part: 'settings' })} data-testid="rooms-manage">
          {t('rooms.manage')}
        </Link>
      ) : null}
      <Tools {...{ day, office }} view={data ?? NO_PLACES} onOffice={setOffice} />
      {rooms.isPending ? <LoadingState /> : null}
      {rooms.isError && !data ? <ErrorState error={rooms.error} onRetry={() => void rooms.refetch()} /> : null}
      {data ? <Shown view={{ ...data, items }} day={day} /> : null}
    </div>
  );
}
