import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, KaigiError, UploadedFile } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import type { RecordView } from './contract.ts';
import type { CopySigns } from './copies/contract.ts';
import type { KeepingView } from './keeping/contract.ts';
import type { Placing } from './placing/contract.ts';
import type { Suggestion } from './suggestions/contract.ts';
import type { OfferedTemplates, TemplateInFull } from './templates/contract.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
  const officers = POSTS.map((line) => line.replace(',colleague,0,,', ',colleague,0,RECORDS_OFFICER,'));
  await importPosts(city.suite, MINATO, officers);
});
afterAll(() => city.close());

interface Asked {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly file?: UploadedFile;
}

/** A call as the service makes it: by the route, its input read by the route's schemas. */
async function call<T>(caller: Caller, line: string, { params, query, body, file }: Asked = {}): Promise<T> {
  const found = city.suite.routes.find(({ method, path }) => `${method} ${path}` === line);
  if (!found) throw new TypeError(`no route ${line}`);
  const input = {
    params: found.params?.parse(params ?? {}),
    query: found.query?.parse(query ?? {}),
    body: found.body?.parse(body ?? {}),
    file: file ?? null,
  };
  return (await found.handle(caller, input)) as T;
}

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (error: KaigiError) => error.code,
  );

const codeOf = async (word: string): Promise<string> => {
  const { items } = await city.suite.regulations.classifications(city.as('drafter'), word);
  return items.find(({ suggested }) => suggested)?.code ?? '';
};

const file = (title: string, classificationCode: string, kind = 'REFERENCE', by = 'drafter') =>
  call<RecordView>(city.as(by), 'POST /records', {
    body: { kind, title, classificationCode },
    file: aDocument(title),
  });

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('R-01: suggestions', () => {
  const suggest = async (body: object, by = 'drafter', locale: Caller['locale'] = 'ja') =>
    (await call<{ items: Suggestion[] }>(city.as(by, { locale }), 'POST /records/suggestions', { body })).items;

  it('R-01: come from a heading, from what was filed before, and from the section, each with its reason', async () => {
    const [purchase, training] = [await codeOf('物品'), await codeOf('研修')];
    const [heading] = await suggest({ kind: 'DRAFT_DOCUMENT', title: '別紙のとおり', headings: ['2 研修の日程'] });
    expect(heading).toEqual({ code: training, by: 'HEADING', reason: '見出しの「研修」から' });

    await file('令和7年度ふれあい交流事業報告', purchase);
    const [again] = await suggest({ kind: 'REFERENCE', title: '令和8年度ふれあい交流事業報告' });
    expect(again).toEqual({
      code: purchase,
      by: 'EARLIER',
      reason: '前に登録した「令和7年度ふれあい交流事業報告」と同じ分類',
    });

    const [neighbour] = await suggest(
      { kind: 'REFERENCE', title: '令和8年度ふれあい交流事業報告' },
      'section-head',
      'en',
    );
    expect(neighbour).toEqual({ code: purchase, by: 'SECTION', reason: 'Your section filed 1 document here lately' });
    // Another section and another municipality learn nothing of it.
    expect(await suggest({ kind: 'REFERENCE', title: 'ふれあい' }, 'other-section')).toEqual([]);
    const elsewhere = city.as('drafter', { municipalityId: YAMATO });
    expect(
      await call(elsewhere, 'POST /records/suggestions', { body: { kind: 'REFERENCE', title: 'ふれあい' } }),
    ).toEqual({ items: [] });
  });
});

