import { setTimeout as pause } from 'node:timers/promises';
import type { Me, PresenceBoard } from '@kaigi/core/contract';
import { addDays, dayOfWeek, localDateOf } from '@kaigi/core/shared';
import { type ApiPerson, signIn } from '../e2e/people.ts';
import type { OnClose } from './approvals.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { type Reader, reader } from './reader.ts';
import type { Size } from './size.ts';
import { standInConnector } from './stand-in-connector.ts';

/** Calendar entries of everybody in a week. */
const ENTRIES = 40;
const FOLLOWED_WITHIN_MS = 300_000;

/** The started product in a city with full calendars, at which nobody has looked yet. */
export interface Office {
  readonly under: ProductUnderLoad;
  readonly reader: Reader;
  readonly viewer: ApiPerson;
  readonly viewerId: string;
  /** Everybody who works there, by their ids, those of one section side by side. */
  readonly people: readonly string[];
}

export async function openOffice({ people: size }: Size, onClose: OnClose): Promise<Office> {
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const under = await startProduct(connector.url, {
    ...{ KAIGI_SANDBOX_CITY_SIZE: String(size), KAIGI_SANDBOX_ENTRIES_PER_WEEK: String(ENTRIES) },
    KAIGI_REQUESTS_PER_MINUTE: '100000',
  });
  onClose(under.close);
  const viewer = await signIn(under.product, 'drafter');
  const { body: me } = await viewer.call<Me>('GET', '/me');
  const { body } = await viewer.call<PresenceBoard>('GET', '/telework/presence?unit=all');
  const reading = reader(under.product.serviceUrl);
  onClose(async () => reading.close());
  return {
    under,
    reader: reading,
    viewer,
    viewerId: me.staffId,
    people: body.items.map(({ person }) => person.staffId),
  };
}

const today = localDateOf(new Date());
/** Of the week in which the measurement began, whatever midnight comes meanwhile. */
export const MONDAY = addDays(today, -((dayOfWeek(today) + 6) % 7));

export const weekPath = (people: readonly string[]): string =>
  `/schedules/week?days=5&from=${MONDAY}&people=${people.join()}`;

/** Waits until these calendars are read whole and told of, and nothing more is asked for. */
export async function followed({ under }: Office, owners: readonly string[]): Promise<void> {
  for (const deadline = performance.now() + FOLLOWED_WITHIN_MS; performance.now() < deadline; await pause(100)) {
    const { rows } = await under.db.owner.query<{ there: string }>(
      `select count(*) as there from kaigi.schedules_mailbox
       where owner_id = any($1::uuid[]) and token is not null and subscription_id is not null`,
      [owners],
    );
    if (Number(rows[0]?.there) === owners.length) return;
  }
  throw new RangeError(`${owners.length} calendars were not all followed after ${FOLLOWED_WITHIN_MS / 1_000} s`);
}
