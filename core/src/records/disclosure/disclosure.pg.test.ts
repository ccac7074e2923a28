import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloned } from '../cut.fixture.ts';
import { docx } from '../docx.fixture.ts';
import { holdsOn } from '../keeping/hold-store.ts';
import { keepingOf } from '../keeping/store.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import { refusal, requestDesk, type Wish } from './disclosure.fixture.ts';
import { redactionNames } from './store.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const { drafter, head, requests, act, received, request, decisionNumber: decided } = requestDesk(() => bench);
const finance = () => bench.as('finance-drafter@minato.example');

async function file(paragraphs: readonly string[], who = drafter()) {
  const uploaded = { fileName: '契約書.docx', bytes: docx([...paragraphs]) };
  const metadata = { kind: 'REFERENCE', title: '委託契約書', classificationCode: 'A-04-03' } as const;
  return (await bench.records.file(who, metadata, uploaded)).id;
}

/** A request with one document of these words, and the text of it that may be hidden. */
async function collected(paragraphs: readonly string[]) {
  const { id } = await request();
  const recordId = await file(paragraphs);
  const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
  const of = { requestId: id, itemId: items[0]?.id ?? '' };
  return { id, recordId, of, ...(await requests().redactions.text(drafter(), of)) };
}

const kept = (id: string) => bench.inside(MINATO, (tx) => keepingOf(tx, id));
const holds = (recordId: string) => bench.inside(MINATO, (tx) => holdsOn(tx, { recordId, folderId: null }));

/** All that a file says in any way: its bytes, and its streams unpacked. */
function everything(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const streams = [...raw.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });
  return [raw.toString('latin1'), ...streams].join('\n');
}
/** As PDF writes words: UTF-16 with a mark, as hexadecimal, as UTF-8. */
const spellings = (word: string): string[] => {
  const wide = Buffer.from(word, 'utf16le').swap16();
  return [
    wide.toString('latin1'),
    wide.toString('hex'),
    wide.toString('hex').toUpperCase(),
    Buffer.from(word).toString('latin1'),
  ];
};

