import { strToU8 } from 'fflate';
import { type Clock, newId, type Tx } from '../../platform/index.ts';
import { type Download, dayOfWeek, holidayName, type LocalDate, lastOfMonth } from '../../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import { savePunch } from '../punches/store.ts';
import type { PunchKind } from '../working-time/punches.ts';
import { instantOf } from '../working-time/span.ts';

/** A city hall after July 2026, in which months are confirmed and closed by its API. */
export interface SheetRoom {
  readonly city: TestCity;
  readonly clock: Clock;
  /** It is now this instant. */
  at(instant: string): void;
  call<T>(name: string, what: string, input?: CallInput): Promise<T>;
  staffId(name: string): Promise<string>;
  /** `punch('drafter', '2026-07-01', 'START 8:30', 'END 17:15')` */
  punch(name: string, date: string, ...said: string[]): Promise<void>;
  /** Every working day of the month from 8:30 to 17:15, but these. */
  usualMonth(name: string, month: string, except?: readonly string[]): Promise<void>;
  type(name: string, words: string): Promise<string>;
  settled(): Promise<void>;
  refused(work: Promise<unknown>): Promise<string>;
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  verified(): Promise<string[]>;
}

type CallInput = Partial<Record<'params' | 'query' | 'body', unknown>> & { csv?: string | Uint8Array };

// 総務課の主事 is 人事担当 here.
const LINES = POSTS.map((line) => line.replace('other-section,0,,', 'other-section,0,PERSONNEL,'));

const callsOf = (city: TestCity): Pick<SheetRoom, 'call'> => ({
  async call(name, what, { params = {}, query = {}, body = {}, csv } = {}) {
    const [method, path] = what.split(' ');
    const route = city.suite.routes.find((one) => one.method === method && one.path === path);
    if (!route) throw new Error(`no such route ${what}`);
    const bytes = typeof csv === 'string' ? strToU8(csv) : csv;
    const input = {
      params: route.params?.parse(params) ?? {},
      query: route.query?.parse(query) ?? {},
      body: route.body?.parse(body) ?? {},
      file: bytes === undefined ? null : { fileName: 'list.csv', bytes },
    };
    const [who = '', key = null] = name.split('#');
    const answer = await route.handle(city.as(who, { idempotencyKey: key }), input);
    return (route.answer === 'download' ? answer : route.answer.parse(answer)) as never;
  },
});

const minuteOf = (time: string): number => 60 * Number(time.split(':')[0]) + Number(time.split(':')[1]);

function punchingIn(city: TestCity, staffId: SheetRoom['staffId']): Pick<SheetRoom, 'punch' | 'usualMonth'> {
  const save = async (tx: Tx, name: string, { date, said }: { date: string; said: readonly string[] }) => {
    const id = await staffId(name);
    const actor = { staffId: id, name: `見本 ${name}`, postTitle: '主事', unitName: '政策係' };
    for (const [punch, time = ''] of said.map((one) => one.split(' '))) {
      const at = instantOf(date as LocalDate, minuteOf(time));
      const heard = { clientAt: null, source: 'API', reportedLate: false, clockDoubted: false } as const;
      const factId = newId({ now: () => at });
      const fact = {
        kind: 'TAPPED',
        factId,
        key: `tap:${factId}`,
        punch: punch as PunchKind,
        at,
        serverAt: at,
        ...heard,
      } as const;
      await savePunch(tx, { staffId: id, at, fact, actor, comment: '', via: 'api', leafId: newId({ now: () => at }) });
    }
  };
  const inside = <T>(work: (tx: Tx) => Promise<T>) => city.test.db.inMunicipality(MINATO, work);
  return {
    punch: (name, date, ...said) => inside((tx) => save(tx, name, { date, said })),
    usualMonth: (name, month, except = []) =>
      inside(async (tx) => {
        for (let day = 1; day <= Number(lastOfMonth(month).slice(8)); day += 1) {
          const date = `${month}-${String(day).padStart(2, '0')}` as LocalDate;
          const isOff = [0, 6].includes(dayOfWeek(date)) || holidayName(date) !== null || except.includes(date);
          if (!isOff) await save(tx, name, { date, said: ['START 8:30', 'END 17:15'] });
        }
      }),
  };
}

export const textOf = ({ bytes }: Download, encoding = 'utf-8'): string => new TextDecoder(encoding).decode(bytes);

export async function openSheetRoom({ jobs = true } = {}): Promise<SheetRoom> {
  let now = new Date('2026-08-03T00:00:00Z');
  const clock = { now: () => now };
  const city = await testCity({ clock });
  await importPosts(city.suite, MINATO, LINES);
  if (jobs) await city.suite.startJobs();
  if (jobs) await quiet(city.test);
  const staffId = async (name: string) => (await city.suite.directory.me(city.as(name))).staffId;
  return {
    ...{ city, clock },
    ...callsOf(city),
    ...punchingIn(city, staffId),
    staffId,
    at(instant) {
      now = new Date(instant);
    },
    async type(name, said) {
      const [word = '', ...rest] = said.split(' ');
      const command = city.suite.commands.find((one) => one.words.includes(word));
      if (!command) throw new Error(`no such word ${word}`);
      return JSON.stringify(await command.handle(city.as(name, { via: 'teams' }), rest.join(' ')));
    },
    settled: () => quiet(city.test),
    refused: (work) =>
      work.then(
        () => 'was not refused',
        (error: { code?: string; message: string }) => error.code ?? error.message,
      ),
    inside: (work) => city.test.db.inMunicipality(MINATO, work),
    async verified() {
      const pending = 'select from kaigi.ledger_pending';
      await until(async () => (await city.test.owner.query(pending)).rowCount === 0);
      const found: string[] = [];
      for await (const { code } of city.suite.verify(MINATO)) found.push(code);
      return found;
    },
  };
}
