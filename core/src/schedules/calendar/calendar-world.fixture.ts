import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { type WeekRow, type WeekView, WeekViewSchema } from '../week/contract.ts';
import { KEEP } from './jobs-of.ts';
import type { CalendarNotice } from './notices.ts';
import { Outlook } from './outlook.fixture.ts';

export const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+09:00`);
export const PEOPLE = ['section-head', 'subsection-head', 'drafter', 'colleague'];
export const LATER = { kind: 'LATER', at: new Date('2026-11-24T01:01:00Z') } as const;

export const rowOf = (view: WeekView, name: string): WeekRow => {
  const row = view.rows.find(({ person }) => person.name === `見本 ${name}`);
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};
export const titles = (view: WeekView, name: string) => rowOf(view, name).items.map(({ title }) => title);

/** A section whose four people have calendars in what stands for Microsoft 365, at a time that a test sets. */
export class CalendarWorld {
  now = at('10:00');
  microsoft = new Outlook();
  #city: TestCity | null = null;

  get city(): TestCity {
    if (!this.#city) throw new Error('not open yet');
    return this.#city;
  }

  async open(): Promise<void> {
    this.#city = await testCity({ clock: { now: () => this.now } });
    await this.city.suite.startJobs();
  }

  async close(): Promise<void> {
    await this.#city?.close();
  }

  /** Nobody has looked at anything yet. */
  async begin(): Promise<void> {
    await this.city.test.owner.query('truncate kaigi.schedules_mailbox, kaigi.schedules_glance, kaigi.schedules_entry');
    this.now = at('10:00');
    this.microsoft = new Outlook().open(...PEOPLE);
    this.city.suite.useCalendars(this.microsoft.port());
  }

  readonly routeOf = (what: string) => {
    const found = this.city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
    if (!found) throw new Error(`no such route ${what}`);
    return found;
  };

  readonly look = async (name = 'drafter', query = {}): Promise<WeekView> => {
    const route = this.routeOf('GET /schedules/week');
    const asked = { params: {}, query: route.query?.parse({ ...query }), body: {}, file: null };
    return WeekViewSchema.parse(await route.handle(this.city.as(name), asked));
  };

  readonly settled = () => quiet(this.city.test);

  readonly hear = (...notices: readonly (CalendarNotice | null)[]) =>
    this.city.suite.calendarNews.hear(notices.filter((one) => one !== null));

  readonly calls = (name: string) => this.microsoft.calls.filter((one) => one === name).length;

  readonly run = async (task: string, more: object = {}): Promise<void> => {
    await this.city.suite.enqueue([{ task, payload: { municipalityId: MINATO, ...more } }]);
    await this.settled();
  };

  /** The minute in which the clock does what is due. */
  readonly keepUp = () => this.run(KEEP);

  /** The first look, and what it begins. */
  readonly followed = async (): Promise<void> => {
    await this.look();
    await this.settled();
  };
}
