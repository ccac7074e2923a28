import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sha256Hex } from '../../platform/index.ts';
import { type Bench, recordsBench } from '../records.fixture.ts';
import type { CaptureInput, Supplements } from './contract.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const drafter = () => bench.as('drafter@minato.example');
const hash = (text: string) => sha256Hex(Buffer.from(text));
const by = { name: '山田 花子', entraObjectId: null };
const inputOf = (title: string, ids: readonly string[], more: Partial<CaptureInput>): CaptureInput => ({
  ...{ kind: 'REFERENCE', title, classificationCode: 'B-01-02', participants: [by] },
  source: { from: 'TEAMS_CHAT', topic: null, link: null },
  messages: ids.map((id) => ({
    ...{ id, at: '2026-11-20T01:02:03.000Z', editedAt: null, by, text: `${title} ${id}`, replyTo: null, links: [] },
  })),
  ...more,
});

interface Captured {
  readonly title: string;
  readonly messages: readonly string[];
  readonly place?: string;
  readonly supplements?: Supplements;
  readonly more?: Partial<CaptureInput>;
}
async function capture({ title, messages, place = '19:a', supplements, more = {} }: Captured): Promise<string> {
  const origin = { place: hash(place), digest: hash(title), ...(supplements ? { supplements } : {}) };
  return (await bench.records.captureTold(drafter(), inputOf(title, messages, more), [], origin)).record.id;
}
const again = async (id: string, who = 'drafter@minato.example') =>
  (await bench.records.capturedAgain(bench.as(who), id)).items.map(({ title, relation }) => [title, relation]);

it('R-27: a record tells which others hold its messages, before and since, with the files that came later', async () => {
  bench.setNow('2026-11-21T00:00:00.000Z');
  const first = await capture({ title: '初めの登録', messages: ['1', '2'] });
  expect(await again(first)).toEqual([]);
  bench.setNow('2026-11-22T00:00:00.000Z');
  const files = [{ messageId: '2', name: '図面.pdf', url: 'https://minato.example/a.pdf' }];
  const supplements = { recordId: first, sha256: 'a'.repeat(64), files };
  await capture({ title: '後のファイル', messages: ['2'], supplements });
  bench.setNow('2026-11-23T00:00:00.000Z');
  const later = await capture({ title: '編集の後', messages: ['2', '3'], more: { kind: 'RECEIPT' } });
  await capture({ title: '別のメッセージ', messages: ['9'] });
  await capture({ title: '別のチャット', messages: ['1', '2'], place: '19:b' });
  expect(await again(first)).toEqual([
    ['編集の後', 'LATER'],
    ['後のファイル', 'FILES'],
  ]);
  expect(await again(later)).toEqual([
    ['後のファイル', 'EARLIER'],
    ['初めの登録', 'EARLIER'],
  ]);
  const [newest] = (await bench.records.capturedAgain(drafter(), first)).items;
  expect(newest).toMatchObject({
    recordId: later,
    number: expect.stringMatching(/^政収第\d+号$/),
    filedOn: '2026-11-23',
  });
});

it('R-20: of a later one whoever may not see it learns nothing, nor of any who may not see the first', async () => {
  bench.setNow('2026-11-24T00:00:00.000Z');
  const first = await capture({ title: '公開の話', messages: ['s1'], place: '19:s' });
  bench.setNow('2026-11-25T00:00:00.000Z');
  await capture({ title: '秘密になった話', messages: ['s1'], place: '19:s', more: { level: 'C3A' } });
  expect(await again(first, 'section-head@minato.example')).toEqual([]);
  expect(await again(first, 'auditor@minato.example')).toEqual([['秘密になった話', 'LATER']]);
  for (const stranger of ['finance-drafter@minato.example', 'drafter@yamato.example'])
    await expect(bench.records.capturedAgain(bench.as(stranger), first)).rejects.toMatchObject({
      code: 'records.not_found',
    });
  for (const id of ['x', '0192d5a0-0000-7000-8000-000000000001'])
    await expect(bench.records.capturedAgain(bench.as('auditor@minato.example'), id)).rejects.toMatchObject({
      code: 'records.not_found',
    });
});
