import { describe, expect, it } from '@jest/globals';
import { cloned } from '../cut.fixture.ts';
import { MINATO } from '../records.fixture.ts';
import { keepingRoutes } from './index.ts';
import {
  act,
  bench,
  chief,
  drafter,
  file,
  folder,
  head,
  keeping,
  kept,
  NOW,
  section,
  staffIdOf,
  withKeeping,
} from './keeping.fixture.ts';
import { namedReaders } from './named-readers.ts';

withKeeping();

const OTHER = () => bench.as('finance-drafter@minato.example');
const unitOf = (code: string) =>
  bench.inside(MINATO, async (tx) => (await bench.directory.organisation(tx)).unitByCode(code)?.unitId ?? '');
const refusal = (work: Promise<unknown>) => work.then(String, (error: { code: string }) => error.code);

describe('R-17: a 簿冊 that passes to another section', () => {
  const passOn = (who: ReturnType<typeof chief>, id: string, body: object) => {
    const route = keepingRoutes(keeping()).find(({ path }) => path === '/folders/{id}/section');
    return route?.handle(who, { params: { id }, query: {}, body: route.body?.parse(body), file: null } as never);
  };

  it('takes everything in it along with a reason, by 総括文書管理者 alone; what reads and finds it is the new section', async () => {
    const { id, version } = await folder('移管される簿冊', 'A-04-02');
    const recordId = await file('REFERENCE', 'A-04-02');
    const now = { ...(await keeping().folders.read(chief(), id)) };
    expect([now.mayPassOn, (await keeping().folders.read(head(), id)).mayPassOn]).toEqual([true, false]);
    const [there, reason] = [await unitOf('zaisei'), '組織改編により財政課が所掌する'];
    const body = { version: now.version, unitId: there, reason };
    expect(now.version).toBeGreaterThanOrEqual(version);
    expect(await refusal(Promise.resolve(passOn(head(), id, body)))).toBe('records.handover_chief_only');
    for (const [code, said] of [
      ['seisaku-kakari', 'records.unit_no_section'],
      ['kikaku-bu', 'records.unit_no_section'],
    ] as const)
      expect(await refusal(Promise.resolve(passOn(chief(), id, { ...body, unitId: await unitOf(code) })))).toBe(said);
    expect(await refusal(Promise.resolve(passOn(chief(), id, { ...body, version: now.version + 7 })))).toBe(
      'records.changed_meanwhile',
    );
    expect(await refusal(keeping().kept.read(OTHER(), recordId))).toBe('records.not_found');

    expect(await passOn(chief(), id, body)).toBeNull();
    // Pressed twice.
    expect(await passOn(chief(), id, body)).toBeNull();
    expect(await kept(recordId)).toMatchObject({ unitId: there, unitName: '財政課', folderId: id });
    expect(await keeping().kept.read(OTHER(), recordId)).toMatchObject({ unitName: '財政課' });
    expect(await refusal(keeping().kept.read(drafter(), recordId))).toBe('records.not_found');
    const after = await keeping().folders.read(chief(), id);
    expect(after).toMatchObject({ unitName: '財政課', version: now.version + 1 });
    expect(after.history[0]).toMatchObject({ sentence: '政策課から財政課に移しました。', reason });
  });

  it('stays where the other section has one of the same year, class and name', async () => {
    const [there, back] = [await unitOf('zaisei'), await section()];
    const first = await folder('同じ名の簿冊', 'A-05-01');
    await passOn(chief(), first.id, { version: first.version, unitId: there, reason: '組織改編' });
    const second = await folder('同じ名の簿冊', 'A-05-01');
    const work = Promise.resolve(
      passOn(chief(), second.id, { version: second.version, unitId: there, reason: '組織改編' }),
    );
    expect(await refusal(work)).toBe('records.folder_exists');
    expect(await keeping().folders.read(chief(), second.id)).toMatchObject({ unitId: back, version: second.version });
  });
});

describe('R-20: who may read a record besides its section', () => {
  it('is named as people, shown as people, and stays by name when they have left', async () => {
    const recordId = await file();
    const staffId = await staffIdOf('finance-drafter');
    const name = (staffIds: string[]) => act(head(), recordId, { act: 'nameReaders', staffIds, reason: '合議' });
    expect(await refusal(name(['0192d5a0-0000-7000-8000-00000000dead']))).toBe('records.unknown_reader');
    const person = { staffId, name: 'finance-drafter さん', postTitle: '主事', unitName: '財政課' };
    expect((await name([staffId, staffId])).readers).toEqual([person]);
    expect((await keeping().kept.read(OTHER(), recordId)).readers).toEqual([]);
    const parts = { clock: { now: () => new Date(NOW) }, directory: { actorById: async () => null } };
    const shown = await bench.inside(MINATO, (tx) => namedReaders(parts, tx, [staffId]));
    expect(shown).toEqual([person]);
    expect((await name([])).readers).toEqual([]);
  });
});

it('R-12: more 簿冊 than are shown are said to be more, in the list, the check list and the choices', async () => {
  const { id } = await folder('増える簿冊', 'A-04-03');
  const recordId = await file('REFERENCE', 'A-04-03');
  const lists = async () => [
    await keeping().folders.list(chief(), 2026),
    await keeping().handovers.checkList(chief(), 2026),
    await keeping().kept.folders(head(), recordId),
    await keeping().folders.read(chief(), id),
  ];
  expect((await lists()).map(({ truncated }) => truncated)).toEqual([false, false, false, false]);
  const differing = `jsonb_build_object('title', o.title || n)`;
  await cloned(bench.test.owner, { table: 'records_folder', id, count: 2_000, differing });
  const [all, check, choices] = await lists();
  expect([all, check, choices].map((list) => list?.truncated)).toEqual([true, true, true]);
  expect((all as { items: unknown[] }).items).toHaveLength(2_000);
  // Of the newest 200 the one that it lies in is no choice.
  expect((choices as { items: unknown[] }).items).toHaveLength(199);
});
