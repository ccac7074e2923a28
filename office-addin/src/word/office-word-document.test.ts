import { afterEach, describe, expect, it } from '@jest/globals';
import { OfficeMockObject } from 'office-addin-mock';
import { OfficeWordDocument } from './office-word-document.ts';
import { PLACES, WordProblem } from './word-document.ts';

const [NUMBER_TAG, DATE_TAG, CLASS_TAG] = [PLACES.number.tag, PLACES.date.tag, PLACES.classification.tag];

interface FakeControl {
  text: string;
  cannotEdit: boolean;
  cannotDelete: boolean;
  insertText: (text: string) => void;
}

interface World {
  inserted: string[];
  properties: Map<string, string>;
  saves: number;
  controls: Record<string, FakeControl[]>;
  /** Null: a Word that does not tell (1.3). */
  reviewing: string | null;
  /** What the review was when words were written. */
  writtenWhile: (string | null)[];
  files: string[];
  document?: { changeTrackingMode?: string };
}

function control(text: string, cannotEdit = false, world?: World): FakeControl {
  const made = { text, cannotEdit, cannotDelete: cannotEdit, insertText };
  function insertText(words: string): void {
    world?.writtenWhile.push(world.document?.changeTrackingMode ?? null);
    made.text = words;
  }
  return made;
}

/** Word as the mock library gives it, with the few methods that the pane calls. */
function installWord(
  world: World,
  {
    paragraphs = [] as (string | { text: string; outlineLevel: number })[],
    title = '',
    url = 'https://host/sites/a/%E6%96%87%E6%9B%B8.docx',
  } = {},
): void {
  const collection = (items: readonly unknown[]) => ({ items, load: () => undefined });
  const mock = new OfficeMockObject({
    context: {
      document: {
        properties: { title, customProperties: {} },
        body: {
          text: paragraphs.map((line) => (typeof line === 'string' ? line : line.text)).join('\r'),
          insertParagraph: (text: string) => insertedParagraph(world, text),
          insertFileFromBase64: (base64: string, where: string) => world.files.push(`${where} ${atob(base64)}`),
        },
        changeTrackingMode: world.reviewing ?? 'Off',
        contentControls: { getByTag: (tag: string) => collection(world.controls[tag] ?? []) },
        save: () => {
          world.saves += 1;
        },
      },
    },
    run: async function (this: { context: unknown }, work: (context: unknown) => Promise<unknown>) {
      return work(this.context);
    },
  }) as unknown as {
    context: { document: { changeTrackingMode: string; body: object; properties: { customProperties: object } } };
  };
  Object.assign(mock.context.document.body, {
    paragraphs: collection(paragraphs.map((line) => (typeof line === 'string' ? { text: line } : line))),
  });
  Object.assign(mock.context.document.properties.customProperties, {
    add: (key: string, value: string) => world.properties.set(key, value),
    getItemOrNullObject: (key: string) => ({
      load: () => undefined,
      isNullObject: !world.properties.has(key),
      value: world.properties.get(key),
      delete: () => world.properties.delete(key),
    }),
  });
  world.document = mock.context.document;
  const isSetSupported = (_name: string, version: string) => version !== '1.4' || world.reviewing !== null;
  const context = { document: { url }, requirements: { isSetSupported } };
  Object.assign(globalThis, { Word: mock, Office: { context } });
}

function insertedParagraph(world: World, text: string) {
  world.inserted.unshift(text);
  const made = control(text);
  return {
    insertContentControl: () =>
      new Proxy(made, {
        set: (target, name, value) => {
          if (name === 'tag') world.controls[String(value)] = [made];
          return Reflect.set(target, name, value);
        },
      }),
  };
}

function emptyWorld(): World {
  return { inserted: [], properties: new Map(), saves: 0, controls: {}, reviewing: null, writtenWhile: [], files: [] };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Word');
  Reflect.deleteProperty(globalThis, 'Office');
});

const STAMP = { number: '政第12号', date: '令和8年11月21日', classification: 'A-01 研修（5年保存）' };
const HASH = /^[0-9a-f]{64}$/;

describe('looking at the document', () => {
  it('R-01: reads title, first written paragraph, headings, file name, record and places in one go', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('政第12号', true)] } };
    world.properties.set('KaigiRecordId', 'r-1');
    world.properties.set('KaigiTemplate', '4b616967-6900-4000-8000-000000000001:3');
    const lines = [
      '政第12号',
      '(日付)',
      '  ',
      '企画部長 様',
      '本文の一行目',
      { text: '経費', outlineLevel: 1 },
      '２ 予算',
    ];
    installWord(world, { title: ' 件名 ', paragraphs: lines });
    expect(await new OfficeWordDocument().look()).toEqual({
      recordId: 'r-1',
      template: { id: '4b616967-6900-4000-8000-000000000001', edition: 3 },
      titleProperty: '件名',
      subjectLine: '本文の一行目',
      headings: ['経費', '２ 予算'],
      words: expect.stringMatching(HASH),
      places: ['number'],
      fileName: '文書.docx',
      isEmpty: false,
    });
  });

  it('says that a document with only placeholders is empty, and that a new one has no name', async () => {
    installWord(emptyWorld(), { paragraphs: ['(番号)', '(日付)', ''], url: '' });
    expect(await new OfficeWordDocument().look()).toMatchObject({
      ...{ recordId: null, template: null, subjectLine: '', fileName: null, isEmpty: true },
    });
  });

  it('R-30: counts the same words as the same, with or without the number', async () => {
    const look = async (controls: World['controls'], paragraphs: string[]) => {
      installWord({ ...emptyWorld(), controls }, { paragraphs });
      return (await new OfficeWordDocument().look()).words;
    };
    const before = await look({ [NUMBER_TAG]: [control('(番号)')] }, ['(番号)', '本文']);
    const after = await look({ [NUMBER_TAG]: [control('政第12号', true)] }, ['政第12号', '', '本文']);
    const other = await look({ [NUMBER_TAG]: [control('政第12号', true)] }, ['政第12号', '別の本文']);
    expect([after === before, other === before]).toEqual([true, false]);
  });
});