describe('R-26: a request for disclosure', () => {
  it('comes with a 収受, has its term by the regulations, and is begun once', async () => {
    const view = await request();
    expect(view).toMatchObject({ number: '政収第1号', dueOn: '2026-12-06', overdue: false, state: 'OPEN' });
    expect(view.scheme).toMatchObject({ law: 'みなと市情報公開条例', term: { days: 15 } });
    const again = { registerId: view.registerId, scheme: 'information', subject: 'もう一度' };
    expect(await refusal(requests().open(drafter(), again))).toBe('records.disclosure_twice');
    const sent = await bench.records.book.numbers.takeOnly(drafter(), {
      series: 'SENT',
      title: '通知',
      reserve: false,
    });
    expect(await refusal(requests().open(drafter(), { ...again, registerId: sent.id }))).toBe(
      'records.disclosure_no_receipt',
    );
    const other = await received();
    expect(await refusal(requests().open(drafter(), { ...again, registerId: other.id, scheme: 'x' }))).toBe(
      'records.disclosure_unknown_scheme',
    );
    bench.setNow('2026-12-07T00:00:00.000Z');
    const late = (await requests().list(drafter())).items.find(({ id }) => id === view.id);
    expect(late).toMatchObject({ overdue: true });
    bench.setNow('2026-11-21T00:00:00.000Z');
  });

  it('is not to be seen by other sections and municipalities; the auditor sees it and does nothing', async () => {
    const { id, version } = await request();
    const stranger = bench.as('drafter@yamato.example');
    for (const who of [finance(), stranger]) {
      expect(await refusal(requests().read(who, id))).toBe('records.disclosure_not_found');
      expect((await requests().list(who)).items.filter((one) => one.id === id)).toEqual([]);
    }
    const auditor = bench.as('auditor@minato.example');
    expect((await requests().read(auditor, id)).may).toEqual({ work: false, collect: false, decide: false });
    const describing = { act: 'describe', version, described: '写真' } as const;
    expect(await refusal(requests().act(auditor, id, describing))).toBe('records.disclosure_not_yours');
  });

  it('holds what is collected at once; whoever may not see a document cannot collect it, and who can is told', async () => {
    const { id } = await request();
    const [own, theirs] = [await file(['契約']), await file(['予算'], finance())];
    const view = await act(id, { act: 'collect', recordIds: [own, own] });
    expect(view.items.map(({ recordId }) => recordId)).toEqual([own]);
    expect((await kept(own))?.isHeld).toBe(true);
    expect(await holds(own)).toMatchObject([{ reason: 'DISCLOSURE', until: null }]);
    expect(await refusal(act(id, { act: 'collect', recordIds: [theirs] }))).toBe('records.not_found');
    expect((await kept(theirs))?.isHeld).toBe(false);
    const ask = view.toAsk.find(({ unitName }) => unitName === '財政課');
    expect(view.toAsk.map(({ unitName }) => unitName)).not.toContain('政策課');
    expect(view.toAsk.find(({ unitName }) => unitName === '総務課')?.person).toBe('chief さん');
    await act(id, { act: 'ask', unitId: ask?.unitId ?? '' });
    const seen = await act(id, { act: 'collect', recordIds: [theirs] }, finance());
    expect(seen.items.map(({ title, mayJudge }) => ({ title, mayJudge }))).toEqual([
      { title: expect.not.stringContaining('契約書'), mayJudge: false },
      { title: '委託契約書', mayJudge: true },
    ]);
    const mine = await requests().read(drafter(), id);
    expect(mine.items[1]).toMatchObject({ mayJudge: false, title: expect.not.stringContaining('契約書') });
    const hidden: Wish = { act: 'judge', itemId: mine.items[1]?.id ?? '', decision: 'DISCLOSE', grounds: [], note: '' };
    expect(await refusal(act(id, hidden))).toBe('records.disclosure_not_yours');
    const theirJudgement: Wish = {
      ...{ act: 'judge', itemId: mine.items[1]?.id ?? '', decision: 'DISCLOSE', grounds: [], note: '' },
    };
    const judged = await act(id, theirJudgement, finance());
    expect(judged.history.map(({ about }) => about)).toEqual(['「委託契約書」を開示', '1件', '財政課', '1件', null]);
    const told = async (who = drafter()) => (await requests().read(who, id)).history[0]?.about;
    expect(await told()).toMatch(/^「（件名は、.*）」を開示$/);
    await act(id, { act: 'drop', itemId: mine.items[1]?.id ?? '', reason: '予算の文書' }, finance());
    expect(await told(finance())).toBe('「委託契約書」、理由：予算の文書');
    expect(await told()).not.toContain('予算の文書');
  });

  it('lets go of what was collected by mistake, and of nothing else', async () => {
    const { id } = await request();
    const recordId = await file(['間違い']);
    const { version } = await requests().read(head(), id);
    const hold = { reason: 'AUDIT', note: '監査', recordIds: [recordId], folderIds: [] } as const;
    const twice = { ...head(), idempotencyKey: '3f0a8c1e-0000-4000-8000-000000000001' };
    await bench.records.keeping.holds.place(twice, { ...hold, recordIds: [recordId], folderIds: [] });
    await bench.records.keeping.holds.place(twice, { ...hold, recordIds: [recordId], folderIds: [] });
    expect((await holds(recordId)).length).toBe(1);
    const view = await requests().act(drafter(), id, { act: 'collect', version, recordIds: [recordId] });
    await act(id, { act: 'drop', itemId: view.items[0]?.id ?? '', reason: '請求の対象でない' });
    const reasons = (await holds(recordId)).map(({ reason, until }) => [reason, until]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ['AUDIT', null],
        ['DISCLOSURE', '2026-11-21'],
      ]),
    );
    expect(await refusal(requests().act(drafter(), id, { act: 'describe', version, described: 'x' }))).toBe(
      'records.changed_meanwhile',
    );
  });

  it('R-14: is held until its own decision: nobody ends the hold beside the request', async () => {
    const { id } = await request();
    const recordId = await file(['消したい文書']);
    const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
    const [hold] = await holds(recordId);
    const ending = { id: hold?.id ?? '', version: hold?.version ?? 0, decidedOn: '2020-04-01' };
    for (const who of [head(), bench.as('chief@minato.example'), bench.as('auditor@minato.example')])
      expect(await refusal(bench.records.keeping.holds.end(who, ending))).toBe('records.hold_of_request');
    const listed = (await bench.records.keeping.holds.list(head())).items.find((one) => one.id === hold?.id);
    expect(listed).toMatchObject({ recordId, mayEnd: false });
    expect((await kept(recordId))?.isHeld).toBe(true);
    const left = await act(id, { act: 'drop', itemId: items[0]?.id ?? '', reason: '請求の対象でない' });
    expect([(await kept(recordId))?.isHeld, left.hold.state]).toEqual([false, 'NONE']);
  });

  it('is decided by the number of a case; from then on, and after an appeal, it is held a year more', async () => {
    const { id, hold } = await request();
    const holdNow = async () => (await requests().read(drafter(), id)).hold;
    const recordId = await file(['決定']);
    const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
    expect([hold.state, await holdNow()]).toEqual(['NONE', { state: 'HELD', until: null, by: null }]);
    await act(id, { act: 'describe', described: '会議の録音' });
    const decide = { act: 'decide', registerId: await decided() } as const;
    expect(await refusal(act(id, decide, drafter()))).toBe('records.disclosure_not_yours');
    expect(await refusal(act(id, decide, head()))).toBe('records.disclosure_unjudged');
    bench.setNow('2026-11-24T01:00:00.000Z');
    const judge = { act: 'judge', itemId: items[0]?.id ?? '', note: '' } as const;
    await act(id, { ...judge, decision: 'PARTLY', grounds: ['disclosure.person'] });
    const { items: both } = await requests().read(drafter(), id);
    await act(id, { ...judge, itemId: both[1]?.id ?? '', decision: 'ABSENT', grounds: [] });
    expect(await refusal(act(id, decide, head()))).toBe('records.disclosure_judged_after');
    bench.setNow('2026-11-25T01:00:00.000Z');
    const view = await act(id, { act: 'decide', registerId: await decided() }, head());
    expect(view).toMatchObject({ state: 'DECIDED', outcome: 'PARTLY', decidedOn: '2026-11-25', dueOn: null });
    expect(view.hold).toEqual({ state: 'HELD_UNTIL', until: '2027-11-25', by: 'DISCLOSURE' });
    expect(view.history.map(({ act: done, about }) => [done, about]).slice(0, 4)).toEqual([
      ['決定した', view.decisionNumber],
      ['判断した', '「会議の録音」を不存在'],
      ['判断した', '「委託契約書」を部分開示'],
      ['探した文書を書いた', '会議の録音'],
    ]);
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2027-11-25' });
    expect(await refusal(act(id, { ...judge, decision: 'DISCLOSE', grounds: [] }))).toBe('records.disclosure_not_open');
    bench.setNow('2027-01-10T01:00:00.000Z');
    await act(id, { act: 'appeal', on: '2027-01-08' });
    expect((await kept(recordId))?.isHeld).toBe(true);
    expect(await holdNow()).toEqual({ state: 'HELD', until: null, by: null });
    await act(id, { act: 'rule', on: '2027-01-10', ruling: 'INADMISSIBLE', note: '' }, head());
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2028-01-10' });
    expect(await holdNow()).toEqual({ state: 'HELD_UNTIL', until: '2028-01-10', by: 'APPEAL' });
    bench.setNow('2026-11-21T00:00:00.000Z');
  });

  it('is not decided by a number that somebody took by hand or reserved, whoever decides', async () => {
    const { id } = await request();
    const { items } = await act(id, { act: 'describe', described: '会議の録音' });
    await act(id, { act: 'judge', itemId: items[0]?.id ?? '', note: '', decision: 'ABSENT', grounds: [] });
    for (const reserve of [false, true]) {
      const wish = { series: 'DRAFTED', title: '伺い', reserve } as const;
      const number = await bench.records.book.numbers.take(drafter(), wish);
      if (reserve) await bench.records.book.numbers.confirm(drafter(), number.row.id, { version: 1 });
      const deciding = act(id, { act: 'decide', registerId: number.row.id }, head());
      expect(await refusal(deciding)).toBe('records.disclosure_no_decision');
    }
    expect((await requests().read(head(), id)).state).toBe('OPEN');
    expect(await act(id, { act: 'decide', registerId: await decided() }, head())).toMatchObject({ state: 'DECIDED' });
  });
});

