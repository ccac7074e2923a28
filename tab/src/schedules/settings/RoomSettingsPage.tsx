import { Button } from '@fluentui/react-components';
import { AddRegular, ConferenceRoomRegular, EditRegular } from '@fluentui/react-icons';
import type { RoomsView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { focusPageHeading, PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { listText } from '../../app/words.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useRooms } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { DisplaysCard } from './DisplaysCard.tsx';
import { HealthCard } from './HealthCard.tsx';
import { RoomDialog } from './RoomDialog.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { settingsText } from './text.ts';

type Opened = { readonly roomId: string | null };

function RoomLines({ rooms, onOpen }: { rooms: RoomsView['items']; onOpen: (opened: Opened) => void }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  return (
    <ul className={styles.items}>
      {rooms.map(({ roomId, name, office, floor, source, kind }) => (
        <li key={roomId} data-testid="managed-room">
          <Button
            size="small"
            icon={<EditRegular />}
            aria-label={t('admin.rooms.change.of', { name })}
            onClick={() => onOpen({ roomId })}
            data-testid="room-change"
          >
            {t('admin.rooms.change')}
          </Button>{' '}
          <span className={styles.title}>{name}</span>{' '}
          <span className={styles.small}>
            {listText(
              [t(`admin.room.${kind}`), office.name, floor, t(`admin.rooms.${source}`)].filter((one) => one !== ''),
              locale,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** In nobody's office until somebody says in whose. */
function UnknownRooms({ rooms, onOpen }: { rooms: RoomsView['items']; onOpen: (opened: Opened) => void }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  if (rooms.length === 0) return null;
  return (
    <SettingsCard title={t('admin.rooms.unknown')} lead={t('admin.rooms.unknown.lead')} testId="unknown-rooms">
      <ul className={styles.items}>
        {rooms.map(({ roomId, name, office }) => (
          <li key={roomId} data-testid="unknown-room">
            <Button
              size="small"
              icon={<EditRegular />}
              aria-label={t('admin.rooms.unknown.of', { name })}
              onClick={() => onOpen({ roomId })}
              data-testid="room-set-office"
            >
              {t('admin.rooms.unknown.set')}
            </Button>{' '}
            <span className={styles.title}>{name}</span> <span className={styles.small}>{office.name}</span>
          </li>
        ))}
      </ul>
    </SettingsCard>
  );
}

function Managed({ view }: { readonly view: RoomsView }) {
  const t = useText(settingsText);
  const [opened, setOpened] = useState<Opened | null>(null);
  const rooms = view.items.filter(({ may }) => may.change);
  const close = () => {
    setOpened(null);
    focusPageHeading();
  };
  if (rooms.length === 0 && !view.may.add)
    return <EmptyState icon={<ConferenceRoomRegular />} title={t('admin.none')} body={t('admin.none.body')} />;
  const room = opened?.roomId == null ? null : (rooms.find(({ roomId }) => roomId === opened.roomId) ?? null);
  return (
    <>
      <UnknownRooms rooms={rooms.filter(({ officeKnown }) => !officeKnown)} onOpen={setOpened} />
      <SettingsCard title={t('admin.rooms')} lead={t('admin.rooms.lead')} testId="rooms-card">
        {view.may.add ? (
          <span>
            <Button icon={<AddRegular />} onClick={() => setOpened({ roomId: null })} data-testid="room-add">
              {t('admin.rooms.add')}
            </Button>
          </span>
        ) : null}
        <RoomLines rooms={rooms} onOpen={setOpened} />
      </SettingsCard>
      {view.may.add ? (
        <>
          <DisplaysCard offices={view.offices} />
          <HealthCard />
        </>
      ) : null}
      {opened && (opened.roomId === null || room) ? (
        <RoomDialog room={room} offices={view.offices} onClose={close} />
      ) : null}
    </>
  );
}

/** Rooms without a mailbox, displays at reception, and how calendars are followed: for those who look after them. */
export function RoomSettingsPage() {
  const styles = useWeekStyles();
  const t = useText(settingsText);
  const [today] = useState(() => localDateOf(new Date()));
  const rooms = useRooms(today);
  const { data } = rooms;
  return (
    <div className={styles.page}>
      <PageHeading title={t('admin.title')} focusKey="room settings" />
      <SchedulesParts current="settings" />
      {rooms.isPending ? <LoadingState /> : null}
      {rooms.isError && !data ? <ErrorState error={rooms.error} onRetry={() => void rooms.refetch()} /> : null}
      {data ? <Managed view={data} /> : null}
    </div>
  );
}
