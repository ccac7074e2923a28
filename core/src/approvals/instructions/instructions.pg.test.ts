import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { YAMATO } from '../../testing/test-city.ts';
import type { Addressees } from './contract.ts';
import { openRoom, type Room } from './room.fixture.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.city.close());

const ids = (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id);

describe('A-43: 作成指示', () => {
  it('says purpose, reader, length, sample and deadline before anybody drafts, to both sides', async () => {
    const sample = await room.decide(await room.draft('drafter', { title: '去年の説明会' }));
    const number = sample.documentNumber?.label ?? '';
    const more = { reader: '市民', length: 'A4 1枚', dueOn: '2099-03-31', sampleNumber: ` ${number} ` };
    const view = await room.give(more);
    expect(view).toMatchObject({
      state: 'OPEN',
      version: 1,
      givenBy: { name: '見本 section-head', postTitle: '課長' },
      addressee: { name: '見本 drafter' },
      ...{ purpose: '市民説明会の開催', reader: '市民', length: 'A4 1枚', dueOn: '2099-03-31', overdue: false },
      sample: { number, caseId: sample.id, title: '去年の説明会' },
      may: { draft: false, cancel: true },
    });
    expect((await room.read('drafter', view.id)).may).toEqual({ draft: true, cancel: false });
    expect(ids(await room.box('section-head', 'given'))).toContain(view.id);
    expect(ids(await room.box('drafter', 'received'))).toContain(view.id);
    expect(ids(await room.box('drafter', 'given'))).not.toContain(view.id);
  });

  it('goes only downwards in one line of units', async () => {
    const give = (by: string, to: string) => room.refused(room.give({ by, to }));
    expect(await give('drafter', 'section-head')).toBe('approvals.instruction_not_below');
    expect(await give('drafter', 'colleague')).toBe('approvals.instruction_not_below');
    expect(await give('section-head', 'other-section')).toBe('approvals.instruction_not_below');
    expect(await give('section-head', 'section-head')).toBe('approvals.instruction_not_below');
    expect(await give('department-head', 'drafter')).toBe('was not refused');
    const stranger = await room.city.suite.directory.me(room.city.as('drafter', { municipalityId: YAMATO }));
    expect(await room.refused(room.give({ staffId: stranger.staffId }))).toBe('approvals.instruction_not_below');
  });

  it('offers as addressees whom one may give it to, by name or unit', async () => {
    const names = async (name: string, q = '') =>
      (await room.call<Addressees>(name, 'GET /instructions/addressees', { query: { q } })).items.map(
        (one) => one.name,
      );
    expect(await names('section-head')).toEqual(['見本 subsection-head', '見本 colleague', '見本 drafter']);
    expect(await names('section-head', '政策係　主事')).toEqual(['見本 colleague', '見本 drafter']);
    expect(await names('drafter')).toEqual([]);
  });

  it('A-02: is answered by a draft that is made by 引用起案 too; the draft is linked, and a second one refused', async () => {
    const last = await room.decide(await room.draft('drafter', { title: '去年の説明会' }));
    const { id: instructionId } = await room.give();
    const cite = (name: string) =>
      room.city.suite.approvals.cite(room.city.as(name), last.id, { corrects: false, instructionId });
    expect(await room.refused(cite('subsection-head'))).toMatch(/^approvals\.instruction_/);
    const view = await cite('drafter');
    expect(view).toMatchObject({ citedCaseId: last.id, instructionId, instruction: { mayOpen: true } });
    expect((await room.read('drafter', instructionId)).draft).toMatchObject({ caseId: view.id });
    expect(await room.refused(cite('drafter'))).toBe('approvals.instruction_not_open');
  });

  it('is refused with a deadline that is over, and with a sample that is none or that the addressee may not see', async () => {
    const { id } = await room.draft('drafter');
    expect(await room.refused(room.give({ dueOn: '2020-01-01' }))).toBe('approvals.instruction_due_past');
    expect(await room.refused(room.give({ sampleNumber: id }))).toBe('approvals.instruction_sample_unknown');
    const secret = await room.decide(await room.draft('drafter', { title: '人事', confidentiality: 'C3A' }));
    const sampleNumber = secret.documentNumber?.label ?? '';
    expect(await room.refused(room.give({ to: 'colleague', sampleNumber }))).toBe(
      'approvals.instruction_sample_hidden',
    );
  });

  it('sent twice with one key is one; the key with other words is refused', async () => {
    const first = await room.give({ key: 'once' });
    expect((await room.give({ key: 'once' })).id).toBe(first.id);
    expect(await room.refused(room.give({ key: 'once', purpose: '別の件' }))).toBe('platform.idempotency_key_reused');
  });

  it('does not exist for all others, and not in another municipality', async () => {
    const { id, version } = await room.give();
    expect(await room.refused(room.read('colleague', id))).toBe('approvals.instruction_not_found');
    expect(await room.refused(room.cancel('colleague', { id, version }))).toBe('approvals.instruction_not_found');
    expect((await room.read('auditor', id)).may).toEqual({ draft: false, cancel: false });
    const { owner, db } = room.city.test;
    const there = (city: string) =>
      db.inMunicipality(city, (tx) => tx.query('select from kaigi.approvals_instruction'));
    expect(await there(YAMATO)).toEqual([]);
    for (const table of ['approvals_instruction', 'approvals_instruction_line'])
      await expect(owner.query(`delete from kaigi.${table}`)).rejects.toThrow('cannot be altered');
  });
});