describe('R-26: the redacted copy', () => {
  it('holds nothing of what was hidden, in no part of the file, and leaves the record as it is', async () => {
    const secret = '鷲見龍之介';
    const paragraphs = [`契約の相手は${secret}である。`, `住所は蜃気楼町九丁目。`, `${secret}に支払う。`];
    const { recordId, of, text, textSha256 } = await collected(paragraphs);
    const before = await bench.records.content(drafter(), recordId);
    const hide = (word: string, from = text.indexOf(word)) => ({
      from,
      to: from + word.length,
      ground: 'disclosure.person',
    });
    const some = { textSha256, passages: [hide(secret), hide('蜃気楼町九丁目')] };
    expect(await requests().redactions.make(drafter(), of, some)).toMatchObject({ nth: 1, leftOver: [secret] });
    const all = { textSha256, passages: [...some.passages, hide(secret, text.lastIndexOf(secret))] };
    expect(await requests().redactions.make(drafter(), of, all)).toMatchObject({ nth: 2, pages: 1, leftOver: [] });
    const copy = await requests().redactions.copy(drafter(), of);
    const said = everything(copy.bytes);
    // What is shown is there, and found in the same way in which the hidden is not.
    expect(said.toLowerCase()).toContain(Buffer.from('契', 'utf16le').swap16().toString('hex'));
    const reading = await bench.records.prepareFile({ fileName: 'x.pdf', bytes: copy.bytes }, 'REFERENCE');
    expect(reading.text).toContain('契約の相手は');
    expect(reading.text).toContain('第7条第2号');
    for (const word of [secret, ...secret, '蜃気楼町九丁目', '蜃', '委託契約書'])
      for (const spelling of spellings(word)) if (spelling.length > 2) expect(said.includes(spelling)).toBe(false);
    for (const word of [secret, ...secret, '蜃気楼', '九丁目', '委託契約書']) expect(reading.text).not.toContain(word);
    expect(copy.fileName).not.toContain('委託');
    const after = await bench.records.content(drafter(), recordId);
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
    expect((await bench.records.read(drafter(), recordId)).fileVersion).toBe(1);
  });

  it('tells again what is left over, whoever asks again, and keeps no word of it with its answer', async () => {
    const { id } = await request();
    const recordId = await file(['担当は鶴来冬樹、主任も鶴来冬樹である。']);
    const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
    const of = { requestId: id, itemId: items[0]?.id ?? '' };
    const { text, textSha256 } = await requests().redactions.text(drafter(), of);
    const from = text.indexOf('鶴来冬樹');
    const passages = [{ from, to: from + 4, ground: 'disclosure.person' }];
    const caller = bench.as('drafter@minato.example', randomUUID());
    const make = () => requests().redactions.make(caller, of, { textSha256, passages });
    const made = await make();
    expect(made).toMatchObject({ nth: 1, leftOver: ['鶴来冬樹'] });
    expect(await make()).toEqual(made);
    const { rows } = await bench.test.owner.query('select i.answer::text from kaigi.idempotency i where i.key = $1', [
      caller.idempotencyKey,
    ]);
    expect(rows.map(({ answer }) => JSON.parse(answer))).toEqual([{ nth: 1, size: made.size, pages: 1 }]);
  });

  it('is made only by who may read the document, of words that are as they were, by grounds that there are', async () => {
    const { of, textSha256 } = await collected(['三つの言葉']);
    const passage = { from: 0, to: 1, ground: 'disclosure.person' };
    const make = (input: object, who = drafter()) =>
      refusal(requests().redactions.make(who, of, { textSha256, passages: [passage], ...input }));
    expect(await make({}, finance())).toBe('records.disclosure_not_found');
    expect(await make({}, bench.as('auditor@minato.example'))).toBe('records.disclosure_not_yours');
    expect(await make({ textSha256: '0'.repeat(64) })).toBe('records.redaction_text_changed');
    expect(await make({ passages: [{ ...passage, ground: 'x' }] })).toBe('records.disclosure_ground_unknown');
    expect(await refusal(requests().redactions.copy(drafter(), of))).toBe('records.redaction_none');
    expect(await make({})).toBeNull();
    // Two at once: each copy has its own number, or one of them is told.
    const both = await Promise.all([make({}), make({})]);
    expect(both.filter((one) => one !== null && one !== 'records.changed_meanwhile')).toEqual([]);
    expect(both).toContain(null);
  });

  it('is one, pressed twice or sent again, also at the same moment; two people at once do not make one of the same name', async () => {
    const { id, of, textSha256 } = await collected(['二度押された言葉']);
    const input = { textSha256, passages: [{ from: 0, to: 2, ground: 'disclosure.person' }] };
    const press = (key: string, more: object = {}) =>
      requests().redactions.make(bench.as('drafter@minato.example', key), of, { ...input, ...more });
    const key = randomUUID();
    const both = await Promise.all([press(key), press(key)]);
    expect([...both, await press(key)].map(({ nth }) => nth)).toEqual([1, 1, 1]);
    const passages = [{ from: 0, to: 1, ground: 'disclosure.person' }];
    expect(await refusal(press(key, { passages }))).toBe('platform.idempotency_key_reused');
    const others = await Promise.all([refusal(press(randomUUID())), refusal(press(randomUUID()))]);
    expect(others.filter((code) => code !== null && code !== 'records.changed_meanwhile')).toEqual([]);
    const made = others.filter((code) => code === null).length;
    expect(made).toBeGreaterThan(0);
    const view = await requests().read(drafter(), id);
    expect(view.items[0]?.copy?.nth).toBe(1 + made);
    expect(view.history.filter(({ act: done }) => done === '墨消しした写しを作った').length).toBe(1 + made);
  });

  it('R-20: of what is withheld after all stays with those who may read the document itself', async () => {
    const { id, recordId, of, textSha256 } = await collected(['四つの言葉と名前']);
    const passages = [{ from: 0, to: 2, ground: 'disclosure.person' }];
    await requests().redactions.make(drafter(), of, { textSha256, passages });
    const grounds = ['disclosure.person'];
    await act(id, { act: 'judge', itemId: of.itemId, note: '', grounds, decision: 'WITHHOLD' });
    bench.setNow('2026-11-25T01:00:00.000Z');
    await act(id, { act: 'decide', registerId: await decided() }, head());
    bench.setNow('2026-11-21T00:00:00.000Z');
    const { owner } = bench.test;
    await owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    expect(await refusal(requests().redactions.copy(drafter(), of))).toBe('records.redaction_none');
    expect(await refusal(requests().redactions.copy(head(), of))).toBeNull();
    await owner.query(`update kaigi.records_disclosure_item set decision = 'PARTLY' where id = $1`, [of.itemId]);
    expect(await refusal(requests().redactions.copy(drafter(), of))).toBeNull();
  });

  it('is counted on by the store, and every act is a leaf of the log', async () => {
    const rows = await bench.inside(MINATO, (tx) =>
      tx.query<{ sha256: string }>('select sha256 from kaigi.records_redaction where municipality_id = $1', [MINATO]),
    );
    const named = await redactionNames(bench.test.db.owner, [rows[0]?.sha256 ?? '', 'f'.repeat(64)]);
    expect(named).toEqual([rows[0]?.sha256]);
    const witness = recordsWitnesses(bench.blobs).find(({ kind }) => kind === 'records/fact');
    const leaves = await bench.inside(MINATO, async (tx) => witness?.entries(tx, null, 1000) ?? []);
    const told = leaves.filter(({ subject }) => subject.startsWith('disclosure/'));
    expect(JSON.stringify(told)).toContain('REDACTED');
    expect(JSON.stringify(told)).not.toContain('鷲見');
    // Names tried in the gaps of a copy would be found right by it.
    const texts = await bench.inside(MINATO, (tx) =>
      tx.query<{ hash: string }>('select text_sha256 as hash from kaigi.records_redaction where municipality_id = $1', [
        MINATO,
      ]),
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const { hash } of texts) expect(JSON.stringify(told)).not.toContain(hash);
  });
});

it('R-26: more requests than are shown are said to be more', async () => {
  const { id } = await request();
  expect((await requests().list(drafter())).truncated).toBe(false);
  const differing = `jsonb_build_object('register_id', gen_random_uuid())`;
  await cloned(bench.test.owner, { table: 'records_disclosure', id, count: 500, differing });
  const { items, truncated } = await requests().list(drafter());
  expect([items.length, truncated]).toEqual([500, true]);
});