describe('R-05: the places for number, day and classification', () => {
  it('R-05: stand in their order at the top, and are not put twice', async () => {
    const world = emptyWorld();
    installWord(world);
    await new OfficeWordDocument().prepare(['number', 'date']);
    await new OfficeWordDocument().prepare(['number', 'date', 'classification']);
    expect(world.inserted).toEqual(['(分類)', '(番号)', '(日付)']);
    expect(Object.keys(world.controls).sort()).toEqual([NUMBER_TAG, DATE_TAG, CLASS_TAG].sort());
  });

  it('R-05: are filled and locked and saved, and nothing changes the second time', async () => {
    const controls = {
      [NUMBER_TAG]: [control('(番号)')],
      [DATE_TAG]: [control('(日付)')],
      [CLASS_TAG]: [control('(分類)')],
    };
    const world = { ...emptyWorld(), controls };
    installWord(world);
    expect(await new OfficeWordDocument().stamp(STAMP)).toEqual({ changed: true, missing: [] });
    expect(world.controls[NUMBER_TAG]?.[0]).toMatchObject({ text: '政第12号', cannotEdit: true, cannotDelete: true });
    expect(world.controls[DATE_TAG]?.[0]).toMatchObject({ text: '令和8年11月21日', cannotEdit: true });
    expect(world.controls[CLASS_TAG]?.[0]).toMatchObject({ text: 'A-01 研修（5年保存）', cannotEdit: true });
    expect(await new OfficeWordDocument().stamp(STAMP)).toEqual({ changed: false, missing: [] });
    expect(world.saves).toBe(1);
  });

  it('R-05: are all filled where one was copied, and those that were deleted are named', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('(番号)'), control('(番号)')] } };
    installWord(world);
    expect(await new OfficeWordDocument().stamp(STAMP)).toEqual({ changed: true, missing: ['date', 'classification'] });
    expect(world.controls[NUMBER_TAG]?.map(({ text }) => text)).toEqual(['政第12号', '政第12号']);
    installWord(emptyWorld());
    const nothing = { changed: false, missing: ['number', 'date', 'classification'] };
    expect(await new OfficeWordDocument().stamp(STAMP)).toEqual(nothing);
  });

  it('R-05: are written outside of the review, which goes on afterwards', async () => {
    const world: World = { ...emptyWorld(), reviewing: 'TrackAll' };
    world.controls[NUMBER_TAG] = [control('(番号)', false, world)];
    installWord(world);
    await new OfficeWordDocument().stamp(STAMP);
    expect([world.writtenWhile, world.document?.changeTrackingMode]).toEqual([['Off'], 'TrackAll']);
  });

  it('R-05: are not written again in an older Word that counts replaced words as text', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('(番号)政第12号', true)] } };
    installWord(world);
    expect(await new OfficeWordDocument().stamp(STAMP)).toMatchObject({ changed: false });
  });

  it('R-05: say that the document is protected', async () => {
    const locked = Object.assign(new Error('x'), { code: 'AccessDenied' });
    installWord(emptyWorld());
    Object.assign(globalThis, { Word: { run: () => Promise.reject(locked) } });
    await expect(new OfficeWordDocument().stamp(STAMP)).rejects.toEqual(new WordProblem('documentLocked'));
  });

  it('R-30: are emptied and unlocked for a copy, which forgets the record', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('政第12号', true)] } };
    world.properties.set('KaigiRecordId', 'r-1');
    installWord(world);
    await new OfficeWordDocument().startAnew();
    expect(world.controls[NUMBER_TAG]?.[0]).toMatchObject({ text: '(番号)', cannotEdit: false });
    expect(world.properties.size).toBe(0);
  });
});

describe('R-29: a 様式', () => {
  it('R-29: takes the place of nothing, comes after what stands there, and leaves its edition in the document', async () => {
    const world = emptyWorld();
    const mark = { id: '4b616967-6900-4000-8000-000000000001', edition: 2 };
    const bytes = new TextEncoder().encode('PK');
    installWord(world, { paragraphs: [''] });
    await new OfficeWordDocument().insertTemplate(bytes, mark);
    installWord(world, { paragraphs: ['書きかけ'] });
    await new OfficeWordDocument().insertTemplate(bytes, mark);
    expect(world.files).toEqual(['Replace PK', 'End PK']);
    expect(world.properties.get('KaigiTemplate')).toBe('4b616967-6900-4000-8000-000000000001:2');
  });
});

describe('the note of the record', () => {
  it('R-30: is kept as a custom property, and the document is saved only where it has a place', async () => {
    const world = emptyWorld();
    installWord(world, { url: '' });
    await new OfficeWordDocument().rememberRecord('r-9');
    await new OfficeWordDocument().save();
    expect([world.properties.get('KaigiRecordId'), world.saves]).toEqual(['r-9', 0]);
  });

  it.each([
    ['AccessDenied', 'documentLocked'],
    ['HostIsBusy', 'wordBusy'],
    ['GeneralException', 'wordFailed'],
  ])('turns %s of Word into %s', async (code, expected) => {
    installWord(emptyWorld());
    Object.assign(globalThis, { Word: { run: () => Promise.reject(Object.assign(new Error('x'), { code })) } });
    await expect(new OfficeWordDocument().look()).rejects.toEqual(new WordProblem(expected as 'wordFailed'));
  });
});
