import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, recordsBench } from '../records.fixture.ts';
import { createIssues } from './service.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const as = (name: string) => bench.as(`${name}@minato.example`);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const issues = () => bench.records.book.issues;
const postage = () => bench.records.book.postage;

async function decided() {
  const { recordId } = await bench.draft();
  await bench.decide(recordId);
  const { items } = await bench.records.register(as('drafter'), {});
  return items.find((row) => row.recordId === recordId)?.id ?? '';
}
const wish = (registerId: string, more: object = {}) =>
  ({ registerId, sender: 'みなと市長', addressee: 'みなと県知事', seal: 'SEAL', method: 'POST', ...more }) as const;

const month = (who: string) => postage().month(as(who), '2027-02');

describe('R-24: 施行', () => {
  it('waits for the seal, which another person puts on, and is sent on its own day with postage', async () => {
    const id = await decided();
    const issue = await issues().prepare(as('drafter'), wish(id));
    expect(issue).toMatchObject({ state: 'PREPARED', may: { seal: false, send: false } });
    expect(await code(issues().send(as('drafter'), issue.id, { version: 1, sentOn: '2026-11-24' }))).toBe(
      'records.not_sealed',
    );
    expect(await code(issues().seal(as('drafter'), issue.id, 1))).toBe('records.not_the_seal_keeper');
    expect((await issues().list(as('chief'), null)).items.map((one) => one.id)).toContain(issue.id);
    const sealed = await issues().seal(as('chief'), issue.id, 1);
    expect(sealed).toMatchObject({ state: 'SEALED', sealedBy: { name: 'chief さん' } });
    expect(await code(issues().send(as('drafter'), issue.id, { version: 2, sentOn: '2026-11-20' }))).toBe(
      'records.day_before_number',
    );
    const wanted = { chargeId: 'standard50', extras: ['simple-registered'], pieces: 3 };
    const sent = await issues().send(as('drafter'), issue.id, { version: 2, sentOn: '2026-11-24', postage: wanted });
    expect(sent).toMatchObject({ state: 'SENT', sentOn: '2026-11-24' });
    const { row, history } = await bench.records.book.lists.number(as('drafter'), id);
    expect([row.number.date, row.issuedOn]).toEqual(['2026-11-21', '2026-11-24']);
    expect(history.map(({ act }) => act)).toEqual(['CHANGED']);
    const month = await postage().month(as('drafter'), '2026-11');
    expect(month.items[0]).toMatchObject({ unitYen: 460, pieces: 3, totalYen: 1380, addressee: 'みなと県知事' });
    expect(await code(issues().withdraw(as('drafter'), issue.id, { version: 3, reason: 'x' }))).toBe(
      'records.issue_over',
    );
  });

  it('is not sealed by whoever prepared it, though they keep the seal', async () => {
    const id = await decided();
    const issue = await issues().prepare(as('chief'), wish(id));
    expect(issue.may.seal).toBe(false);
    expect(await code(issues().seal(as('chief'), issue.id, 1))).toBe('records.seal_by_another');
    const { items } = await issues().list(as('chief'), id);
    expect(items[0]).toMatchObject({ state: 'PREPARED', may: { seal: false } });
  });

  it('R-20: of a document that somebody may not see tells them neither what it is about nor whom it goes to', async () => {
    const { recordId } = await bench.draft();
    await bench.decide(recordId);
    const { items } = await bench.records.register(as('drafter'), {});
    const registerId = items.find((row) => row.recordId === recordId)?.id ?? '';
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    const made = await issues().prepare(as('section-head'), wish(registerId, { addressee: '鷲見龍之介 様' }));
    expect(made.addressee).toBe('鷲見龍之介 様');
    const seen = (await issues().list(as('drafter'), registerId)).items.find(({ id }) => id === made.id);
    expect(seen).toBeDefined();
    expect(JSON.stringify(seen)).not.toMatch(/鷲見|地域計画/);
  });

  it('R-20: neither does its postage, in the ledger or the file; the ledger adds up for everybody all the same', async () => {
    const { recordId } = await bench.draft();
    await bench.decide(recordId);
    const { items } = await bench.records.register(as('drafter'), {});
    const registerId = items.find((row) => row.recordId === recordId)?.id ?? '';
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    const secret = { addressee: '鷲見龍之介 様', seal: 'OMITTED' } as const;
    const { id } = await issues().prepare(as('section-head'), wish(registerId, secret));
    const wanted = { chargeId: 'card', extras: [], pieces: 7 };
    await issues().send(as('section-head'), id, { version: 1, sentOn: '2027-02-01', postage: wanted });
    const [theirs, ours] = [await month('section-head'), await month('drafter')];
    expect(theirs.items[0]?.addressee).toBe('鷲見龍之介 様');
    expect(ours.items[0]).toMatchObject({ pieces: 7, totalYen: 595, addressee: expect.stringContaining('機密性') });
    expect({ ...ours, items: [] }).toEqual({ ...theirs, items: [] });
    const entry = theirs.items[0]?.id ?? '';
    await postage().makeVoid(as('section-head'), entry, { version: 1, reason: '鷲見様へは手渡し' });
    const { bytes } = await postage().csv(as('drafter'), '2027-02', 'utf-8');
    for (const seen of [JSON.stringify(await month('drafter')), new TextDecoder().decode(bytes)]) {
      expect(seen).toContain('はがき');
      expect(seen).not.toContain('鷲見');
    }
  });

  it('without a seal goes at once; only what goes by post has postage; a withdrawn one stays', async () => {
    const id = await decided();
    const mail = await issues().prepare(as('drafter'), wish(id, { seal: 'OMITTED', method: 'MAIL' }));
    const wanted = { chargeId: 'card', extras: [], pieces: 1 };
    expect(
      await code(issues().send(as('drafter'), mail.id, { version: 1, sentOn: '2026-11-24', postage: wanted })),
    ).toBe('records.postage_not_post');
    expect(await code(issues().send(as('drafter'), mail.id, { version: 1, sentOn: '2026-11-24' }))).toBe('done');
    const other = await issues().prepare(as('drafter'), wish(id));
    await issues().withdraw(as('drafter'), other.id, { version: 1, reason: '宛先の誤り' });
    const { items } = await issues().list(as('drafter'), id);
    expect(items.map(({ state }) => state).sort()).toEqual(['SENT', 'WITHDRAWN']);
    expect(await code(issues().list(as('finance-drafter'), id))).toBe('records.number_not_found');
    const taken = await bench.records.book.numbers.take(as('drafter'), {
      series: 'RECEIVED',
      title: '収受',
      reserve: false,
    });
    expect(await code(issues().prepare(as('drafter'), wish(taken.row.id)))).toBe('records.not_decided');
  });
});

