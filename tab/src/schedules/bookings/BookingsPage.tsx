import { Badge, Button, Field, Link, Select, Tab, TabList } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import type { ListedBooking } from '@kaigi/core/contract';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { listText, personText } from '../../app/words.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useBookings } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { whenText } from './BookingFacts.tsx';
import { bookingsText } from './text.ts';

type Of = { readonly booking: ListedBooking };

/** What somebody has to know before they open it. */
function Marks({ booking: { state, rooms, outlook, role, tentative } }: Of) {
  const t = useText(bookingsText);
  const stands = state === 'BOOKED';
  const declined = stands && rooms.some((room) => room.state === 'DECLINED');
  return (
    <>
      <Badge appearance="outline" color={role === 'ORGANISER' ? 'brand' : 'informative'}>
        {t(`bookings.role.${role}`)}
      </Badge>
      {stands && tentative ? <Badge color="warning">{t('bookings.tentative')}</Badge> : null}
      {stands ? null : <Badge color="informative">{t('bookings.state.cancelled')}</Badge>}
      {declined ? <Badge color="warning">{t('bookings.state.declined')}</Badge> : null}
      {stands && outlook.state === 'REFUSED' ? <Badge color="warning">{t('bookings.state.refused')}</Badge> : null}
    </>
  );
}

function Row({ booking }: Of) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  const locale = useLocale();
  const { bookingId, subject, booker, role, rooms, online, seriesId } = booking;
  const facts = [
    ...rooms.map(({ name }) => name),
    ...(online ? [t('bookings.isOnline')] : []),
    ...(seriesId === null ? [] : [t('bookings.series.short')]),
    ...(role === 'ORGANISER' ? [] : [t('bookings.by', { name: personText(booker) })]),
  ];
  return (
    <li className={week.card} data-testid="booking-row">
      <span className={week.tools}>
        <Link href={hashOf({ page: 'schedules', part: 'booking', bookingId })} className={styles.title}>
          {subject ?? t('bookings.untitled')}
        </Link>
        <Marks booking={booking} />
      </span>
      <span className={styles.when}>{whenText(booking, locale)}</span>
      {facts.length === 0 ? null : <p className={styles.small}>{listText(facts, locale)}</p>}
    </li>
  );
}

const ROLES = ['ALL', 'ORGANISER', 'PARTICIPANT'] as const;
type Role = (typeof ROLES)[number];

interface ChoiceProps {
  readonly past: boolean;
  readonly role: Role;
  readonly onRole: (role: Role) => void;
}

function Choice({ past, role, onRole }: ChoiceProps) {
  const week = useWeekStyles();
  const t = useText(bookingsText);
  return (
    <div className={week.tools}>
      <TabList
        aria-label={t('bookings.mine.when')}
        selectedValue={past ? 'PAST' : 'COMING'}
        onTabSelect={(_, { value }) => goTo({ page: 'schedules', part: 'bookings', past: value === 'PAST' })}
      >
        <Tab value="COMING">{t('bookings.when.COMING')}</Tab>
        <Tab value="PAST" data-testid="bookings-past">
          {t('bookings.when.PAST')}
        </Tab>
      </TabList>
      <Field label={t('bookings.mine.role')}>
        <Select
          value={role}
          onChange={(_, { value }) => onRole(ROLES.find((one) => one === value) ?? 'ALL')}
          select={{ 'data-testid': 'bookings-role' } as object}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`bookings.role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Nothing({ past }: { readonly past: boolean }) {
  const t = useText(bookingsText);
  const part = past ? 'past' : 'mine';
  const find = (
    <Button as="a" href={hashOf({ page: 'schedules', part: 'slots' })}>
      {t('bookings.mine.find')}
    </Button>
  );
  return (
    <EmptyState
      icon={<CalendarLtrRegular />}
      title={t(`bookings.${part}.none`)}
      body={t(`bookings.${part}.none.body`)}
      action={find}
    />
  );
}

/** 「自分の予約」: what one booked and what one is invited to, the next one first; what is over, the last one first. */
export function BookingsPage({ past }: { readonly past: boolean }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  const [role, setRole] = useState<Role>('ALL');
  const list = useBookings({ when: past ? 'PAST' : 'COMING', ...(role === 'ALL' ? {} : { role }) });
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className={week.page}>
      <PageHeading title={t('bookings.mine')} focusKey="bookings" />
      <SchedulesParts current="bookings" />
      <p className={week.lead}>{t('bookings.mine.lead')}</p>
      <Choice past={past} role={role} onRole={setRole} />
      {list.isPending ? <LoadingState /> : null}
      {list.isError && !items ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {items?.length === 0 ? <Nothing past={past} /> : null}
      {items && items.length > 0 ? (
        <ul className={styles.items} aria-label={t('bookings.mine.list')}>
          {items.map((booking) => (
            <Row key={booking.bookingId} booking={booking} />
          ))}
        </ul>
      ) : null}
      <MoreButton list={list} />
    </div>
  );
}
