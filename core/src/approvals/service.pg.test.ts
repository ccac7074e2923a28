import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isUuid, type KaigiError } from '../shared/index.ts';
import { aDocument, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import type { ActInput, CaseView } from './contract.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const input = (title = '物品の購入について') => ({ title, proposalText: '伺います。', classificationCode: code });
let code = '';
beforeAll(async () => {
  const { items } = await city.suite.regulations.classifications(city.as('drafter'), '物品');
  code = items[0]?.code ?? '';
});

const aDraft = () => city.suite.approvals.draft(city.as('drafter'), input(), aDocument());
const submitted = async () => {
  const draft = await aDraft();
  return city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
};
const act = (
  name: string,
  view: CaseView,
  what: Omit<Extract<ActInput, { act: 'approve' }>, 'version'> | Record<string, unknown>,
) => city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);
const decided = async () =>
  act('section-head', await act('subsection-head', await submitted(), { act: 'approve' }), { act: 'approve' });
const refusalOf = async (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => {
      throw new Error('was not refused');
    },
    (error: KaigiError) => error,
  );

describe('the path of a case', () => {
  it('shows the route it would take before it is submitted', async () => {
    const draft = await aDraft();
    expect(draft.status).toBe('DRAFT');
    expect(draft.route.map((slot) => [slot.postTitle, slot.duty, slot.holders[0]?.name])).toEqual([
      ['係長', 'REVIEW', '見本 subsection-head'],
      ['課長', 'DECISION', '見本 section-head'],
    ]);
    expect(draft.basis?.article).toContain('規程');
  });

  it('goes from 起案 to the decision with its number, and the record is frozen', async () => {
    const view = await decided();
    expect(view).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政', fiscalYear: expect.any(Number) } });
    const record = await city.suite.records.read(city.as('drafter'), view.document.recordId);
    expect(record).toMatchObject({ state: 'FROZEN', documentNumber: view.documentNumber, caseId: view.id });
    const register = await city.suite.records.register(city.as('drafter'), {});
    expect(register.items.map((row) => row.number.label)).toContain(view.documentNumber?.label);
  });

  it('tells in the history who did what, as they were that day', async () => {
    const view = await decided();
    const history = await city.suite.approvals.history(city.as('drafter'), view.id);
    expect(history.map((entry) => [entry.seq, entry.act, entry.actor.postTitle])).toEqual([
      [1, 'DRAFTED', '主事'],
      [2, 'SUBMITTED', '主事'],
      [3, 'APPROVED', '係長'],
      [4, 'DECIDED', '課長'],
    ]);
  });

  it('takes numbers without a gap when many cases are decided at the same moment', async () => {
    const waiting = await Promise.all(
      Array.from({ length: 12 }, async () => act('subsection-head', await submitted(), { act: 'approve' })),
    );
    const views = await Promise.all(waiting.map((view) => act('section-head', view, { act: 'approve' })));
    const numbers = views.map((view) => view.documentNumber?.number ?? 0).sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
  });

  it('keeps the marks of unchanged content over a 差戻し and voids them when the document is replaced', async () => {
    const atDecider = await act('subsection-head', await submitted(), { act: 'approve' });
    const back = await act('section-head', atDecider, { act: 'sendBack', reason: '金額を確かめてください' });
    expect(back.status).toBe('SENT_BACK');
    const again = await city.suite.approvals.submit(city.as('drafter'), back.id, back.version);
    expect(again.route.map((slot) => slot.status)).toEqual(['APPROVED', 'ACTIVE']);
    const back2 = await act('section-head', again, { act: 'sendBack', reason: '文書も直してください' });
    const file = aDocument('物品の購入について（修正）');
    const replaced = await city.suite.approvals.replaceDocument(city.as('drafter'), {
      caseId: back2.id,
      version: back2.version,
      file,
    });
    expect(replaced.document.fileVersion).toBe(2);
    const third = await city.suite.approvals.submit(city.as('drafter'), replaced.id, replaced.version);
    expect(third.route.map((slot) => slot.status)).toEqual(['ACTIVE', 'WAITING']);
  });

  it('edits title and classification of a draft in the case and in the record together', async () => {
    const draft = await aDraft();
    const edited = await city.suite.approvals.edit(city.as('drafter'), draft.id, {
      version: draft.version,
      title: '別の件名',
    });
    expect(edited.title).toBe('別の件名');
    const record = await city.suite.records.read(city.as('drafter'), draft.document.recordId);
    expect(record.title).toBe('別の件名');
  });
});

