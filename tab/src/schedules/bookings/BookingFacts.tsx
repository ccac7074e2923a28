import { Link } from '@fluentui/react-components';
import type { BookingView } from '@kaigi/core/contract';
import { type Locale, localDateOf } from '@kaigi/core/shared';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { periodText, spokenDay } from '../week/week-days.ts';
import { useBookingStyles } from './Booking.styles.ts';
import { bookingsText } from './text.ts';

type Part = { readonly booking: BookingView };

/** 令和8年11月25日（水） 10:00–11:00; the day of the end too where it is another. */
export function whenText({ from, to }: Pick<BookingView, 'from' | 'to'>, locale: Locale): string {
  const [first, last] = [localDateOf(new Date(from)), localDateOf(new Date(to))];
  const end = first === last ? timeText(to) : `${spokenDay(last, locale)} ${timeText(to)}`;
  return `${periodText([first], locale)} ${timeText(from)}–${end}`;
}

function Card({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const id = useId();
  return (
    <section className={week.card} aria-labelledby={id} data-testid={testId}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  const styles = useBookingStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function What({ booking }: Part) {
  const styles = useBookingStyles();
  const t = useText(bookingsText);
  const locale = useLocale();
  const { seriesId, visibility, note, publicText, outlook, state } = booking;
  return (
    <Card title={t('bookings.title')} testId="booking-what">
      <dl className={styles.facts}>
        <Fact name={t('bookings.when')}>
          {whenText(booking, locale)} {seriesId === null ? null : t('bookings.series')}{' '}
          {state === 'BOOKED' && booking.tentative ? t('bookings.tentative.why') : null}
        </Fact>
        <Fact name={t('bookings.visibility')}>
          {t(`bookings.visibility.${visibility}`)}: {t(`bookings.visibility.${visibility}.why`)}
        </Fact>
        <Fact name={t('bookings.public')}>{publicText === '' ? t('bookings.public.none') : publicText}</Fact>
        {note === null || note === '' ? null : (
          <Fact name={t('bookings.note')}>
            <span className={styles.note}>{note}</span>
          </Fact>
        )}
        {state === 'BOOKED' && outlook.state === 'WRITTEN' ? (
          <Fact name={t('bookings.outlook')}>{t('bookings.outlook.written')}</Fact>
        ) : null}
      </dl>
    </Card>
  );
}

function Who({ booking }: Part) {
  const styles = useBookingStyles();
  const t = useText(bookingsText);
  const { subject, booker, required, optional } = booking;
  const list = (people: BookingView['required']) => (
    <ul className={styles.list}>
      {people.map((person) => (
        <li key={person.staffId}>{personText(person)}</li>
      ))}
    </ul>
  );
  const nobody = required.length + optional.length === 0;
  return (
    <Card title={t('bookings.people')} testId="booking-who">
      <dl className={styles.facts}>
        <Fact name={t('bookings.booker')}>{personText(booker)}</Fact>
        {required.length > 0 ? <Fact name={t('bookings.required')}>{list(required)}</Fact> : null}
        {optional.length > 0 ? <Fact name={t('bookings.optional')}>{list(optional)}</Fact> : null}
      </dl>
      {nobody ? (
        <p className={styles.small}>{t(subject === null ? 'bookings.people.hidden' : 'bookings.people.none')}</p>
      ) : null}
    </Card>
  );
}

function Online({ online, joinUrl, outlook }: Pick<BookingView, 'online' | 'joinUrl' | 'outlook'>) {
  const styles = useBookingStyles();
  const t = useText(bookingsText);
  if (!online) return null;
  return (
    <p className={styles.small} data-testid="booking-online">
      {t('bookings.online')}{' '}
      {joinUrl === null ? null : (
        <Link inline href={joinUrl} target="_blank" rel="noreferrer">
          {t('bookings.join')}
        </Link>
      )}
      {joinUrl === null && outlook.state === 'WAITING' ? t('bookings.join.later') : null}
    </p>
  );
}

/** That a room said no; and for which time, where the booking has another one by now. */
function Declined({ room, booking }: Part & { readonly room: BookingView['rooms'][number] }) {
  const t = useText(bookingsText);
  const locale = useLocale();
  if (room.state !== 'DECLINED') return null;
  if (room.from === booking.from && room.to === booking.to) return t('bookings.declined');
  return t('bookings.declined.then', { when: whenText(room, locale) });
}

function Where({ booking }: Part) {
  const styles = useBookingStyles();
  const t = useText(bookingsText);
  return (
    <Card title={t('bookings.where')} testId="booking-where">
      {booking.rooms.length === 0 ? <p className={styles.small}>{t('bookings.where.none')}</p> : null}
      <ul className={styles.list}>
        {booking.rooms.map((room) => (
          <li key={room.roomId} data-testid="booking-room">
            <strong>{room.name}</strong> <Declined room={room} booking={booking} />{' '}
            {room.notes === '' ? null : (
              <span className={styles.note}>{t('bookings.room.notes', { notes: room.notes })}</span>
            )}
          </li>
        ))}
      </ul>
      <Online {...booking} />
    </Card>
  );
}

function Travel({ booking }: Part) {
  const styles = useBookingStyles();
  const t = useText(bookingsText);
  if (booking.travel.length === 0) return null;
  return (
    <Card title={t('bookings.travel')} testId="booking-travel">
      <ul className={styles.list}>
        {booking.travel.map(({ person, way, from, to }) => (
          <li key={`${person.staffId} ${way}`}>
            {t(`bookings.travel.${way}`, { name: person.name, from: timeText(from), to: timeText(to) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What, when, who, where, and what is kept free around it. */
export function BookingFacts({ booking }: Part) {
  return (
    <>
      <What booking={booking} />
      <Who booking={booking} />
      <Where booking={booking} />
      <Travel booking={booking} />
    </>
  );
}
