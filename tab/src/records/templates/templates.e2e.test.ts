import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { TemplateInFull } from '@kaigi/core/contract';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ID = '0192d5a0-0000-7000-8000-000000000001';
const edition = (count: number, note: string) => ({
  edition: count,
  file: { sha256: 'a'.repeat(64), fileName: '研修実施伺い.docx', mediaType: 'x', size: 1 },
  note,
  addedAt: '2026-11-21T03:00:00.000Z',
  addedBy: { staffId: 's', name: '文書 主任', postTitle: '主事', unitName: '政策課' },
});
const first: TemplateInFull = {
  ...{ id: ID, version: 1, title: '研修実施伺い', purpose: '課内研修を行うとき', kind: null, classification: null },
  ...{ ownerUnitName: '政策課', state: 'OFFERED', may: { change: true } },
  ...{ current: edition(1, '初版'), editions: [edition(1, '初版')] },
};
const DOCX = { name: '研修実施伺い.docx', mimeType: 'application/zip', buffer: Buffer.from('PK') };

it('R-29: a 文書主任 adds a 様式 and a new edition of it; both stay to be downloaded', async () => {
  let shown: TemplateInFull | null = null;
  desk.service.answer('GET /api/v1/templates', () => ({
    body: { items: shown ? [shown] : [], may: { add: true } },
  }));
  desk.service.answer(`GET /api/v1/templates/${ID}`, () => ({ body: shown }));
  desk.service.answer('POST /api/v1/templates', () => {
    shown = first;
    return { status: 201, body: shown };
  });
  desk.service.answer(`POST /api/v1/templates/${ID}/editions`, () => {
    const now = edition(2, '伺い文を改めた');
    shown = { ...first, version: 2, current: now, editions: [now, edition(1, '初版')] };
    return { status: 201, body: shown };
  });
  const { page, complaints } = await desk.open('#/records/templates');
  await page.getByText('様式はまだありません').waitFor();
  await page.getByTestId('template-add').click();
  await page.getByTestId('template-title').fill('研修実施伺い');
  await page.getByTestId('template-file-input').setInputFiles(DOCX);
  await shoot(page, 'template-form');
  await page.getByTestId('template-save').click();
  await page.getByRole('link', { name: '研修実施伺い' }).click();
  await page.getByTestId('template-renew').click();
  await page.getByTestId('template-note').fill('伺い文を改めた');
  await page.getByTestId('template-file-input').setInputFiles(DOCX);
  await page.getByTestId('template-save').click();
  await page.getByTestId('template-download-2').waitFor();
  await page.getByTestId('template-download-1').waitFor();
  const toast = page.getByTestId('toast').getByText('第2版を登録しました');
  await toast.waitFor();
  // While it comes and goes its letters are pale.
  await toast.waitFor({ state: 'detached' });
  await atRest(page);
  await shoot(page, 'template');
  expect(await seriousTroubles(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
});