describe('pressed twice, late, or by two at once', () => {
  it('answers a repeated press with the same state and adds nothing', async () => {
    const before = await submitted();
    const first = await act('subsection-head', before, { act: 'approve' });
    const second = await act('subsection-head', before, { act: 'approve' });
    expect(second).toEqual(first);
    expect(await city.suite.approvals.history(city.as('drafter'), before.id)).toHaveLength(3);
  });

  it('lets one of two opposite acts at the same moment win, and shows the other the present state', async () => {
    const before = await submitted();
    const both = await Promise.allSettled([
      act('subsection-head', before, { act: 'approve' }),
      act('subsection-head', before, { act: 'sendBack', reason: 'やり直し' }),
      act('drafter', before, { act: 'pullBack' }),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of both) {
      if (one.status === 'fulfilled') continue;
      expect(one.reason).toMatchObject({
        kind: 'conflict',
        code: 'approvals.stale',
        present: { version: before.version + 1 },
      });
    }
    expect(await city.suite.approvals.history(city.as('drafter'), before.id)).toHaveLength(3);
  });

  it('saves twenty simultaneous presses of one button once', async () => {
    const before = await submitted();
    const all = await Promise.all(Array.from({ length: 20 }, () => act('subsection-head', before, { act: 'approve' })));
    expect(new Set(all.map((view) => view.version))).toEqual(new Set([before.version + 1]));
    expect(await city.suite.approvals.history(city.as('drafter'), before.id)).toHaveLength(3);
  });

  it('refuses an act after the case has moved on', async () => {
    const before = await submitted();
    await act('subsection-head', before, { act: 'approve' });
    const late = await refusalOf(act('drafter', before, { act: 'pullBack' }));
    expect(late).toMatchObject({ kind: 'conflict', code: 'approvals.stale' });
  });

  it('makes one case of two drafts with the same Idempotency-Key, also at the same moment', async () => {
    const caller = city.as('drafter', { idempotencyKey: 'key-1' });
    const file = aDocument('一度だけ');
    const [a, b] = await Promise.all([
      city.suite.approvals.draft(caller, input('一度だけ'), file),
      city.suite.approvals.draft(caller, input('一度だけ'), file),
    ]);
    expect(a.id).toBe(b.id);
    const other = await refusalOf(city.suite.approvals.draft(caller, input('別の内容'), file));
    expect(other.code).toBe('platform.idempotency_key_reused');
  });
});

describe('two acts of one kind on one version', () => {
  const stale = { kind: 'conflict', code: 'approvals.stale' };

  it('are one when they say the same, and a conflict when they do not', async () => {
    const view = await submitted();
    const asked = await act('subsection-head', view, { act: 'ask', text: '根拠は？' });
    expect(await act('subsection-head', view, { act: 'ask', text: '根拠は？' })).toEqual(asked);
    expect(await refusalOf(act('subsection-head', view, { act: 'ask', text: '金額は？' }))).toMatchObject(stale);
    const both = await act('subsection-head', asked, { act: 'ask', text: '金額は？' });
    const [first, second] = both.questions.map((question) => question.id);
    await act('drafter', both, { act: 'answer', questionId: first, text: '要綱です' });
    const other = act('drafter', both, { act: 'answer', questionId: second, text: '要綱です' });
    expect(await refusalOf(other)).toMatchObject(stale);
  });

  it('do not swallow another comment, reason or target', async () => {
    const view = await submitted();
    await act('subsection-head', view, { act: 'approve', comment: '一' });
    expect(await refusalOf(act('subsection-head', view, { act: 'approve', comment: '二' }))).toMatchObject(stale);
    const back = await submitted();
    await act('subsection-head', back, { act: 'sendBack', reason: '一' });
    expect(await refusalOf(act('subsection-head', back, { act: 'sendBack', reason: '二' }))).toMatchObject(stale);
  });

  it('do not swallow another title or another file of the same draft', async () => {
    const draft = await aDraft();
    const caller = city.as('drafter');
    await city.suite.approvals.edit(caller, draft.id, { version: draft.version, title: '甲' });
    const lost = city.suite.approvals.edit(caller, draft.id, { version: draft.version, proposalText: '乙' });
    expect(await refusalOf(lost)).toMatchObject({ ...stale, present: { title: '甲' } });
    const now = await city.suite.approvals.read(caller, draft.id);
    const replace = (says: string) =>
      city.suite.approvals.replaceDocument(caller, { caseId: now.id, version: now.version, file: aDocument(says) });
    const first = await replace('甲案');
    expect((await replace('甲案')).document).toEqual(first.document);
    expect(await refusalOf(replace('乙案'))).toMatchObject(stale);
  });

  it('submitted twice are one submission', async () => {
    const draft = await aDraft();
    const submit = () => city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
    const [a, b] = await Promise.all([submit(), submit()]);
    expect(a.version).toBe(b.version);
    expect(await city.suite.approvals.history(city.as('drafter'), draft.id)).toHaveLength(2);
  });

  it('by two people who hold one post count once, and the other sees the present state', async () => {
    await city.test.owner.query(
      `insert into kaigi.directory_appointment (municipality_id, appointment_id, staff_id, post_id, concurrent, valid_from)
       select s.municipality_id, gen_random_uuid(), s.staff_id, p.post_id, true, '2026-04-01'
       from kaigi.directory_staff s join kaigi.directory_post p on p.municipality_id = s.municipality_id
       where s.sign_in_name = 'general-affairs-head' and p.code = 'seisaku-kakaricho'`,
    );
    try {
      const view = await submitted();
      const both = await Promise.allSettled([
        act('subsection-head', view, { act: 'approve' }),
        act('general-affairs-head', view, { act: 'approve' }),
      ]);
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await city.suite.approvals.history(city.as('drafter'), view.id)).toHaveLength(3);
    } finally {
      await city.test.owner.query(
        `delete from kaigi.directory_appointment a using kaigi.directory_staff s
         where s.staff_id = a.staff_id and s.sign_in_name = 'general-affairs-head' and a.concurrent`,
      );
    }
  });
});

