// A city hall on a real PostgreSQL whose day can be chosen, for the tests of this folder.
import { type Clock, newId, type Tx } from '../platform/index.ts';
import type { Caller, UploadedFile } from '../shared/index.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { createDirectory, type Directory, type EntraPerson, type ImportResult } from './index.ts';

export const MINATO = '6d696e61-746f-4000-8000-000000000001';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode([HEADER, ...lines].join('\r\n'));

export interface Bench {
  readonly test: TestDatabase;
  readonly directory: Directory;
  readonly clock: Clock;
  /** It is now this instant. */
  at(instant: string): void;
  people(...names: string[]): Promise<void>;
  /** The lines as the list of posts that somebody uploads. */
  file(lines: readonly string[]): UploadedFile;
  import(lines: readonly string[]): Promise<ImportResult>;
  caller(name: string): Caller;
  /** The posts that a person holds today, as `title/unit`. */
  postsOf(name: string): Promise<string[]>;
  /** Units from the person's own upwards, as `unit:head post`. */
  lineOf(name: string): Promise<string[]>;
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Every row of a table that is not cancelled, as `columns` of it. */
  rows(table: string, columns: string): Promise<string[]>;
  /** Ids of all rows of all tables and how many there are: equal where nothing changed. */
  fingerprint(): Promise<unknown>;
  facts(topic?: string): Promise<number>;
}

export async function directoryBench(): Promise<Bench> {
  const test = await testDatabase();
  let now = new Date('2026-11-21T00:00:00Z');
  const clock = { now: () => now };
  const directory = createDirectory({ db: test.db, clock });
  await directory.register(MINATO, 'みなと市');
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? ids.set(name, newId()).get(name) ?? '';
  const inside = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(MINATO, work);
  const caller = (name: string): Caller => ({
    municipalityId: MINATO,
    entraObjectId: idOf(name),
    via: 'api',
    locale: 'ja',
    idempotencyKey: null,
  });
  const actor = (name: string) => inside((tx) => directory.actorOf(tx, caller(name)));
  const text = async (sql: string) => (await test.owner.query<{ row: string }>(sql)).rows.map(({ row }) => row);
  return {
    test,
    directory,
    clock,
    inside,
    caller,
    at: (instant) => {
      now = new Date(instant);
    },
    people: (...names) =>
      directory.importPeople(
        MINATO,
        names.map((name) => personNamed(name, idOf(name))),
      ),
    file: (lines) => ({ fileName: '職の一覧.csv', bytes: bytesOf(lines) }),
    import: (lines) => directory.importPosts(MINATO, bytesOf(lines)),
    postsOf: async (name) => (await actor(name)).posts.map(({ title, unitName }) => `${title}/${unitName}`),
    async lineOf(name) {
      const unitId = (await actor(name)).posts[0]?.unitId ?? '';
      const line = await inside((tx) => directory.lineAbove(tx, unitId));
      return line.map(
        ({ unitName, head }) => `${unitName}:${head ? head.title + (head.vacant ? '（欠員）' : '') : ''}`,
      );
    },
    rows: (table, columns) =>
      text(
        `select concat_ws(' ', ${columns}) as row from kaigi.directory_${table} where cancelled_at is null order by 1`,
      ),
    fingerprint: () =>
      text(`select 'u' || version_id || unit_id || coalesce(cancelled_at::text, '') as row from kaigi.directory_unit
        union all select 'p' || version_id || post_id || coalesce(cancelled_at::text, '') from kaigi.directory_post
        union all select 'a' || appointment_id || coalesce(cancelled_at::text, '') from kaigi.directory_appointment
        union all select 'r' || grant_id || coalesce(cancelled_at::text, '') from kaigi.directory_role
        union all select 's' || staff_id || recorded_at from kaigi.directory_staff order by 1`),
    async facts(topic = 'directory/organisation-changed') {
      const { rows } = await test.owner.query('delete from kaigi.outbox where topic = $1 returning id', [topic]);
      return rows.length;
    },
  };
}

export function personNamed(name: string, entraObjectId: string, enabled = true): EntraPerson {
  const nothing = { department: null, jobTitle: null, managerObjectId: null };
  return { entraObjectId, signInName: `${name}@minato.example`, name: `見本 ${name}`, ...nothing, enabled };
}

interface LineOf {
  readonly unit?: string;
  readonly unitName?: string;
  readonly above?: string;
  readonly post: string;
  readonly title?: string;
  readonly head?: boolean;
  /** Vacant when not given. */
  readonly who?: string;
  readonly concurrent?: boolean;
  readonly roles?: string;
  readonly from?: string;
  readonly to?: string;
}

/** One line of the list; 政策課 and 2026-04-01 where nothing else is said. */
export function line(given: LineOf): string {
  const { unit = 'seisaku', unitName = '政策課', above = '', post, title = '主事', head = false, who } = given;
  return [
    unit,
    unitName,
    'SECTION',
    above,
    post,
    title,
    head ? 'SECTION_HEAD' : 'STAFF',
    head ? '1' : '0',
    who ? `${who}@minato.example` : '',
    given.concurrent ? '1' : '0',
    given.roles ?? '',
    given.from ?? '2026-04-01',
    given.to ?? '',
  ].join(',');
}
