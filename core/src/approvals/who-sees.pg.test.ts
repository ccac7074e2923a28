import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import type { BoardPage } from './board/contract.ts';
import type { ActInput, Box, CaseView, DraftCaseInput } from './contract.ts';

let city: TestCity;
let classificationCode = '';
// A section whose 部長 may be stood in for by the first section head of the department, who has no part in its routes.
const KIKAKU = [
  'kikaku-bu,企画部,DEPARTMENT,,kikaku-bu-head,部長,DEPARTMENT_HEAD,1,department-head,0,,2026-04-01,',
  'seisaku,政策課,SECTION,kikaku-bu,seisaku-head,課長,SECTION_HEAD,1,section-head,0,,2026-04-01,',
  'joho,情報課,SECTION,kikaku-bu,joho-head,課長,SECTION_HEAD,1,subsection-head,0,,2026-04-01,',
  'joho,情報課,SECTION,kikaku-bu,joho-shuji,主事,STAFF,0,drafter,0,,2026-04-01,',
  'joho-k,情報係,SUBSECTION,joho,joho-k-shuji,主事,STAFF,0,colleague,0,,2026-04-01,',
  'somu,総務課,SECTION,,somu-shuji,主事,STAFF,0,other-section,0,,2026-04-01,',
  'kansa,監査,OFFICE,,kansa-in,監査委員,STAFF,0,auditor,0,AUDITOR,2026-04-01,',
  'kansa,監査,OFFICE,,kansa-kacho,課長,STAFF,0,general-affairs-head,0,,2026-04-01,',
];
beforeAll(async () => {
  city = await testCity();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const drafted = (more: Partial<DraftCaseInput> = {}, name = 'drafter', where = {}) =>
  city.suite.approvals.draft(
    city.as(name, where),
    { title: '研修の実施について', proposalText: '伺います。', classificationCode, ...more },
    aDocument(),
  );
const submit = ({ id, version }: CaseView, where = {}) =>
  city.suite.approvals.submit(city.as('drafter', where), id, version);
const act = (name: string, view: CaseView, what: Record<string, unknown>, where = {}) =>
  city.suite.approvals.act(city.as(name, where), view.id, { ...what, version: view.version } as ActInput);
async function decided(more: Partial<DraftCaseInput> = {}, where = {}): Promise<CaseView> {
  const reviewed = await act(
    'subsection-head',
    await submit(await drafted(more, 'drafter', where), where),
    { act: 'approve' },
    where,
  );
  return act('section-head', reviewed, { act: 'approve' }, where);
}
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (error: { code: string }) => error.code,
  );
const read = (name: string, { id }: CaseView, where = {}) => city.suite.approvals.read(city.as(name, where), id);

/** Every id of a box, page by page. */
async function listed(name: string, box: Box, { q = '', where = {} } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await city.suite.approvals.list(city.as(name, where), { box, q, cursor, limit: 2 });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}
const board = async (name: string): Promise<string[]> => {
  const found = city.suite.routes.find(({ path }) => path === '/stats/board');
  const input = { params: {}, query: {}, body: {}, file: null };
  const page = (await found?.handle(city.as(name), input)) as BoardPage;
  return page.items.map(({ caseId }) => caseId);
};

describe('A-02: the decided cases of a section', () => {
  it('A-02: are found, searched, opened and cited by its other staff, who have no part in them', async () => {
    const view = await decided({ title: '港まつりの警備委託について', confidentiality: 'C2' });
    for (const box of ['section', 'all'] as const) {
      expect(await listed('colleague', box)).toContain(view.id);
      expect(await listed('colleague', box, { q: '警備委託' })).toEqual([view.id]);
      expect(await listed('colleague', box, { q: view.documentNumber?.label ?? '' })).toContain(view.id);
    }
    const seen = await read('colleague', view);
    expect(seen).toMatchObject({ status: 'DECIDED', task: null });
    expect(seen.may).toMatchObject({
      cite: true,
      edit: false,
      circulate: false,
      setEffectiveDate: false,
      remind: false,
    });
    const cited = await city.suite.approvals.cite(city.as('colleague'), view.id, { corrects: false });
    expect(cited).toMatchObject({ status: 'DRAFT', citedCaseId: view.id, drafter: { name: '見本 colleague' } });
    expect(await drafted({ citedCaseId: view.id }, 'colleague')).toMatchObject({ citedCaseId: view.id });
    await expect(city.suite.records.content(city.as('colleague'), view.document.recordId)).resolves.toBeDefined();
    for (const box of ['inbox', 'reading', 'board', 'drafted', 'consulted', 'standIn'] as const) {
      expect(await listed('colleague', box)).not.toContain(view.id);
    }
  });

  it('A-02: begin to be theirs with the decision, not before', async () => {
    const draft = await drafted({ title: '決裁前の件' });
    const view = await submit(draft);
    const reviewed = await act('subsection-head', view, { act: 'approve' });
    const rejected = await act('subsection-head', await submit(await drafted({ title: '却下の件' })), {
      act: 'reject',
      reason: '必要がない',
    });
    for (const one of [reviewed, rejected]) {
      expect(await refusal(read('colleague', one))).toBe('approvals.not_found');
      expect(await refusal(city.suite.approvals.cite(city.as('colleague'), one.id, { corrects: false }))).toBe(
        'approvals.not_found',
      );
      for (const box of ['section', 'all'] as const) expect(await listed('colleague', box)).not.toContain(one.id);
    }
    const done = await act('section-head', reviewed, { act: 'approve' });
    expect(await read('colleague', done)).toMatchObject({ status: 'DECIDED' });
  });

  it.each(['C3A', 'C3B', 'C3C'] as const)(
    'A-02: above 機密性 2 (%s) stay with their route',
    async (confidentiality) => {
      const view = await decided({ title: `秘密の件 ${confidentiality}`, confidentiality });
      expect(await refusal(read('colleague', view))).toBe('approvals.not_found');
      for (const box of ['section', 'all'] as const) {
        expect(await listed('colleague', box, { q: '秘密の件' })).toEqual([]);
      }
      expect(await listed('section-head', 'section')).not.toContain(view.id);
      expect(await listed('section-head', 'all')).toContain(view.id);
      expect(await read('subsection-head', view)).toMatchObject({ title: view.title });
    },
  );

  it('A-02: are no business of another section, nor of another municipality', async () => {
    const view = await decided({ title: '他課には見えない件' });
    const elsewhere = await decided({ title: '隣町の件' }, { municipalityId: YAMATO });
    expect(await refusal(read('other-section', view))).toBe('approvals.not_found');
    expect(await refusal(read('colleague', view, { municipalityId: YAMATO }))).toBe('approvals.not_found');
    expect(await refusal(read('colleague', elsewhere))).toBe('approvals.not_found');
    expect(await listed('other-section', 'section')).toEqual([]);
    expect(await listed('colleague', 'section')).not.toContain(elsewhere.id);
    expect(await listed('colleague', 'section', { where: { municipalityId: YAMATO } })).toEqual([elsewhere.id]);
  });

  it('A-02: follow the directory: who comes to the section sees them, who leaves it no longer does', async () => {
    const view = await decided({ title: '異動のあった課の件' });
    const moved = POSTS.map((line) =>
      line.includes(',colleague,')
        ? line.replace('seisaku-k,政策係,SUBSECTION,seisaku,seisaku-shuji', 'somu,総務課,SECTION,,somu-jimu')
        : line,
    ).map((line) =>
      line.includes(',other-section,')
        ? line.replace('somu,総務課,SECTION,,somu-shuji', 'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-jimu')
        : line,
    );
    await importPosts(city.suite, MINATO, moved);
    expect(await refusal(read('colleague', view))).toBe('approvals.not_found');
    expect(await listed('colleague', 'section')).toEqual([]);
    expect(await read('other-section', view)).toMatchObject({ title: view.title });
    expect(await listed('other-section', 'all')).toContain(view.id);
    await importPosts(city.suite, MINATO, POSTS);
    expect(await read('colleague', view)).toMatchObject({ title: view.title });
  });

  it('A-02: are read page by page in the order of an index, however many there are', async () => {
    const ids = (await listed('section-head', 'section')).toSorted().toReversed();
    expect(ids.length).toBeGreaterThan(3);
    expect(await listed('section-head', 'section')).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('A-42: the id of another system', () => {
  it('A-42: is the sender’s own: nobody can take one that another uses, and the sender’s stays one case', async () => {
    const finance = { clientId: '4b616967-6900-4000-8000-0000000000f1' };
    const send = (name: string, where: { clientId?: string; municipalityId?: string } = {}) =>
      drafted({ externalId: 'zaimu-2026-7' }, name, where);
    const squatted = await send('other-section');
    const first = await send('drafter', finance);
    expect(first.id).not.toBe(squatted.id);
    expect(first).toMatchObject({ externalId: 'zaimu-2026-7', drafter: { name: '見本 drafter' } });
    expect((await send('drafter', finance)).id).toBe(first.id);
    const others = [
      await send('drafter'),
      await send('drafter', { clientId: '4b616967-6900-4000-8000-0000000000f2' }),
      await send('colleague', finance),
      await send('drafter', { ...finance, municipalityId: YAMATO }),
    ];
    expect(new Set([first, squatted, ...others].map(({ id }) => id)).size).toBe(6);
    expect((await send('other-section')).id).toBe(squatted.id);
  });
});

describe('A-11: a deputy from outside the route', () => {
  it('A-11: opens and downloads what they may decide today, and no longer once the absent one is back', async () => {
    await importPosts(city.suite, MINATO, KIKAKU);
    const matter = {
      code: 'GOODS_PURCHASE',
      facts: { amountYen: 500_000 },
      escalations: ['IMPORTANT'],
      raiseTo: null,
      analogousTo: null,
    };
    const draft = await drafted({ title: '端末の購入について', matter });
    const file = { fileName: '見積書.txt', bytes: strToU8('五十万円') };
    const asked = { caseId: draft.id, version: draft.version, replaces: null, file };
    const view = await act(
      'subsection-head',
      await submit(await city.suite.approvals.attach(city.as('drafter'), asked)),
      { act: 'approve' },
    );
    expect(view.holder?.postTitle).toBe('部長');
    const deputy = city.as('section-head');
    const opening = (): Record<string, () => Promise<unknown>> => ({
      read: () => city.suite.approvals.read(deputy, view.id),
      history: () => city.suite.approvals.history(deputy, view.id),
      pack: () => city.suite.approvals.readingPack(deputy, view.id),
      attachment: () =>
        city.suite.approvals.attachment(deputy, {
          caseId: view.id,
          attachmentId: view.attachments[0]?.id ?? '',
          version: null,
        }),
      document: () => city.suite.records.content(deputy, view.document.recordId),
      record: () => city.suite.records.read(deputy, view.document.recordId),
    });
    const outcomes = async () => {
      const each = await Promise.all(Object.values(opening()).map((open) => refusal(open())));
      return each.map((code) => code.replace(/^.*\.not_found$/, 'hidden').replace('was not refused', 'open'));
    };
    expect(await outcomes()).toEqual(Array(6).fill('hidden'));
    const period = {
      from: new Date(Date.now() - 60_000).toISOString(),
      until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
      note: '出張',
    };
    const absences = await Promise.all(
      ['department-head', 'subsection-head'].map(async (name) => ({
        name,
        id: (await city.suite.absences.record(city.as(name), period)).id,
      })),
    );
    expect(await outcomes()).toEqual(Array(6).fill('open'));
    expect(await listed('section-head', 'standIn')).toEqual([view.id]);
    await Promise.all(absences.map(({ name, id }) => city.suite.absences.cancel(city.as(name), id)));
    expect(await outcomes()).toEqual(Array(6).fill('hidden'));
    expect(await listed('section-head', 'standIn')).toEqual([]);
    await importPosts(city.suite, MINATO, POSTS);
  });
});

describe('A-02: what lists show and what opens', () => {
  const NAMES = [
    'drafter',
    'colleague',
    'subsection-head',
    'section-head',
    'department-head',
    'other-section',
    'general-affairs-head',
    'auditor',
  ];
  const BOXES = ['inbox', 'drafted', 'consulted', 'section', 'reading', 'standIn', 'board', 'all'] as const;

  /** A case in each state that it can have, each of its kind with and without secrets. */
  async function everyKind(): Promise<CaseView[]> {
    const cases: CaseView[] = [];
    for (const confidentiality of ['C1', 'C2', 'C3B'] as const) {
      const title = `全状態 ${confidentiality}`;
      const more = { title, confidentiality };
      cases.push(
        await drafted(more),
        await drafted(more, 'colleague'),
        await submit(await drafted(more)),
        await decided(more),
      );
      cases.push(await act('subsection-head', await submit(await drafted(more)), { act: 'sendBack', reason: '直す' }));
      cases.push(await act('subsection-head', await submit(await drafted(more)), { act: 'reject', reason: '不要' }));
      cases.push(await act('subsection-head', await submit(await drafted(more)), { act: 'ask', text: '確認' }));
      cases.push(await act('drafter', await submit(await drafted(more)), { act: 'pullBack' }));
      const { staffId } = await city.suite.directory.me(city.as('other-section'));
      const readers = { act: 'circulate', staffIds: [staffId], postIds: [], unitIds: [] };
      cases.push(await act('drafter', await decided(more), readers));
    }
    return cases;
  }

  it.each(['as they were drafted', 'after the drafter’s superiors have moved'])(
    'A-02: agree for everybody, %s',
    async (when) => {
      const cases = await everyKind();
      if (when !== 'as they were drafted') {
        await importPosts(
          city.suite,
          MINATO,
          POSTS.map((line) =>
            line.includes('seisaku-kakaricho') ? line.replace(',subsection-head,', ',other-section,') : line,
          ).filter((line) => !line.includes('somu-shuji')),
        );
      }
      const opened: string[] = [];
      for (const name of NAMES) {
        const shown = new Set(await board(name));
        for (const box of BOXES) for (const id of await listed(name, box)) shown.add(id);
        for (const box of ['all', 'section'] as const)
          for (const id of await listed(name, box, { q: '全状態' })) shown.add(id);
        for (const id of shown)
          expect([name, id, await refusal(city.suite.approvals.read(city.as(name), id))]).toEqual([
            name,
            id,
            'was not refused',
          ]);
        for (const view of cases) {
          const outcome = await refusal(read(name, view));
          if (outcome === 'was not refused') opened.push(name);
          else
            expect([name, view.status, outcome, shown.has(view.id)]).toEqual([
              name,
              view.status,
              'approvals.not_found',
              false,
            ]);
        }
        if (name !== 'auditor')
          for (const box of BOXES)
            expect(await listed(name, box, { where: { municipalityId: YAMATO }, q: '全状態' })).toEqual([]);
      }
      // Nobody sees everything but the auditor, and nobody but 監査 and 総括文書管理者 sees what they have no part in.
      expect(opened.filter((name) => name === 'colleague').length).toBeLessThan(cases.length / 2);
      expect(opened.filter((name) => name === 'auditor')).toHaveLength(cases.length);
      await importPosts(city.suite, MINATO, POSTS);
    },
  );
});