describe('who may', () => {
  it('lets only the holder act', async () => {
    const view = await submitted();
    for (const name of ['section-head', 'drafter', 'general-affairs-head']) {
      expect((await refusalOf(act(name, view, { act: 'approve' }))).code).toBe('approvals.not_the_holder');
    }
  });

  it('hides a case from who has no part in it, whatever they try', async () => {
    const view = await submitted();
    for (const name of ['other-section', 'colleague']) {
      const caller = city.as(name);
      expect((await refusalOf(city.suite.approvals.read(caller, view.id))).code).toBe('approvals.not_found');
      expect((await refusalOf(act(name, view, { act: 'approve' }))).code).toBe('approvals.not_found');
      const { items } = await city.suite.approvals.list(caller, { box: 'all' });
      expect(items.map(({ id }) => id)).not.toContain(view.id);
    }
  });

  it('does not know a person of another municipality', async () => {
    const view = await submitted();
    const stranger = city.as('subsection-head', { municipalityId: YAMATO });
    expect((await refusalOf(city.suite.approvals.read(stranger, view.id))).code).toBe('approvals.not_found');
    const mixed = { ...city.as('subsection-head'), municipalityId: YAMATO };
    expect((await refusalOf(city.suite.approvals.read(mixed, view.id))).code).toBe('directory.unknown_person');
  });

  it('follows the post to its new holder, and what was done keeps the old name', async () => {
    const view = await act('subsection-head', await submitted(), { act: 'approve' });
    await city.test.owner.query(
      `update kaigi.directory_appointment a set staff_id = (select staff_id from kaigi.directory_staff s
         where s.municipality_id = a.municipality_id and s.sign_in_name = 'colleague')
       from kaigi.directory_post p where p.municipality_id = a.municipality_id and p.post_id = a.post_id and p.code = 'seisaku-kacho'`,
    );
    try {
      const seen = await city.suite.approvals.read(city.as('drafter'), view.id);
      expect(seen.holder?.names).toEqual(['見本 colleague']);
      expect((await refusalOf(act('section-head', view, { act: 'approve' }))).code).toBe('approvals.not_found');
      expect((await act('colleague', view, { act: 'approve' })).status).toBe('DECIDED');
    } finally {
      await city.test.owner.query(
        `update kaigi.directory_appointment a set staff_id = (select staff_id from kaigi.directory_staff s
           where s.municipality_id = a.municipality_id and s.sign_in_name = 'section-head')
         from kaigi.directory_post p where p.municipality_id = a.municipality_id and p.post_id = a.post_id and p.code = 'seisaku-kacho'`,
      );
    }
  });
});