describe('R-25: an electronic signature', () => {
  it('is noted as somebody found it, or as a plug-in says, and warns before it can no longer be checked', async () => {
    const id = await decided();
    const issue = await issues().prepare(as('drafter'), wish(id, { seal: 'SIGNATURE', method: 'LGWAN' }));
    expect(await code(issues().sign(as('drafter'), issue.id, { version: 1 }))).toBe('records.no_signature_checker');
    const found = { status: 'VALID', by: 'みなと市長（LGPKI）', until: '2027-03-31' } as const;
    const signed = await issues().sign(as('drafter'), issue.id, { version: 1, found });
    expect(signed.signature).toEqual({ ...found, expires: true, source: 'BY_HAND' });
    expect((await issues().list(as('drafter'), null)).expiring.map((one) => one.id)).toEqual([issue.id]);
    const seen: number[] = [];
    const plugged = createIssues(partsOf(), async (bytes) => {
      seen.push(bytes.length);
      return { status: 'INVALID', by: '検証器', until: null };
    });
    const checked = await plugged.sign(as('drafter'), issue.id, { version: 2 });
    expect([checked.signature?.status, checked.signature?.source, (seen[0] ?? 0) > 0]).toEqual([
      'INVALID',
      'PLUGIN',
      true,
    ]);
  });

  it('is asked for with nothing locked; what was changed meanwhile is kept, and the answer refused', async () => {
    const registerId = await decided();
    const { id } = await issues().prepare(as('drafter'), wish(registerId, { seal: 'SIGNATURE', method: 'LGWAN' }));
    const found = { status: 'UNKNOWN', by: '手で見た人' } as const;
    const plugged = createIssues(partsOf(), async () => {
      const lock = (table: string, row: string) =>
        bench.test.owner.query(`select 1 from kaigi.${table} where id = $1 for update nowait`, [row]);
      await lock('records_register', registerId);
      await lock('records_issue', id);
      await issues().sign(as('drafter'), id, { version: 1, found });
      return { status: 'VALID', by: '検証器', until: null };
    });
    expect(await code(plugged.sign(as('drafter'), id, { version: 1 }))).toBe('records.stale');
    const [issue] = (await issues().list(as('drafter'), registerId)).items;
    expect(issue).toMatchObject({ version: 2, signature: { status: 'UNKNOWN', by: '手で見た人', source: 'BY_HAND' } });
    expect(await code(plugged.sign(as('finance-drafter'), id, { version: 2 }))).toBe('records.number_not_found');
  });
});

