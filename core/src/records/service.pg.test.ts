import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from './docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from './records.fixture.ts';

// Loaded machines take their time; nothing here waits for a clock.
let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const drafter = (key?: string) => bench.as('drafter@minato.example', key);
const receipt = {
  kind: 'RECEIPT',
  title: '県からの照会',
  classificationCode: 'A-04-01',
  counterparty: '県企画課',
} as const;
const upload = (text = '照会') => ({ fileName: '照会.docx', bytes: docx([text]) });
const blobCount = async () =>
  (await readdir(bench.blobFolder, { recursive: true })).filter((name) => name.length > 60).length;

describe('filing a document', () => {
  it('gives a received document its number at once and freezes it', async () => {
    const view = await bench.records.file(drafter(), receipt, upload());
    expect(view).toMatchObject({
      kind: 'RECEIPT',
      state: 'FROZEN',
      title: '県からの照会',
      fileVersion: 1,
      classification: { code: 'A-04-01', name: '軽易な照会・回答' },
      retentionYears: 1,
      documentNumber: { label: '政収第1号', fiscalYear: 2026 },
      caseId: null,
      registeredBy: { name: 'drafter さん', postTitle: '主事', unitName: '政策係' },
    });
    const page = await bench.records.register(drafter(), {});
    expect(page).toMatchObject({ fiscalYear: 2026, fiscalYearLabel: '令和8年度', nextCursor: null });
    expect(page.items[0]).toMatchObject({
      direction: 'RECEIVED',
      counterparty: '県企画課',
      unitName: '政策課',
      registeredBy: 'drafter さん',
      recordId: view.id,
      state: 'TAKEN',
    });
  });

  it('leaves 参考 open and freezes 完成図書, both without a number', async () => {
    const { counterparty: _, ...plain } = receipt;
    const reference = await bench.records.file(drafter(), { ...plain, kind: 'REFERENCE' }, upload());
    const final = await bench.records.file(drafter(), { ...plain, kind: 'FINAL_DOCUMENT' }, upload());
    expect([reference.state, reference.documentNumber]).toEqual(['OPEN', null]);
    expect([final.state, final.documentNumber]).toEqual(['FROZEN', null]);
  });

  it('happens once for one key, however often and however quickly it is asked', async () => {
    const before = (await bench.records.register(drafter(), {})).items.length;
    const twice = await Promise.all([1, 2, 3].map(() => bench.records.file(drafter('k1'), receipt, upload())));
    expect(new Set(twice.map((view) => view.id)).size).toBe(1);
    expect((await bench.records.register(drafter(), {})).items).toHaveLength(before + 1);
  });

  it('refuses a key that came with another document before', async () => {
    await expect(bench.records.file(drafter('k1'), receipt, upload('別の照会'))).rejects.toMatchObject({
      code: 'platform.idempotency_key_reused',
    });
  });
});