describe('boxes', () => {
  it('puts a case on the desk of whoever has it, and nowhere else', async () => {
    const view = await submitted();
    const inbox = async (name: string) =>
      (await city.suite.approvals.list(city.as(name), { box: 'inbox' })).items.map((item) => item.id);
    expect(await inbox('subsection-head')).toContain(view.id);
    expect(await inbox('section-head')).not.toContain(view.id);
    const asked = await act('subsection-head', view, { act: 'ask', text: '根拠は？' });
    expect(await inbox('drafter')).toContain(view.id);
    const question = asked.questions[0]?.id ?? '';
    await act('drafter', asked, { act: 'answer', questionId: question, text: '要綱第3条です' });
    expect(await inbox('drafter')).not.toContain(view.id);
  });

  it('finds by title whatever the width of the letters, page by page', async () => {
    await Promise.all(
      Array.from({ length: 3 }, (_, n) =>
        city.suite.approvals.draft(city.as('drafter'), input(`ＰＣ購入 ${n}`), aDocument()),
      ),
    );
    const first = await city.suite.approvals.list(city.as('drafter'), { box: 'drafted', q: 'pc購入', limit: 2 });
    expect(first.items).toHaveLength(2);
    const cursor = first.nextCursor ?? '';
    const second = await city.suite.approvals.list(city.as('drafter'), {
      box: 'drafted',
      q: 'pc購入',
      cursor,
      limit: 2,
    });
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
    expect((await refusalOf(city.suite.approvals.list(city.as('drafter'), { box: 'all', cursor: 'x' }))).code).toBe(
      'approvals.bad_cursor',
    );
  });
});

describe('bad input', () => {
  it('stores nothing of a file that is not a document', async () => {
    const count = async () => (await city.test.owner.query('select count(*) from kaigi.records_record')).rows[0].count;
    const before = await count();
    const file = { fileName: '伺い.docx', bytes: Buffer.from('not a document') };
    const refused = await refusalOf(city.suite.approvals.draft(city.as('drafter'), input(), file));
    expect(refused).toMatchObject({ kind: 'bad-input', code: expect.stringMatching(/^records\./) });
    expect(await count()).toBe(before);
  });

  it('stores no bytes of a person who may not change the case', async () => {
    const { readdir } = await import('node:fs/promises');
    const files = async () => (await readdir(`${city.home}/blobs`, { recursive: true })).length;
    const view = await submitted();
    const before = await files();
    const change = { caseId: view.id, version: view.version, file: aDocument('よその人の文書') };
    for (const name of ['drafter', 'section-head', 'other-section']) {
      await refusalOf(city.suite.approvals.replaceDocument(city.as(name), change));
    }
    const unknown = { ...city.as('drafter'), entraObjectId: '00000000-0000-4000-8000-00000000dead' };
    await refusalOf(city.suite.approvals.draft(unknown, input(), aDocument('名簿にない人の文書')));
    await refusalOf(
      city.suite.approvals.draft(city.as('drafter'), input(), { fileName: 'x.docx', bytes: Buffer.from('x') }),
    );
    expect(await files()).toBe(before);
  });

  it('refuses an unknown classification, and nothing stays behind', async () => {
    const refused = await refusalOf(
      city.suite.approvals.draft(city.as('drafter'), { ...input(), classificationCode: 'ない' }, aDocument()),
    );
    expect(refused.kind).toBe('bad-input');
  });

  it('makes ids that sort by time', async () => {
    const [a, b] = [await aDraft(), await aDraft()];
    expect(isUuid(a.id) && a.id < b.id).toBe(true);
  });
});
