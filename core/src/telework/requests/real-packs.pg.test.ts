import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, POSTS, YAMATO } from '../../testing/test-city.ts';
import type { ApplicationView } from '../applications/contract.ts';
import { activate } from '../applications/packs.fixture.ts';
import { type ApplyRoom, openApplyRoom, USUAL } from '../applications/room.fixture.ts';
import type { TeleworkRequestInput } from './contract.ts';

let room: ApplyRoom;

beforeAll(async () => {
  room = await openApplyRoom('2026-11-19 10:00');
});
afterAll(() => room.city.close());

/** As the edge does, in the other municipality. */
async function inYamato<T>(what: string, body: unknown): Promise<T> {
  const { routes } = room.city.suite;
  const route = routes.find((one) => `${one.method} ${one.path}` === what);
  const input = { params: {}, query: {}, body: route?.body?.parse(body) ?? {}, file: null };
  return (await route?.handle(room.city.as('drafter', { municipalityId: YAMATO }), input)) as T;
}
const town: Partial<TeleworkRequestInput> = { networks: ['HOME_LINE'], items: [] };
const apply = (more: Partial<TeleworkRequestInput>) =>
  inYamato<ApplicationView>('POST /telework/requests', { ...USUAL, ...town, ...more });

describe('T-01, T-03: やまと町', () => {
  it('asks for no registration and no permit: one case, by the town’s general row', async () => {
    const view = await apply({});
    expect([view.state, view.cases.map(({ procedure }) => procedure), view.takeOut]).toEqual([
      'REVIEW',
      ['APPROVAL'],
      null,
    ]);
    const registration = inYamato('POST /telework/registrations', { places: [{ place: 'OWN_HOME' }], contact: '内線' });
    expect(await room.refused(registration)).toBe('telework.registration_not_needed');
  });

  it('refuses by its own articles: too late, a third day, by the hour', async () => {
    const refusal = (more: Partial<TeleworkRequestInput>) =>
      apply(more).then(
        () => 'made',
        (error: { params: { reasons: string } }) => error.params.reasons,
      );
    expect(await refusal({ when: { dates: ['2026-11-20'] } })).toContain('やまと町在宅勤務要綱 第3条');
    expect(await refusal({ when: { dates: ['2026-11-26', '2026-11-27'] } })).toContain('やまと町在宅勤務要綱 第4条');
    const hours = { span: 'HOURS', time: { from: '09:00', to: '11:00' } } as const;
    expect(await refusal({ ...hours, when: { dates: ['2026-12-02'] } })).toContain('やまと町在宅勤務要綱 第4条第2項');
  });
});

describe('T-04: 大都市', () => {
  it('has the security officer of the bureau permit what is taken out; without a bureau nobody could', async () => {
    await activate(room.city, { municipalityId: YAMATO, city: 'daito', from: '2026-12-01' });
    room.at('2026-12-01 10:00');
    const body = { places: [{ place: 'OWN_HOME' }], devices: [{ device: 'LOANED_PC' }], contact: '内線' };
    const registered = await inYamato<ApplicationView>('POST /telework/registrations', body);
    for (const name of ['subsection-head', 'section-head']) await approve(name, registered);
    await room.settled();
    const asked = { when: { dates: ['2026-12-09'] } };
    expect(await room.refused(apply(asked))).toBe('telework.nobody_for');
    const bureau = 'kyoku,企画局,BUREAU,,kyoku-cho,局長,BUREAU_HEAD,1,other-section,1,,2026-04-01,';
    const below = POSTS.map((line) => line.replace('企画部,DEPARTMENT,,', '企画部,DEPARTMENT,kyoku,'));
    await importPosts(room.city.suite, YAMATO, [bureau, ...below]);
    const view = await apply(asked);
    expect(view.cases.map(({ procedure, status }) => [procedure, status])).toEqual([
      ['APPROVAL', 'IN_REVIEW'],
      ['TAKE_OUT_PERMIT', 'IN_REVIEW'],
      ['TRIP_ORDER', 'IN_REVIEW'],
    ]);
    const permit = await room.city.suite.approvals.read(as('drafter'), room.caseOf(view, 'TAKE_OUT_PERMIT'));
    expect(permit.route.map(({ postTitle }) => postTitle)).toContain('局長');
  });
});

const as = (name: string) => room.city.as(name, { municipalityId: YAMATO });

async function approve(name: string, { cases }: ApplicationView): Promise<void> {
  const { approvals } = room.city.suite;
  for (const { caseId } of cases) {
    const view = await approvals.read(as(name), caseId ?? '');
    if (view.may.approve) await approvals.act(as(name), view.id, { act: 'approve', version: view.version });
  }
}
