import { newId } from '../../platform/index.ts';
import type { Caller, ChatMessage, UploadedFile } from '../../shared/index.ts';
import { importPosts, MINATO, type Outside, POSTS, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';

/** A clock that a test sets; it stands still otherwise. */
export interface SetClock {
  now(): Date;
  set(at: string): void;
}

export function setClock(at: string): SetClock {
  let now = new Date(at);
  return {
    now: () => now,
    set(next) {
      now = new Date(next);
    },
  };
}

type Input = Partial<Record<'params' | 'query' | 'body', unknown>> & { readonly file?: UploadedFile };

/** A city hall with a mayor and a personnel office, in which rooms are used by the API, by cards and by words. */
export interface Hall {
  readonly city: TestCity;
  readonly clock: SetClock;
  /** By chat: what was sent there and, by `update:`, what became of it. */
  readonly told: Map<string, string[]>;
  /** `name`, `name#key` with an idempotency key, or `name@yamato`. */
  call<T>(name: string, what: string, input?: Input): Promise<T>;
  /** Of another capability than telework with its name: `minutes/agree`. */
  press(name: string, verb: string, data: object): Promise<string>;
  type(name: string, words: string): Promise<string>;
  staffId(name: string): Promise<string>;
  /** Gives the person a chat that can be reached. */
  chat(name: string): Promise<void>;
  run(task: string): Promise<void>;
  refused(work: Promise<unknown>): Promise<string>;
}

const MORE = [
  'shicho,市長室,OFFICE,,minato-head,市長,MAYOR,1,mayor,0,,2026-04-01,',
  'somu,総務課,SECTION,,somu-jinji,主査,STAFF,0,personnel,0,PERSONNEL,2026-04-01,',
];

async function populate(city: TestCity, municipalityId: string): Promise<void> {
  const lines = [...POSTS, ...MORE];
  const people = lines.map((line) => {
    const signInName = line.split(',')[8] ?? '';
    const { entraObjectId } = city.as(signInName, { municipalityId });
    const nothing = { department: null, jobTitle: null, managerObjectId: null };
    return { entraObjectId, signInName, name: `見本 ${signInName}`, enabled: true, ...nothing };
  });
  await city.suite.directory.importPeople(municipalityId, people);
  await importPosts(city.suite, municipalityId, lines);
}

function callerOf(city: TestCity, called: string, more: Partial<Caller> = {}): Caller {
  const [, name = '', place, key] = /^([^@#]+)(@yamato)?(?:#(.+))?$/.exec(called) ?? [];
  const municipalityId = place === undefined ? MINATO : YAMATO;
  return city.as(name, { municipalityId, idempotencyKey: key ?? null, ...more });
}

function callsOf(city: TestCity): Pick<Hall, 'call'> {
  return {
    async call(name, what, { params = {}, query = {}, body = {}, file } = {}) {
      const [method, path] = what.split(' ');
      const route = city.suite.routes.find((one) => one.method === method && one.path === path);
      if (!route) throw new Error(`no such route ${what}`);
      // As the edge does: through the schemas in, and through the answer's out.
      const answer = await route.handle(callerOf(city, name), {
        params: route.params?.parse(params) ?? {},
        query: route.query?.parse(query) ?? {},
        body: route.body?.parse(body) ?? {},
        file: file ?? null,
      });
      return (route.answer === 'download' ? answer : route.answer.parse(answer)) as never;
    },
  };
}

function chatOf(city: TestCity): Pick<Hall, 'told' | 'press' | 'type' | 'chat'> {
  const told = new Map<string, string[]>();
  const chats = new Map<string, string>();
  const note = (chat: string, message: ChatMessage): void => {
    told.set(chat, [...(told.get(chat) ?? []), JSON.stringify(message)]);
  };
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      const { chat } = reference as { chat: string };
      note(chat, message);
      const activityId = `a${chats.size + 1}`;
      chats.set(activityId, chat);
      return { activityId };
    },
    async update(_, activityId, message) {
      note(`update:${chats.get(activityId)}`, message);
    },
  });
  return {
    told,
    async chat(name) {
      const { municipalityId, entraObjectId } = callerOf(city, name);
      const address = { municipalityId, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
      await city.suite.notifications.keepAddress(address);
    },
    async press(name, verb, data) {
      const action = city.suite.actions.find((one) => one.verb === (verb.includes('/') ? verb : `telework/${verb}`));
      if (!action) throw new Error(`no such verb ${verb}`);
      return JSON.stringify(await action.handle(callerOf(city, name, { via: 'teams' }), action.data.parse(data)));
    },
    async type(name, words) {
      const [word = '', ...rest] = words.split(' ');
      const command = city.suite.commands.find((one) => one.words.includes(word));
      if (!command) throw new Error(`no such word ${word}`);
      return JSON.stringify(await command.handle(callerOf(city, name, { via: 'teams' }), rest.join(' ')));
    },
  };
}

export async function openHall(at: string, outside: Outside = {}): Promise<Hall> {
  const clock = setClock(at);
  const city = await testCity({ ...outside, clock });
  for (const municipalityId of [MINATO, YAMATO]) await populate(city, municipalityId);
  await city.suite.startJobs();
  return {
    city,
    clock,
    ...callsOf(city),
    ...chatOf(city),
    staffId: async (name) => (await city.suite.directory.me(callerOf(city, name))).staffId,
    async run(task) {
      if (task !== '') await city.suite.enqueue([{ task, payload: {}, key: newId(clock) }]);
      await quiet(city.test);
    },
    refused: (work) =>
      work.then(
        () => 'was not refused',
        (error: { code: string }) => error.code,
      ),
  };
}