describe('R-01, R-20: the third step of filing', () => {
  const placing = (classificationCode: string, by = 'drafter', locale: Caller['locale'] = 'ja') =>
    call<Placing>(city.as(by, { locale }), 'GET /records/placing', {
      query: { kind: 'REFERENCE', classificationCode },
    });
  const filed = (body: object, by = 'drafter') =>
    call<RecordView>(city.as(by), 'POST /records', {
      body: { kind: 'REFERENCE', title: '保存のしかた', ...body },
      file: aDocument('保存のしかた'),
    });
  const kept = (recordId: string) =>
    call<KeepingView>(city.as('section-head'), 'GET /records/{id}/keeping', { params: { id: recordId } });

  it('R-01: the class says how long and why with its article, and offers the folders of the section', async () => {
    const code = await codeOf('研修');
    const before = await placing(code);
    expect(before).toMatchObject({ folders: [], folderId: null, level: 'C2' });
    expect(before.retention.sentence).toContain(`保存期間は${before.retention.period}です。`);
    expect(before.retention.article).not.toBe('');
    expect(before.questions.map(({ id }) => id)).toEqual(['secret', 'grave', 'personal', 'internal']);
    expect((await placing(code, 'drafter', 'en')).levels.C2.name).toBe('Confidentiality 2');
    expect(before.questions[0]?.text).toContain('秘密文書');
    const { sections, fiscalYear } = await city.suite.records.keeping.folders.list(city.as('section-head'), undefined);
    const unitId = sections[0]?.unitId ?? '';
    const make = (title: string) =>
      city.suite.records.keeping.folders.make(city.as('section-head'), {
        ...{ title, classificationCode: code, fiscalYear, unitId },
      });
    const [first, second] = [await make('研修 一'), await make('研修 二')];
    expect(await placing(code)).toMatchObject({ folderId: null, folders: [{ id: first.id }, { id: second.id }] });
    const record = await filed({ classificationCode: code, folderId: second.id });
    expect((await kept(record.id)).folder?.id).toBe(second.id);
    expect(record.period.ja).toBe(before.retention.period);
    expect((await placing(code)).folderId).toBe(second.id);
    expect(await refusalOf(filed({ classificationCode: await codeOf('物品'), folderId: second.id }))).toBe(
      'records.folder_other_class',
    );
    expect(await refusalOf(filed({ classificationCode: code, folderId: second.id }, 'other-section'))).toBe(
      'records.folder_other_unit',
    );
  });

  it('R-20: the answers decide the level, and whoever filed it still sees what its section does not', async () => {
    const classificationCode = await codeOf('研修');
    const levelAnswers = { secret: false, grave: true, personal: false, internal: false };
    const record = await filed({ classificationCode, level: 'C2', levelAnswers });
    expect(await kept(record.id)).toMatchObject({ level: 'C3B', levelAnswers });
    const read = (by: string) => call<RecordView>(city.as(by), 'GET /records/{id}', { params: { id: record.id } });
    expect((await read('drafter')).id).toBe(record.id);
    expect(await refusalOf(read('colleague'))).toBe('records.not_found');
  });

  it('R-01: 永年 is told in words, of a class, of a record and of a case', async () => {
    const { items } = await city.suite.regulations.classifications(city.as('drafter'), '');
    const forever = items.find(({ permanent }) => permanent);
    const classificationCode = forever?.code ?? '';
    const { period } = await filed({ classificationCode });
    expect(period.ja).toBe('永年（30年ごとに見直し）');
    expect(period).toEqual(forever?.period);
    const input = { title: '保存期間', proposalText: '', classificationCode };
    const view = await city.suite.approvals.draft(city.as('drafter'), input, aDocument('保存期間'));
    expect(view.period).toEqual(period);
  });
});

describe('R-30: copies of a filed document', () => {
  const COMPARE = 'POST /records/{id}/open-document/compare';
  const document = (change: object = {}) => ({
    ...{ place: hash('https://here/a.docx'), fileName: 'a.docx', words: hash('本文') },
    ...change,
  });

  it('R-30: are told from the filed one, until a person says that it is the same', async () => {
    const { id } = await file('写しの元', await codeOf('物品'), 'FINAL_DOCUMENT');
    const asked = (body: object, by = 'drafter') => call<CopySigns>(city.as(by), COMPARE, { params: { id }, body });
    expect(await asked(document())).toEqual({ signs: [] });
    await call(city.as('drafter'), 'PUT /records/{id}/open-document', { params: { id }, body: document() });
    expect(await asked(document())).toEqual({ signs: [] });
    expect(await asked(document({ words: hash('別の本文') }))).toEqual({ signs: ['WORDS'] });
    const copy = document({ place: hash('https://there/b.docx'), fileName: 'b.docx' });
    expect(await asked(copy)).toEqual({ signs: ['PLACE', 'NAME'] });
    await call(city.as('drafter'), 'PUT /records/{id}/open-document', { params: { id }, body: copy });
    expect(await asked(copy)).toEqual({ signs: [] });
    // Who may not read the record is not told that there is one.
    expect(await refusalOf(asked(copy, 'other-section'))).toBe('records.not_found');
  });

  it('R-30: whoever only reads it does not say which file it is; its section does', async () => {
    const NOTE = 'PUT /records/{id}/open-document';
    const { id } = await file('読まれるだけの元', await codeOf('物品'), 'FINAL_DOCUMENT');
    const note = (by: string, body: object) => refusalOf(call(city.as(by), NOTE, { params: { id }, body }));
    const copy = document({ place: hash('https://there/c.docx'), fileName: 'c.docx', words: hash('別の本文') });
    const signs = () => call<CopySigns>(city.as('drafter'), COMPARE, { params: { id }, body: copy });
    expect(await note('drafter', document())).toBe('was not refused');
    for (const by of ['department-head', 'auditor']) expect(await note(by, copy)).toBe('records.copy_not_yours');
    expect(await note('other-section', copy)).toBe('records.not_found');
    expect(await signs()).toEqual({ signs: ['PLACE', 'NAME', 'WORDS'] });
    expect(await note('colleague', copy)).toBe('was not refused');
    expect(await signs()).toEqual({ signs: [] });
  });
});

