import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ActInput, CaseView } from '../../approvals/contract.ts';
import { actedVersions, attachmentNames, partInCase } from '../../approvals/index.ts';
import { addDays, localDateOf } from '../../shared/index.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import {
  blobs,
  CHIEF,
  checkedOutside,
  findings,
  hall,
  hasBytes,
  OFFICER,
  sql,
  withDisposals,
} from '../disposal/disposal.fixture.ts';
import { recordFileNames } from '../disposal/index.ts';
import type { PrunableList, PrunedMany, VersionsView } from './contract.ts';
import { pruneByRule } from './jobs.ts';

withDisposals();

const IN_CHARGE = 'drafter';
let texts = 0;
const approvals = () => hall.city.suite.approvals;
const version = async (caseId: string) => (await approvals().read(hall.city.as(IN_CHARGE), caseId)).version;
const replaced = async (caseId: string, says: string) =>
  approvals().replaceDocument(hall.city.as(IN_CHARGE), {
    caseId,
    version: await version(caseId),
    file: aDocument(says),
  });
/** Whoever has it now does that. */
async function acts(caseId: string, name: string, act: object): Promise<CaseView> {
  const mine = await approvals().read(hall.city.as(name), caseId);
  return approvals().act(hall.city.as(name), caseId, { ...act, version: mine.version } as ActInput);
}
const submitted = async (caseId: string) => approvals().submit(hall.city.as(IN_CHARGE), caseId, await version(caseId));

interface Made {
  readonly caseId: string;
  readonly recordId: string;
  /** Of each version, the first first. */
  readonly sha256s: readonly string[];
}

/** A draft with five versions: the third was sent back, the fifth decided; the others nobody saw. */
async function drafted({ decide = true, same = '' } = {}): Promise<Made> {
  texts += 1;
  const says = (nth: number) => `伺い ${texts} の ${nth} 版`;
  const first = await approvals().draft(
    hall.city.as(IN_CHARGE),
    { title: `見本の伺い ${texts}`, proposalText: '次のとおり伺います。', classificationCode: 'A-04-02' },
    aDocument(same || says(1)),
  );
  const { id: caseId } = first;
  const views = [first];
  for (const nth of [2, 3]) views.push(await replaced(caseId, says(nth)));
  await submitted(caseId);
  await acts(caseId, 'subsection-head', { act: 'sendBack', reason: '金額を確かめてください' });
  for (const nth of [4, 5]) views.push(await replaced(caseId, says(nth)));
  if (decide) {
    await submitted(caseId);
    await acts(caseId, 'subsection-head', { act: 'approve' });
    expect((await acts(caseId, 'section-head', { act: 'approve' })).status).toBe('DECIDED');
    await hall.run('');
  }
  return { caseId, recordId: first.document.recordId, sha256s: views.map((view) => view.document.file.sha256) };
}

const read = (name: string, id: string) =>
  hall.call<VersionsView>(name, 'GET /records/{id}/versions', { params: { id } });
const prune = (name: string, id: string, fileVersions: readonly number[], reason = '作業中の版のため') =>
  hall.call<VersionsView>(name, 'POST /records/{id}/versions/prune', {
    params: { id },
    body: { fileVersions, reason },
  });
const standings = ({ items }: VersionsView) => items.map(({ standing }) => standing);
const there = (sha256s: readonly string[]) => Promise.all(sha256s.map(hasBytes));
const LONG_AGO = new Date('2020-04-01T00:00:00Z');
const daysLater = (days: number) => hall.clock.set(`${addDays(localDateOf(hall.clock.now()), days)}T10:00:00+09:00`);
/** The next day: what was put within the hour was left for later. */
async function settle(): Promise<void> {
  // A removal under way has its file under another name for a moment.
  await hall.run('');
  const folder = path.join(hall.city.home, 'blobs');
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const one of all) if (one.isFile()) await utimes(path.join(one.parentPath, one.name), LONG_AGO, LONG_AGO);
  daysLater(1);
  await hall.run('records/look-at-pruned-files');
}

