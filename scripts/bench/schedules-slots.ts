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

/** 空き時間 of twelve people and one of three rooms, over HTTP, when all calendars are followed. */
export async function benchSlots(
  office: Office,
  group: readonly string[],
  { turns, weeks, onClose }: { readonly turns: Turns; readonly weeks: number; readonly onClose: OnClose },
): Promise<Record<string, number>> {
  const rooms = await someRooms(office);
  const required = group.slice(0, OTHERS);
  const from: LocalDate = addDays(localDateOf(new Date()), 1);
  const asked = { required, rooms: [rooms], from, to: addDays(from, weeks * 7 - 1), minutes: MINUTES };
  const client = chatClient(
    `${office.under.product.serviceUrl}/api/v1/schedules/slots`,
    `Bearer ${office.viewer.token}`,
  );
  onClose(async () => client.close());
  const search = async (): Promise<Search> => {
    const began = performance.now();
    const { status, body } = await client.post(JSON.stringify(asked));
    const milliseconds = performance.now() - began;
    if (status !== 200) throw new RangeError(`no search: ${status} ${body.slice(0, 300)}`);
    const { items, tried } = JSON.parse(body) as SlotsView;
    return { found: items.length, tried, milliseconds };
  };
  const first = await search();
  await followed(office, [...required, ...rooms]);
  for (let turn = 0; turn < 10; turn += 1) await search();
  const times: number[] = [];
  const deadline = performance.now() + (turns.seconds * 1_000) / 2;
  while (times.length < 10 || performance.now() < deadline) times.push((await search()).milliseconds);
  say(
    `  ${required.length + 1}人・${rooms.length}室・${weeks}週間：${times.length} 回、中央値 ${median(times).toFixed(1)} ms`,
  );
  return {
    ...{ slots_ms: rounded(median(times), 1), slots_p95_ms: rounded(percentile(times, 0.95), 1) },
    ...{ slots_first_ms: rounded(first.milliseconds, 1), slots_tried: first.tried, slots_found: first.found },
  };
}