describe('R-29: 様式', () => {
  const list = (by = 'drafter', query: object = {}) => call<OfferedTemplates>(city.as(by), 'GET /templates', { query });
  const add = (by: string, title: string, more: object = {}, key: string | null = null) =>
    call<TemplateInFull>(city.as(by, { idempotencyKey: key }), 'POST /templates', {
      body: { title, ...more },
      file: aDocument(title),
    });

  it('R-29: is added by the 文書主任 of a section, offered to everybody, and has editions', async () => {
    const code = await codeOf('研修');
    const made = await add('colleague', '研修実施伺い', {
      kind: 'DRAFT_DOCUMENT',
      classificationCode: code,
      note: '初版',
    });
    expect(made).toMatchObject({ ownerUnitName: '政策課', state: 'OFFERED', current: { edition: 1, note: '初版' } });
    const renewed = await call<TemplateInFull>(city.as('colleague'), 'POST /templates/{id}/editions', {
      params: { id: made.id },
      body: { version: made.version, note: '伺い文を改めた' },
      file: aDocument('研修実施伺い 改'),
    });
    expect(renewed.editions.map(({ edition, note }) => [edition, note])).toEqual([
      [2, '伺い文を改めた'],
      [1, '初版'],
    ]);
    expect(renewed.current.file.sha256).not.toBe(made.current.file.sha256);

    const { items, may } = await list('other-section', { q: '研修　政策' });
    expect(items.map(({ id, may: mine }) => [id, mine.change])).toEqual([[made.id, false]]);
    expect(may).toEqual({ add: false });
    const first = await call<{ bytes: Uint8Array }>(city.as('other-section'), 'GET /templates/{id}/content', {
      params: { id: made.id },
      query: { edition: '1' },
    });
    expect(hash(Buffer.from(first.bytes).toString('latin1'))).toBe(
      hash(Buffer.from(aDocument('研修実施伺い').bytes).toString('latin1')),
    );
  });

  it('R-29: is not added or changed by others, not in two minds, and not by another municipality', async () => {
    expect(await refusalOf(add('drafter', '勝手な様式'))).toBe('records.template_not_yours');
    const made = await add('colleague', '出張伺い', {}, 'once');
    expect((await add('colleague', '出張伺い', {}, 'once')).id).toBe(made.id);
    const change = (by: string, body: object, more: Partial<Caller> = {}) =>
      call<TemplateInFull>(city.as(by, more), 'PATCH /templates/{id}', { params: { id: made.id }, body });
    expect(await refusalOf(change('drafter', { version: 1, title: '別名' }))).toBe('records.template_not_yours');
    expect(await refusalOf(change('colleague', { version: 7, title: '別名' }))).toBe('records.template_stale');
    expect(await refusalOf(change('colleague', { version: 1, classificationCode: 'Z' }))).toBe(
      'regulations.unknown_classification',
    );
    const elsewhere = { municipalityId: YAMATO };
    expect(await refusalOf(change('general-affairs-head', { version: 1 }, elsewhere))).toBe(
      'records.template_not_found',
    );
    const retired = await change('general-affairs-head', { version: 1, state: 'RETIRED' });
    expect(retired).toMatchObject({ state: 'RETIRED', version: 2 });
    expect((await list()).items.map(({ id }) => id)).not.toContain(made.id);
    expect((await list('drafter', { state: 'all' })).items.map(({ id }) => id)).toContain(made.id);
    const notWord = { fileName: 'x.docx', bytes: new TextEncoder().encode('not a document') };
    expect(
      await refusalOf(call(city.as('colleague'), 'POST /templates', { body: { title: '壊れた様式' }, file: notWord })),
    ).toMatch(/^records\./);
  });

  it('R-29: stands in the log, and verifying sees an edition that was altered', async () => {
    const made = await add('colleague', '検証する様式');
    const { sha256 } = made.current.file;
    const stored = join(city.home, 'blobs', sha256.slice(0, 2), sha256);
    const findings = async () => {
      const found: string[] = [];
      for await (const { code, subject } of city.suite.verify(MINATO)) found.push(`${code} ${subject}`);
      return found;
    };
    expect(await findings()).toEqual([]);
    const bytes = await readFile(stored);
    await writeFile(stored, Buffer.concat([bytes, Buffer.from([1])]));
    expect(await findings()).toEqual([`records.template_altered ${made.id}/1`]);
  });
});