describe('filing what may not be filed', () => {
  it.each([
    ['records.not_a_docx', { fileName: 'a.docx', bytes: Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1') }],
    ['records.damaged', { fileName: 'a.docx', bytes: Buffer.from('%PDF-1.7') }],
    ['records.empty_file', { fileName: 'a.docx', bytes: Buffer.alloc(0) }],
    ['records.too_large', { fileName: 'a.docx', bytes: Buffer.alloc(50 * 1024 * 1024 + 1, 1) }],
    ['records.macros', { fileName: 'a.docm', bytes: docx() }],
    ['records.file_missing', null],
  ])('refuses with %s and stores nothing', async (code, file) => {
    const before = await blobCount();
    await expect(bench.records.file(drafter(), receipt, file)).rejects.toMatchObject({ kind: 'bad-input', code });
    expect(await blobCount()).toBe(before);
  });

  it('refuses a classification that the regulations do not have, and a counterparty of what was not received', async () => {
    const unknown = { ...receipt, classificationCode: 'X-99' };
    await expect(bench.records.file(drafter(), unknown, upload())).rejects.toMatchObject({
      code: 'regulations.unknown_classification',
    });
    await expect(bench.records.file(drafter(), { ...receipt, kind: 'REFERENCE' }, upload())).rejects.toMatchObject({
      code: 'records.counterparty_not_a_receipt',
    });
  });

  it('refuses somebody without a unit, and stores nothing of somebody unknown', async () => {
    const newcomer = bench.as('newcomer@minato.example');
    await expect(bench.records.file(newcomer, receipt, upload())).rejects.toMatchObject({ code: 'records.no_unit' });
    const before = await blobCount();
    const stranger = bench.as('stranger@minato.example');
    await expect(bench.records.file(stranger, receipt, upload('だれか'))).rejects.toMatchObject({
      code: 'directory.unknown_person',
    });
    expect(await blobCount()).toBe(before);
  });

  it('that fails after the bytes were stored leaves bytes that do no harm, and the next try files them', async () => {
    const bytes = docx(['二度目で登録']);
    const file = await bench.records.prepareFile({ fileName: 'a.docx', bytes });
    const failing = bench.inside(MINATO, async (tx) => {
      const actor = await bench.directory.actorOf(tx, drafter());
      await bench.records.fileForCase(tx, actor, {
        title: '題',
        classificationCode: 'B-01-02',
        file,
        caseId: actor.staffId,
      });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect((await bench.blobs.get(file.sha256))?.equals(bytes)).toBe(true);
    const view = await bench.records.file(drafter(), receipt, { fileName: 'a.docx', bytes });
    expect(view.file.sha256).toBe(file.sha256);
  });
});

describe('reading a document', () => {
  it.each([
    ['the section’s own 係', 'drafter', true],
    ['its 課長', 'section-head', true],
    ['the 部長 above', 'department-head', true],
    ['the mayor', 'mayor', true],
    ['another section', 'finance-drafter', false],
    ['総括文書管理者', 'chief', true],
    ['監査', 'auditor', true],
    ['somebody without a post', 'newcomer', false],
  ])('once it is decided is for %s (%s): %s', async (_, name, allowed) => {
    const { recordId } = await bench.draft();
    await bench.decide(recordId);
    const reading = bench.records.content(bench.as(`${name}@minato.example`), recordId);
    if (allowed) expect((await reading).fileName).toBe('地域計画の策定について.docx');
    else await expect(reading).rejects.toMatchObject({ kind: 'not-found', code: 'records.not_found' });
  });

  it('before the decision is for those who take part in the case', async () => {
    const { recordId, caseId } = await bench.draft();
    const caller = bench.as('finance-drafter@minato.example');
    await expect(bench.records.read(caller, recordId)).rejects.toMatchObject({ code: 'records.not_found' });
    const { staffId } = await bench.inside(MINATO, (tx) => bench.directory.actorOf(tx, caller));
    bench.participants.add(`${caseId}/${staffId}`);
    expect(await bench.records.read(caller, recordId)).toMatchObject({ id: recordId, state: 'OPEN' });
  });

  it('A-26: of a confidential case stays with those who take part in it, and so does its title', async () => {
    const { recordId, caseId } = await bench.draft('極秘の調査について', { level: 'C3B', onlyParticipants: true });
    await bench.decide(recordId);
    bench.confidential.add(caseId);
    const caller = drafter();
    const titled = async () =>
      (await bench.records.register(caller, {})).items.filter((row) => row.recordId === recordId).map((r) => r.title);
    await expect(bench.records.content(caller, recordId)).rejects.toMatchObject({ code: 'records.not_found' });
    expect(await titled()).toEqual(['（件名は、この文書を見られる人にだけ表示します）']);
    const { staffId } = await bench.inside(MINATO, (tx) => bench.directory.actorOf(tx, caller));
    bench.participants.add(`${caseId}/${staffId}`);
    expect((await bench.records.content(caller, recordId)).fileName).toBe('極秘の調査について.docx');
    expect(await titled()).toEqual(['極秘の調査について']);
  });

  it('gives back the very bytes', async () => {
    const bytes = docx(['そのまま']);
    const view = await bench.records.file(drafter(), receipt, { fileName: 'x/..\\そのまま.docx', bytes });
    const download = await bench.records.content(drafter(), view.id);
    expect(download.fileName).toBe('そのまま.docx');
    expect(Buffer.from(download.bytes).equals(bytes)).toBe(true);
  });

  it('refuses to hand out bytes that were altered or are gone, and reports it', async () => {
    const { id, file } = await bench.records.file(drafter(), receipt, upload('改ざん前'));
    const stored = path.join(bench.blobFolder, file.sha256.slice(0, 2), file.sha256);
    await writeFile(stored, docx(['改ざん後']));
    await expect(bench.records.content(drafter(), id)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'records.content_altered',
    });
    const about = { recordId: id, fileVersion: 1, sha256: file.sha256 };
    expect(bench.failures.at(-1)).toEqual({ what: 'records/file', about });
  });

  it('finds nothing under what is no id', async () => {
    await expect(bench.records.read(drafter(), "'; drop table")).rejects.toMatchObject({ code: 'records.not_found' });
  });
});

describe('the register', () => {
  it('shows a section its own rows, and all of them to 総括文書管理者 and 監査', async () => {
    const finance = bench.as('finance-drafter@minato.example');
    await bench.records.file(finance, { ...receipt, title: '財政課あて' }, upload());
    const titles = async (name: string) =>
      (await bench.records.register(bench.as(`${name}@minato.example`), {})).items.map((row) => row.number.symbol);
    expect(new Set(await titles('finance-drafter'))).toEqual(new Set(['財収']));
    expect(new Set(await titles('department-head'))).toEqual(new Set(['政', '政収']));
    expect(new Set(await titles('auditor'))).toEqual(new Set(['政', '政収', '財収']));
    expect(new Set(await titles('chief'))).toEqual(new Set(['政', '政収', '財収']));
    expect(await titles('newcomer')).toEqual([]);
  });

  it('goes page by page, newest first, and shows each row once', async () => {
    bench.setNow('2031-05-01T00:00:00Z');
    const drafts = await Promise.all(Array.from({ length: 60 }, () => bench.draft()));
    for (const { recordId } of drafts) await bench.decide(recordId);
    const first = await bench.records.register(drafter(), { fiscalYear: 2031 });
    const second = await bench.records.register(drafter(), { fiscalYear: 2031, cursor: first.nextCursor ?? '' });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 10, null]);
    expect(new Set([...first.items, ...second.items].map((row) => row.number.number)).size).toBe(60);
    bench.setNow('2026-11-21T00:00:00Z');
  });

  it('refuses a position that it did not give', async () => {
    await expect(bench.records.register(drafter(), { cursor: 'x' })).rejects.toMatchObject({
      code: 'records.bad_cursor',
    });
  });
});
