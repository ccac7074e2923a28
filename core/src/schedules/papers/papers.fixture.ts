import type { Caller, UploadedFile } from '../../shared/index.ts';
import { type Days, daysIn } from '../../telework/presence/presence.fixture.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { BookingSchema } from '../bookings/contract.ts';
import { type BookingPapers, BookingPapersSchema } from './contract.ts';

export const at = (time: string, day = 25) => `2026-11-${day}T${time}:00+09:00`;
export const [FIRST, SECOND] = [1, 2].map((n) => `01900000-0000-4000-8000-00000000000${n}`) as [string, string];
export const OF = '/schedules/bookings/{id}';

export interface Input {
  readonly params?: Record<string, string>;
  readonly query?: object;
  readonly body?: object;
  readonly file?: UploadedFile;
}

export const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  );
export const text = (says: string, fileName = '資料.txt'): UploadedFile => ({ fileName, bytes: Buffer.from(says) });
export const paperId = ({ papers }: BookingPapers): string => papers[0]?.paperId ?? '';

/** A city with one meeting after the other. */
export interface PapersRoom {
  readonly city: TestCity;
  readonly days: Days;
  /** Chats and what was sent into them. */
  readonly sent: [chat: string, message: string][];
  readonly bookingId: () => string;
  call(what: string, name: string | Caller, input?: Input): Promise<unknown>;
  /** The same of the meeting. */
  of(what: string, name: string | Caller, more?: Input): Promise<BookingPapers>;
  read(name: string | Caller): Promise<BookingPapers>;
  lay(name: string | Caller, what: string | UploadedFile, body?: object): Promise<BookingPapers>;
  open(name: string, paperId: string, query?: object): Promise<unknown>;
  minutes(name: string | Caller): Promise<BookingPapers>;
  /** 課長 calls 係長, 主事 and 部長; nobody of 総務課. */
  meet(subject?: string): Promise<void>;
  agenda(name: string | Caller, more?: object): Promise<BookingPapers>;
}

type Calls = Pick<PapersRoom, 'call' | 'of' | 'bookingId' | 'city' | 'days'>;

const calling =
  (city: TestCity): PapersRoom['call'] =>
  async (what, name, { params = {}, query = {}, body = {}, file } = {}) => {
    const route = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
    if (!route) throw new Error(`no such route ${what}`);
    const caller = typeof name === 'string' ? city.as(name) : name;
    const parsed = { query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {} };
    return route.handle(caller, { params, ...parsed, file: file ?? null });
  };

const acting = ({ call, of, bookingId, days }: Calls): Omit<PapersRoom, keyof Calls | 'sent' | 'meet'> => ({
  read: (name) => of(`GET ${OF}/papers`, name),
  lay: (name, what, body = {}) =>
    of(`POST ${OF}/papers`, name, {
      body: { title: '予算案', ...body },
      file: typeof what === 'string' ? text(what) : what,
    }),
  open: (name, id, query = {}) =>
    call(`GET ${OF}/papers/{paperId}/content`, name, { params: { id: bookingId(), paperId: id }, query }),
  minutes: (name) => of(`POST ${OF}/minutes`, name),
  async agenda(name, more = {}) {
    const items = [
      { id: FIRST, title: '予算', ownerId: await days.staffId('drafter'), minutes: 30 },
      { id: SECOND, title: '人事', ownerId: null, minutes: null },
    ];
    const recorderId = await days.staffId('subsection-head');
    return of(`PUT ${OF}/agenda`, name, { body: { version: 0, items, recorderId, ...more } });
  },
});

export async function papersRoom(now: () => Date): Promise<PapersRoom> {
  const city = await testCity({ clock: { now } });
  const days = daysIn(city);
  const sent: PapersRoom['sent'] = [];
  city.suite.notifications.useMessenger({
    async send(reference, message) {
      sent.push([(reference as { chat: string }).chat, JSON.stringify(message)]);
      return { activityId: `a${sent.length}` };
    },
    async update() {},
  });
  await city.suite.startJobs();
  for (const name of ['section-head', 'drafter', 'department-head', 'colleague']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: name, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
  let bookingId = '';
  const call = calling(city);
  const of: PapersRoom['of'] = async (what, name, more = {}) =>
    BookingPapersSchema.parse(await call(what, name, { ...more, params: { id: bookingId, ...more.params } }));
  const calls = { city, days, call, of, bookingId: () => bookingId };
  return {
    ...{ ...calls, sent },
    ...acting(calls),
    async meet(subject = '予算会議') {
      const [chief, drafter, above] = await Promise.all(
        ['subsection-head', 'drafter', 'department-head'].map((name) => days.staffId(name)),
      );
      const body = {
        ...{ subject, from: at('13:00'), to: at('14:00'), visibility: 'PUBLIC' },
        ...{ required: [chief, drafter], optional: [above], travel: false },
      };
      bookingId = BookingSchema.parse(await call('POST /schedules/bookings', 'section-head', { body })).bookingId;
    },
  };
}
