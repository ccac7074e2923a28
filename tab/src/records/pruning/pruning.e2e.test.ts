import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { PruneInput, PruneManyInput, VersionsView } from '@kaigi/core/contract';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { ME } from '../../testing/people.ts';
import { aPrunable, DRAFT_ID, someVersions } from './pruning.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

it('R-10: a record says of every version what it is; what goes is shown before it goes, by whom and why afterwards', async () => {
  const { service } = desk;
  let view = someVersions();
  const asked: PruneInput[] = [];
  service.answer(`GET /api/v1/records/${DRAFT_ID}/versions`, () => ({ body: view }));
  service.answer(`POST /api/v1/records/${DRAFT_ID}/versions/prune`, ({ body }) => {
    asked.push(body as PruneInput);
    if (asked.length === 1) {
      const sentence = '廃棄が停止されているため、作業版も整理できません。停止が終わってから行ってください。';
      return { status: 409, body: service.world.problem(409, 'records.prune_held', sentence) };
    }
    const pruned = { at: '2026-11-21T02:00:00.000Z', by: '文書 主任', reason: '決裁が済んだため', article: null };
    const items: VersionsView['items'] = view.items.map((one) =>
      one.fileVersion === 4 ? { ...one, standing: 'PRUNED', told: '整理済み（ファイルはありません）', pruned } : one,
    );
    view = { ...view, items };
    return { body: view };
  });
  const { page, complaints } = await desk.open(`#/records/${DRAFT_ID}`);
  const versions = page.getByTestId('version');
  await versions.nth(4).waitFor();
  const words = await versions.allInnerTexts();
  expect(words[0]).toMatch(/第1版[\s\S]*文書 主任が整理しました。理由：決裁後の作業版のため[\s\S]*整理済み/);
  expect(words[2]).toMatch(/第3版 後援伺い\.docx[\s\S]*起案 一郎[\s\S]*1\.1 MB[\s\S]*見られた版/);
  await page.getByText('登録された版は残ります').waitFor();
  await page.getByTestId('prune-open').getByText('作業版を整理する（2版、2.3 MB）').waitFor();
  await page.getByTestId('prune-open').click();
  await page.getByTestId('prune-sum').getByText('2版、2.3 MB を消します。').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'pruning', seriousTroubles);
  await lookOver('dialog');
  await page.getByTestId('act-submit').click();
  await page.getByText('入力してください').waitFor();
  expect(asked).toEqual([]);
  await page.getByTestId('act-reason').fill('決裁が済んだため');
  await page.getByTestId('prune-choose').first().uncheck();
  await page.getByTestId('prune-sum').getByText('1版、1.5 MB を消します。').waitFor();
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('廃棄が停止されているため').waitFor();
  const provedAnew = page.waitForResponse((response) => response.url().endsWith(`${DRAFT_ID}/proof/check`));
  await page.getByTestId('act-submit').click();
  await page.getByTestId('prune-dialog').waitFor({ state: 'detached' });
  expect(asked).toEqual([1, 2].map(() => ({ fileVersions: [4], reason: '決裁が済んだため' })));
  await versions.nth(3).getByText('理由：決裁が済んだため').waitFor();
  // What was proved of a file that is gone is proved anew.
  await provedAnew;
  await page.getByTestId('prune-open').getByText('（1版、').waitFor();
  expect(troubles).toEqual({});
  expect(complaints).toEqual([expect.stringContaining('409')]);
});

it('R-10: of many documents what goes is counted and named, goes together, and what was refused is told by name', async () => {
  const { service } = desk;
  service.world.me = { ...ME, roles: ['RECORDS_OFFICER'] };
  const other = { recordId: '0192d5a0-0000-7000-8000-000000000702', title: '研修の実施について', number: '政第13号' };
  let items = [aPrunable(), aPrunable(other)];
  const asked: PruneManyInput[] = [];
  const { sentence } = someVersions();
  service.answer('GET /api/v1/records/working-versions', () => ({ body: { items, nextCursor: null, sentence } }));
  service.answer('POST /api/v1/records/working-versions/prune', ({ body }) => {
    asked.push(body as PruneManyInput);
    items = items.slice(1);
    const left = [{ recordId: other.recordId, sentence: '廃棄が停止されているため、作業版も整理できません。' }];
    return { body: { records: 1, versions: 2, bytes: 2_400_000, left } };
  });
  const { page } = await desk.open('#/records/space');
  await page.getByTestId('show-working-versions').click();
  await page.getByTestId('prunable').nth(1).waitFor();
  await page.getByText('第2・4版を整理できます（2.3 MB）').first().waitFor();
  await page.getByTestId('prunable-sum').getByText('選んだ文書 0件').waitFor();
  expect(await page.getByTestId('prune-many').getAttribute('aria-disabled')).toBe('true');
  await page.getByTestId('prunable-all').check();
  await page.getByTestId('prunable-sum').getByText('選んだ文書 2件（4版、4.6 MB）').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'working-versions', seriousTroubles);
  await lookOver('list');
  await page.getByTestId('prune-many').click();
  await page.getByText('研修の実施について：第2・4版（2.3 MB）').waitFor();
  await page.getByTestId('act-reason').fill('年度末の整理');
  await lookOver('dialog');
  await page.getByTestId('act-submit').click();
  await page.getByTestId('prune-many-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('prune-left').getByText('研修の実施について：廃棄が停止されている').waitFor();
  await page.getByTestId('prunable').nth(1).waitFor({ state: 'detached' });
  await page.getByTestId('prunable-sum').getByText('選んだ文書 0件').waitFor();
  const both = [DRAFT_ID, other.recordId].map((recordId) => ({ recordId, fileVersions: [2, 4] }));
  expect(asked).toEqual([{ items: both, reason: '年度末の整理' }]);
  await lookOver('left');
  expect(troubles).toEqual({});
});
