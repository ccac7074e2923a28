import type { ChatMessage } from '../../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { CaseView, DraftCaseInput } from '../contract.ts';
import type { GiveInstructionInput, InstructionBox, InstructionPage, InstructionView } from './contract.ts';

/** A city hall in which instructions are given by its API, drafted from, and seen in chats. */
export interface Room {
  readonly city: TestCity;
  /** What was sent to a chat and, by `update:`, what became of it there. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  call<T>(name: string, what: string, input?: Partial<Record<'params' | 'query' | 'body', unknown>>): Promise<T>;
  staffId(name: string): Promise<string>;
  give(more?: Partial<GiveInstructionInput> & { by?: string; to?: string; key?: string }): Promise<InstructionView>;
  read(name: string, id: string): Promise<InstructionView>;
  box(name: string, box: InstructionBox): Promise<InstructionPage>;
  cancel(name: string, view: { id: string; version: number }): Promise<InstructionView>;
  draft(name: string, more?: Partial<DraftCaseInput>): Promise<CaseView>;
  decide(draft: CaseView): Promise<CaseView>;
  press(name: string, verb: string, data: object): Promise<string>;
  type(name: string, words: string): Promise<string>;
  settled(): Promise<void>;
  refused(work: Promise<unknown>): Promise<string>;
  /** What `kaigi verify` finds about the city, once the log holds everything. */
  verified(): Promise<string[]>;
}

const PEOPLE = ['drafter', 'colleague', 'subsection-head', 'section-head', 'department-head'];

function callsOf(city: TestCity): Pick<Room, 'call'> {
  return {
    async call(name, what, { params = {}, query = {}, body = {} } = {}) {
      const [method, path] = what.split(' ');
      const route = city.suite.routes.find((one) => one.method === method && one.path === path);
      if (!route) throw new Error(`no such route ${what}`);
      // As the edge does: through the schemas in, and through the answer's out.
      const input = {
        params: route.params?.parse(params) ?? {},
        query: route.query?.parse(query) ?? {},
        body: route.body?.parse(body) ?? {},
        file: null,
      };
      const answer = await route.handle(
        city.as(name.split('#')[0] ?? '', { idempotencyKey: name.split('#')[1] ?? null }),
        input,
      );
      return (route.answer === 'download' ? answer : route.answer.parse(answer)) as never;
    },
  };
}

function chatOf(city: TestCity): Pick<Room, 'press' | 'type'> & { readonly told: Map<string, string[]> } {
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
      const action = city.suite.actions.find((one) => one.verb === `approvals/${verb}`);
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

export async function openRoom(options: Parameters<typeof testCity>[0] = {}): Promise<Room> {
  const city = await testCity(options);
  const chat = chatOf(city);
  await city.suite.startJobs();
  for (const name of PEOPLE) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
  const { approvals, regulations, directory } = city.suite;
  const code = (await regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  const { call } = callsOf(city);
  const staffId = async (name: string) => (await directory.me(city.as(name))).staffId;
  return {
    city,
    ...chat,
    call,
    staffId,
    async give({ by = 'section-head', to = 'drafter', key, ...more } = {}) {
      const body = { staffId: await staffId(to), purpose: '市民説明会の開催', ...more };
      return call(key === undefined ? by : `${by}#${key}`, 'POST /instructions', { body });
    },
    read: (name, id) => call(name, 'GET /instructions/{id}', { params: { id } }),
    box: (name, box) => call(name, 'GET /instructions', { query: { box } }),
    cancel: (name, { id, version }) =>
      call(name, 'POST /instructions/{id}/cancel', { params: { id }, body: { version, reason: '方針が変わった' } }),
    draft: (name, more = {}) =>
      approvals.draft(
        city.as(name),
        { title: '市民説明会について', proposalText: '', classificationCode: code, ...more },
        aDocument(),
      ),
    async decide(draft) {
      let view = await approvals.submit(city.as('drafter'), draft.id, draft.version);
      for (const name of ['subsection-head', 'section-head'])
        view = await approvals.act(city.as(name), view.id, { act: 'approve', version: view.version });
      return view;
    },
    settled: () => quiet(city.test),
    async verified() {
      const pending = 'select from kaigi.ledger_pending';
      await until(async () => (await city.test.owner.query(pending)).rowCount === 0);
      const found: string[] = [];
      for await (const { code } of city.suite.verify(MINATO)) found.push(code);
      return found;
    },
    refused: (work) =>
      work.then(
        () => 'was not refused',
        (error: { code: string }) => error.code,
      ),
  };
}