describe('A-43: the draft that answers it', () => {
  it('is named by the case, follows it to the decision, and tells both sides how often it was sent back', async () => {
    const { approvals } = room.city.suite;
    const given = await room.give();
    const draft = await room.draft('drafter', { instructionId: given.id });
    expect(draft).toMatchObject({ instructionId: given.id, instruction: { mayOpen: true, givenBy: given.givenBy } });
    expect(await room.read('section-head', given.id)).toMatchObject({
      state: 'DRAFTED',
      draft: { caseId: null, title: null, status: 'DRAFT', returns: 0 },
    });
    const submitted = await approvals.submit(room.city.as('drafter'), draft.id, draft.version);
    const back = { act: 'sendBack', version: submitted.version, reason: '読む人を考えて' } as const;
    const returned = await approvals.act(room.city.as('subsection-head'), draft.id, back);
    expect(returned.instruction).toMatchObject({ mayOpen: false });
    for (const name of ['drafter', 'section-head'])
      expect((await room.read(name, given.id)).draft).toMatchObject({ status: 'SENT_BACK', returns: 1 });
    const decided = await room.decide(returned);
    expect(decided.status).toBe('DECIDED');
    const done = await room.read('drafter', given.id);
    expect(done).toMatchObject({ state: 'DONE', draft: { caseId: draft.id, returns: 1 }, may: { draft: false } });
    expect(done.history.map(({ act, actor }) => `${act} ${actor.name}`)).toEqual([
      'GIVEN 見本 section-head',
      'DRAFTED 見本 drafter',
      'DONE 見本 section-head',
    ]);
    expect(await room.refused(room.cancel('section-head', done))).toBe('approvals.instruction_over');
  });

  it('may only be by the addressee, and only of an instruction that is there and open', async () => {
    const { id: instructionId, version } = await room.give();
    const by = (name: string, id = instructionId) => room.refused(room.draft(name, { instructionId: id }));
    expect(await by('section-head')).toBe('approvals.instruction_for_another');
    expect(await by('colleague')).toBe('approvals.instruction_not_found');
    expect(await by('drafter', newId())).toBe('approvals.instruction_not_found');
    await room.cancel('section-head', { id: instructionId, version });
    expect(await by('drafter')).toBe('approvals.instruction_not_open');
    expect((await room.read('drafter', instructionId)).cancelled).toMatchObject({ reason: '方針が変わった' });
  });

  it('of two at once is one', async () => {
    const { id: instructionId } = await room.give();
    const results = await Promise.all([1, 2, 3].map(() => room.refused(room.draft('drafter', { instructionId }))));
    expect(results.sort()).toEqual([
      'approvals.instruction_not_open',
      'approvals.instruction_not_open',
      'was not refused',
    ]);
    expect((await room.read('drafter', instructionId)).history).toHaveLength(2);
  });

  it('or its cancelling at the same moment: one comes first, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const given = await room.give();
      const [drafted, cancelled] = await Promise.all([
        room.refused(room.draft('drafter', { instructionId: given.id })),
        room.refused(room.cancel('section-head', given)),
      ]);
      const after = await room.read('section-head', given.id);
      expect([drafted, cancelled, after.state]).toEqual(
        after.state === 'DRAFTED'
          ? ['was not refused', 'approvals.instruction_stale', 'DRAFTED']
          : ['approvals.instruction_not_open', 'was not refused', 'CANCELLED'],
      );
    }
  });

  it('given up leaves the instruction open for another draft', async () => {
    const { id: instructionId } = await room.give();
    const first = await room.draft('drafter', { instructionId });
    const discard = { act: 'discard', version: first.version } as const;
    await room.city.suite.approvals.act(room.city.as('drafter'), first.id, discard);
    expect(await room.read('drafter', instructionId)).toMatchObject({ state: 'OPEN', draft: null });
    const second = await room.draft('drafter', { instructionId });
    const submitted = await room.city.suite.approvals.submit(room.city.as('drafter'), second.id, second.version);
    const reject = { act: 'reject', version: submitted.version, reason: '不要' } as const;
    await room.city.suite.approvals.act(room.city.as('subsection-head'), second.id, reject);
    expect(await room.read('drafter', instructionId)).toMatchObject({ state: 'OPEN', may: { draft: true } });
  });

  it('stays a case of its own when the instruction is cancelled after it', async () => {
    const given = await room.give();
    const draft = await room.draft('drafter', { instructionId: given.id });
    await room.cancel('section-head', { id: given.id, version: 2 });
    expect((await room.decide(draft)).status).toBe('DECIDED');
    expect(await room.read('drafter', given.id)).toMatchObject({ state: 'CANCELLED', draft: { status: 'DECIDED' } });
  });
});

describe('A-43: the log', () => {
  it('witnesses what was said and every line of what came of it', async () => {
    await room.give();
    expect(await room.verified()).toEqual([]);
    const client = await room.city.test.owner.connect();
    await client.query('set session_replication_role = replica');
    await client.query(
      `update kaigi.approvals_instruction i set said = replace(i.said::text, '市民説明会の開催', '別のこと')::json
       where i.instruction_id = (select max(n.instruction_id::text)::uuid from kaigi.approvals_instruction n)`,
    );
    expect(await room.verified()).toEqual(['ledger.row_changed']);
    await client.query('delete from kaigi.approvals_instruction_line');
    client.release(true);
    expect(new Set(await room.verified())).toContain('approvals.instruction_out_of_order');
  });
});