describe('R-24: 郵便発送簿', () => {
  const enter = (more: object = {}) =>
    postage().enter(as('drafter'), {
      sentOn: '2026-10-05',
      addressee: '市民',
      chargeId: 'large100',
      extras: ['express250'],
      pieces: 12,
      ...more,
    });

  it('adds up by itself, by kind and by section, by the charges of the day on which it was sent', async () => {
    await enter();
    const month = await enter({ chargeId: 'card', extras: [], pieces: 1000 });
    expect([month.totalYen, month.pieces]).toEqual([12 * (180 + 300) + 85_000, 1012]);
    expect(month.byCharge.map(({ totalYen }) => totalYen)).toEqual([85_000, 5760]);
    expect(month.byUnit).toEqual([{ name: '政策課', pieces: 1012, totalYen: 90_760 }]);
    const old = await enter({ sentOn: '2024-09-30', chargeId: 'standard25', extras: [], pieces: 1 });
    expect(old.items[0]).toMatchObject({ unitYen: 84 });
    expect(await code(enter({ chargeId: 'standard25' }))).toBe('records.unknown_charge');
    expect(await code(enter({ extras: ['card'] }))).toBe('records.unknown_charge');
    expect(await code(enter({ sentOn: '2019-01-01' }))).toBe('records.no_postage_table');
  });

  it('keeps a wrong entry in sight, counts it no more, and lets nobody alter it', async () => {
    const { items, totalYen } = await postage().month(as('drafter'), '2026-10');
    const wrong = items.find(({ pieces }) => pieces === 12);
    const makeVoid = (who: string, version = 1) =>
      postage().makeVoid(as(who), wrong?.id ?? '', { version, reason: '通数の誤り' });
    expect(await code(makeVoid('finance-drafter'))).toBe('records.postage_not_found');
    expect(await code(makeVoid('drafter', 3))).toBe('records.stale');
    const after = await makeVoid('drafter');
    expect([after.items.length, totalYen - after.totalYen]).toEqual([items.length, 5760]);
    expect(await code(makeVoid('drafter', 2))).toBe('records.postage_void');
    await expect(
      bench.test.owner.query(
        "update kaigi.records_postage set pieces = 1, void_reason = 'x' where void_reason is null",
      ),
    ).rejects.toMatchObject({ code: '23001' });
    const { bytes } = await postage().csv(as('drafter'), '2026-10', 'utf-8');
    expect(new TextDecoder().decode(bytes)).toContain('"合計",');
    expect((await postage().month(as('finance-drafter'), '2026-10')).items).toEqual([]);
  });
});

function partsOf() {
  const { test, directory, blobs } = bench;
  return {
    ...{ db: test.db, directory, blobs, clock: { now: () => new Date('2026-11-21T00:00:00Z') } },
    regulations: bench.regulations,
    ...{ participates: async () => false, confidentialAmong: async () => new Set<string>(), partInCase: () => 'false' },
    opensCase: () => 'false',
  };
}
