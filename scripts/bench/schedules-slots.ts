import { setTimeout as pause } from 'node:timers/promises';
import type { RoomsView, SlotsView } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf } from '@kaigi/core/shared';
import type { OnClose } from './approvals.ts';
import { chatClient } from './chat-client.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { followed, type Office } from './schedules-office.ts';

/** Whoever asks is the twelfth. */
const OTHERS = 11;
const ROOMS = 3;
const MINUTES = 30;
const ROOMS_WITHIN_MS = 60_000;
/** Calendars are followed for nine weeks, the one that runs included. */
const FOLLOWED_WEEKS = 8;

/** The list of rooms is read twice a day; here at once. */
async function someRooms({ under, viewer }: Office): Promise<string[]> {
  await under.office.suite.enqueue([{ task: 'schedules/rooms-everywhere', payload: {} }]);
  const today = localDateOf(new Date());
  for (const deadline = performance.now() + ROOMS_WITHIN_MS; performance.now() < deadline; await pause(200)) {
    const { body } = await viewer.call<RoomsView>('GET', `/schedules/rooms?from=${today}&to=${today}`);
    const rooms = body.items.filter(({ kind }) => kind === 'ROOM').slice(0, ROOMS);
    if (rooms.length === ROOMS) return rooms.map(({ roomId }) => roomId);
  }
  throw new RangeError('the city has no rooms');
}

interface Search {
  readonly found: number;
  readonly tried: number;
  readonly milliseconds: number;
}

interface Searching {
  readonly turns: Turns;
  readonly weeks: number;
  readonly onClose: OnClose;
}

/** Every search is of other people and begins on another day, so that hardly any asks what the last one asked. */
function wishes(group: readonly string[], rooms: readonly string[], weeks: number): (number: number) => object {
  const tomorrow = addDays(localDateOf(new Date()), 1);
  const shifts = Math.max(1, (FOLLOWED_WEEKS - weeks) * 7);
  return (number) => {
    const first = (number * OTHERS) % group.length;
    const required = [...group, ...group].slice(first, first + OTHERS);
    const from: LocalDate = addDays(tomorrow, number % shifts);
    return { required, rooms: [rooms], from, to: addDays(from, weeks * 7 - 1), minutes: MINUTES };
  };
}

/** 空き時間 of twelve people and one of three rooms, over HTTP, when all calendars are followed. */
export async function benchSlots(
  office: Office,
  group: readonly string[],
  { turns, weeks, onClose }: Searching,
): Promise<Record<string, number>> {
  const rooms = await someRooms(office);
  const wishOf = wishes(
    group.filter((id) => id !== office.viewerId),
    rooms,
    weeks,
  );
  const url = `${office.under.product.serviceUrl}/api/v1/schedules/slots`;
  const client = chatClient(url, `Bearer ${office.viewer.token}`);
  onClose(async () => client.close());
  const search = async (number: number): Promise<Search> => {
    const began = performance.now();
    const { status, body } = await client.post(JSON.stringify(wishOf(number)));
    const milliseconds = performance.now() - began;
    if (status !== 200) throw new RangeError(`no search: ${status} ${body.slice(0, 300)}`);
    const { items, tried } = JSON.parse(body) as SlotsView;
    return { found: items.length, tried, milliseconds };
  };
  const first = await search(0);
  await followed(office, [...group, ...rooms]);
  for (let number = 0; number < 10; number += 1) await search(number);
  const searches: Search[] = [];
  const deadline = performance.now() + (turns.seconds * 1_000) / 3;
  for (let number = 10; searches.length < 30 || performance.now() < deadline; number += 1)
    searches.push(await search(number));
  const times = searches.map(({ milliseconds }) => milliseconds);
  say(`  ${OTHERS + 1}人・${rooms.length}室・${weeks}週間：${times.length} 回、中央値 ${median(times).toFixed(1)} ms`);
  return {
    ...{ slots_ms: rounded(median(times), 1), slots_p95_ms: rounded(percentile(times, 0.95), 1) },
    ...{ slots_first_ms: rounded(first.milliseconds, 1), slots_tried: median(searches.map(({ tried }) => tried)) },
    // Of people with forty entries a week few have a time in common; the others are told who stands in the way.
    ...{ slots_searches: times.length, slots_searches_found: searches.filter(({ found }) => found > 0).length },
  };
}