describe('R-10: working versions after the decision', () => {
  it('are let go of by the records officer with a reason; what was acted on and filed stays, and verify tells nothing', async () => {
    const made = await drafted();
    const before = await read(OFFICER, made.recordId);
    expect([standings(before), before.mayPrune]).toEqual([['WORKING', 'WORKING', 'DECIDED', 'WORKING', 'FILED'], true]);
    expect((await read('drafter', made.recordId)).mayPrune).toBe(false);
    for (const name of ['drafter', 'section-head', CHIEF])
      expect(await hall.refused(prune(name, made.recordId, [1]))).toBe('records.prune_not_yours');
    for (const kept of [3, 5])
      expect(await hall.refused(prune(OFFICER, made.recordId, [1, kept]))).toBe('records.prune_decided');
    expect(await hall.refused(prune(OFFICER, made.recordId, [9]))).toBe('records.prune_no_version');
    expect(await hall.refused(prune('drafter@yamato', made.recordId, [1]))).toBe('records.not_found');

    await sql(
      `insert into kaigi.records_rendition (municipality_id, record_id, file_version, state, source_sha256, sha256, size, pdfa, at)
       select municipality_id, record_id, file_version, 'MADE', sha256, sha256, 1, '2b', now()
       from kaigi.records_file_version where record_id = $1 and file_version in (1, 5)`,
      [made.recordId],
    );
    const after = await prune(OFFICER, made.recordId, [1, 2, 4]);
    expect([standings(after), after.mayPrune]).toEqual([['PRUNED', 'PRUNED', 'DECIDED', 'PRUNED', 'FILED'], false]);
    expect(after.items[0]?.pruned).toMatchObject({ by: '見本 colleague', reason: '作業中の版のため', article: null });
    // Pressed twice.
    expect(standings(await prune(OFFICER, made.recordId, [1]))).toEqual(standings(after));
    await settle();
    // The PDF/A of a version goes with it; here it would have kept the very bytes.
    expect(await there(made.sha256s)).toEqual([false, false, true, false, true]);
    expect(await findings()).toEqual([]);
    const history = await hall.call<{ history: { act: string; sentence: string }[] }>(
      'drafter',
      'GET /records/{id}/keeping',
      { params: { id: made.recordId } },
    );
    const lines = history.history.filter(({ act }) => act === 'VERSIONS_PRUNED');
    expect(lines).toEqual([expect.objectContaining({ sentence: expect.stringContaining('第1・2・4版') })]);
    await hall.call('drafter', 'GET /records/{id}/content', { params: { id: made.recordId } });
  });

  it('stay where bytes are counted on by anybody else, and where the draft is not decided, or held', async () => {
    const words = `同じ文 ${texts}`;
    const other = await hall.city.suite.records.file(
      hall.city.as('drafter'),
      { kind: 'REFERENCE', title: '同じ内容の参考', classificationCode: 'A-04-02' },
      aDocument(words),
    );
    const made = await drafted({ same: words });
    expect(made.sha256s[0]).toBe(other.file.sha256);
    const open = await drafted({ decide: false });
    expect(await hall.refused(prune(OFFICER, open.recordId, [1]))).toMatch(
      /^records\.(?:prune_not_decided|not_found)$/,
    );
    await sql('update kaigi.records_keeping set is_held = true where record_id = $1', [made.recordId]);
    expect(await hall.refused(prune(OFFICER, made.recordId, [1]))).toBe('records.prune_held');
    await sql('update kaigi.records_keeping set is_held = false where record_id = $1', [made.recordId]);
    await prune(OFFICER, made.recordId, [1, 2]);
    await settle();
    expect(await there(made.sha256s)).toEqual([true, false, true, true, true]);
    const outcomes = await sql('select outcome from kaigi.records_pruning where record_id = $1 order by file_version', [
      made.recordId,
    ]);
    expect(outcomes).toEqual([{ outcome: 'KEPT' }, { outcome: 'GONE' }]);
    expect(await findings()).toEqual([]);
  });

  it('of many documents are listed with what would go, and go together; what is held meanwhile is told and stays', async () => {
    // In the order of the list: filed in the same moment, either may come first.
    const [one, two] = [await drafted(), await drafted()].sort((a, b) => (a.recordId < b.recordId ? -1 : 1)) as [
      Made,
      Made,
    ];
    const list = async (name: string) => hall.call<PrunableList>(name, 'GET /records/working-versions');
    const ofThem = async () =>
      (await list(OFFICER)).items.filter(({ recordId }) => recordId === one.recordId || recordId === two.recordId);
    const listed = await ofThem();
    const asked = listed.map(({ recordId, versions }) => ({
      recordId,
      fileVersions: versions.map(({ fileVersion }) => fileVersion),
    }));
    expect(asked).toEqual([one, two].map(({ recordId }) => ({ recordId, fileVersions: [1, 2, 4] })));
    const { items } = await read(OFFICER, one.recordId);
    const working = items.filter(({ standing }) => standing === 'WORKING');
    const bytes = working.reduce((sum, { size }) => sum + size, 0);
    expect(listed[0]).toMatchObject({ bytes, unitName: '政策課', number: expect.stringMatching(/^政第\d+号$/u) });
    // Whoever prunes nowhere has no list; 総括文書管理者 has that of what was handed over.
    for (const name of ['drafter', 'section-head', 'auditor', 'drafter@yamato'])
      expect(await hall.refused(list(name))).toBe('records.prune_not_yours');
    expect(await list(CHIEF)).toMatchObject({ items: [], nextCursor: null });

    const prune = (name: string, wanted: typeof asked) =>
      hall.call<PrunedMany>(name, 'POST /records/working-versions/prune', {
        body: { items: wanted, reason: '年度末の整理' },
      });
    await sql('update kaigi.records_keeping set is_held = true where record_id = $1', [two.recordId]);
    expect(await ofThem()).toHaveLength(1);
    expect(await prune('section-head', asked)).toMatchObject({ records: 0, versions: 0, left: [{}, {}] });
    expect(await prune(OFFICER, asked)).toEqual({
      ...{ records: 1, versions: 3, bytes },
      left: [{ recordId: two.recordId, sentence: expect.stringContaining('廃棄が停止されている') }],
    });
    await sql('update kaigi.records_keeping set is_held = false where record_id = $1', [two.recordId]);
    // Pressed twice: what went does not go again.
    expect(await prune(OFFICER, asked)).toMatchObject({ records: 1, versions: 3, left: [] });
    expect(await ofThem()).toEqual([]);
    await settle();
    expect(await there([...one.sha256s, ...two.sha256s])).toEqual(
      [one, two].flatMap(() => [false, false, true, false, true]),
    );
    expect(await findings()).toEqual([]);
  });

  it('go by themselves after as many days as the regulations say, once, a killed night goes on', async () => {
    const made = await drafted();
    const { db } = hall.city.test;
    const { directory, regulations } = hall.city.suite;
    let dies = false;
    let looks = 0;
    const parts = {
      ...{ db, clock: hall.clock, directory, partInCase, blobs: blobs(), participates: async () => false },
      actedVersions: async (...given: Parameters<typeof actedVersions>) => {
        // Under the lock, before its rows are written.
        if (given[1] === made.caseId) looks += 1;
        if (dies && looks === 2) throw new Error('killed');
        return actedVersions(...given);
      },
      names: () => [recordFileNames, attachmentNames],
      enqueue: hall.city.suite.enqueue,
      regulations: {
        ready: regulations.ready,
        workingVersionsOn: () => ({ days: 90, article: '文書規程第9条', regulationVersion: 'x/2026-04-01' }),
      },
    };
    daysLater(90);
    expect(await pruneByRule(parts, MINATO)).toBe(1);
    daysLater(1);
    dies = true;
    await expect(pruneByRule(parts, MINATO)).rejects.toThrow('killed');
    dies = false;
    expect(await pruneByRule(parts, MINATO)).toBe(3);
    expect(await pruneByRule(parts, MINATO)).toBe(0);
    await settle();
    const view = await read(OFFICER, made.recordId);
    expect(standings(view)).toEqual(['PRUNED', 'PRUNED', 'DECIDED', 'PRUNED', 'FILED']);
    expect(view.items[0]?.pruned).toMatchObject({ by: '規程による自動処理', article: '文書規程第9条' });
    expect(await there(made.sha256s)).toEqual([false, false, true, false, true]);
    expect(await findings()).toEqual([]);
    // The packs of the product say nothing of it: there only a person lets them go.
    expect(regulations.workingVersionsOn({ municipalityId: MINATO, day: localDateOf(hall.clock.now()) })).toBeNull();
  });

  it('are the only ones: the database refuses the rest, and verify tells of what was forged past it', async () => {
    const made = await drafted();
    const insert = (fileVersion: number) =>
      `insert into kaigi.records_pruning (municipality_id, record_id, file_version, sha256, size, reason, pruned_by, via,
         pruned_at, leaf_id)
       select municipality_id, record_id, file_version, sha256, size, 'x', added_by, 'api', now(), gen_random_uuid()
       from kaigi.records_file_version where record_id = '${made.recordId}' and file_version = ${fileVersion}`;
    await expect(sql(insert(5))).rejects.toThrow('no working version');
    await expect(sql('delete from kaigi.records_pruning')).rejects.toThrow('never forgotten');
    await expect(sql("update kaigi.records_pruning set reason = 'y'")).rejects.toThrow('cannot be altered');
    await sql(insert(3));
    const told = await findings();
    expect(told).toContain(`approvals.acted_version_pruned ${made.caseId}`);
    expect(told.some((one) => one.startsWith('ledger.row_unrecorded') && one.includes(`${made.recordId}/3`))).toBe(
      true,
    );
    await sql(`begin; set local session_replication_role = replica;
      delete from kaigi.records_pruning where record_id = '${made.recordId}'; commit`);
    expect(await findings()).toEqual([]);
  });

  it('R-19: whoever checks an export without the database excuses exactly these', async () => {
    await hall.run('');
    const { gone, whole, there, lacking } = await checkedOutside();
    expect(gone).toBeGreaterThan(0);
    expect(whole).toEqual([]);
    expect(lacking).toEqual([{ code: 'file_missing', what: there }]);
  });
});
