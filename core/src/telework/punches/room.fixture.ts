import type { ChatMessage } from '../../shared/index.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { PunchKind } from '../working-time/punches.ts';
import type { CorrectionInput, Punched, PunchInput, WorkdayView } from './contract.ts';

/** A city hall in which people punch by its API and its chat, at any time that the test says. */
export interface PunchRoom {
  readonly city: TestCity;
  /** What was sent to a chat and, by `update:`, what became of it there. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  /** `at('2026-11-24 8:30')`, in Japan. */
  at(moment: string): void;
  call<T>(name: string, what: string, input?: Partial<Record<'params' | 'query' | 'body', unknown>>): Promise<T>;
  tap(name: string, punch: PunchKind, more?: Partial<PunchInput>): Promise<Punched>;
  day(name: string, date?: string): Promise<WorkdayView>;
  correct(name: string, input: Omit<CorrectionInput, 'reason'>): Promise<WorkdayView>;
  staffId(name: string): Promise<string>;
  press(name: string, verb: string, data: object): Promise<string>;
  type(name: string, words: string): Promise<string>;
  /** Runs a cron task and everything that follows from it. */
  run(task: string): Promise<void>;
  settled(): Promise<void>;
  refused(work: Promise<unknown>): Promise<string>;
  /** What `kaigi verify` finds about the city, once the log holds everything. */
  verified(): Promise<string[]>;
}

const PEOPLE = ['drafter', 'colleague', 'subsection-head', 'section-head', 'department-head'];

/** `2026-11-24 8:30` in Japan. */
export const moment = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ');
  return new Date(`${day}T${time.padStart(5, '0')}:00+09:00`);
};

function chatOf(city: TestCity): Pick<PunchRoom, 'press' | 'type'> & { readonly told: Map<string, string[]> } {
  const told = new Map<string, string[]>();
  const note = (chat: string, message: ChatMessage): void => {
    told.set(chat, [...(told.get(chat) ?? []), JSON.stringify(message)]);
  };
  let sent = 0;
  const chats = new Map<string, string>();
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      const { chat } = reference as { chat: string };
      note(chat, message);
      sent += 1;
      chats.set(`a${sent}`, chat);
      return { activityId: `a${sent}` };
    },
    async update(_, activityId, message) {
      note(`update:${chats.get(activityId)}`, message);
    },
  });
  return {
    told,
    async press(name, verb, data) {
      const action = city.suite.actions.find((one) => one.verb === verb);
      if (!action) throw new Error(`no such verb ${verb}`);
      return JSON.stringify(await action.handle(city.as(name, { via: 'teams' }), action.data.parse(data)));
    },
    async type(name, words) {
      const [word = '', ...rest] = words.split(' ');
      const command = city.suite.commands.find((one) => one.words.includes(word));
      if (!command) throw new Error(`no such word ${word}`);
      return JSON.stringify(await command.handle(city.as(name, { via: 'teams' }), rest.join(' ')));
    },
  };
}

function callsOf(city: TestCity): Pick<PunchRoom, 'call'> {
  return {
    async call(name, what, { params = {}, query = {}, body = {} } = {}) {
      const [method, path] = what.split(' ');
      const route = city.suite.routes.find((one) => one.method === method && one.path === path);
      if (!route) throw new Error(`no such route ${what}`);
      const input = {
        params: route.params?.parse(params) ?? {},
        query: route.query?.parse(query) ?? {},
        body: route.body?.parse(body) ?? {},
        file: null,
      };
      const [who = '', key = null] = name.split('#');
      const answer = await route.handle(city.as(who, { idempotencyKey: key }), input);
      return (route.answer === 'download' ? answer : route.answer.parse(answer)) as never;
    },
  };
}

export async function openPunchRoom(began = '2026-11-24 8:00'): Promise<PunchRoom> {
  let now = moment(began);
  const city = await testCity({ clock: { now: () => now } });
  const chat = chatOf(city);
  await city.suite.startJobs();
  for (const name of PEOPLE) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
  await quiet(city.test);
  const { call } = callsOf(city);
  let made = 0;
  return {
    city,
    ...chat,
    call,
    at(text) {
      now = moment(text);
    },
    staffId: async (name) => (await city.suite.directory.me(city.as(name))).staffId,
    tap(name, punch, more = {}) {
      made += 1;
      const body = { punch, key: `k${made}`, ...more };
      return call(name, 'POST /telework/workdays/{date}/punches', { params: { date: 'today' }, body });
    },
    day: (name, date = 'today') => call(name, 'GET /telework/workdays/{date}', { params: { date } }),
    correct: (name, input) =>
      call(name, 'POST /telework/corrections', { body: { reason: '押し忘れました', ...input } }),
    async run(task) {
      await city.suite.enqueue([{ task, payload: {} }]);
      await quiet(city.test);
    },
    settled: () => quiet(city.test),
    refused: (work) =>
      work.then(
        () => 'was not refused',
        (error: { code?: string; message: string }) => error.code ?? error.message,
      ),
    async verified() {
      const pending = 'select from kaigi.ledger_pending';
      await until(async () => (await city.test.owner.query(pending)).rowCount === 0);
      const found: string[] = [];
      for await (const { code } of city.suite.verify(MINATO)) found.push(code);
      return found;
    },
  };
}
