import { afterEach, describe, expect, it } from '@jest/globals';
import { OfficeMockObject } from 'office-addin-mock';
import { OfficeWordDocument } from './office-word-document.ts';
import { DATE_TAG, NUMBER_TAG, WordProblem } from './word-document.ts';

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
}

function control(text: string, cannotEdit = false): FakeControl {
  const made = { text, cannotEdit, cannotDelete: cannotEdit, insertText };
  function insertText(words: string): void {
    made.text = words;
  }
  return made;
}

/** Word as the mock library gives it, with the few methods that the pane calls. */
function installWord(
  world: World,
  { paragraphs = [] as string[], title = '', url = 'https://host/sites/a/%E6%96%87%E6%9B%B8.docx' } = {},
): void {
  const collection = (items: readonly unknown[]) => ({ items, load: () => undefined });
  const mock = new OfficeMockObject({
    context: {
      document: {
        properties: { title, customProperties: {} },
        body: { insertParagraph: (text: string) => insertedParagraph(world, text) },
        contentControls: { getByTag: (tag: string) => collection(world.controls[tag] ?? []) },
        save: () => {
          world.saves += 1;
        },
      },
    },
    run: async function (this: { context: unknown }, work: (context: unknown) => Promise<unknown>) {
      return work(this.context);
    },
  }) as unknown as { context: { document: { body: object; properties: { customProperties: object } } } };
  Object.assign(mock.context.document.body, { paragraphs: collection(paragraphs.map((text) => ({ text }))) });
  Object.assign(mock.context.document.properties.customProperties, {
    add: (key: string, value: string) => world.properties.set(key, value),
    getItemOrNullObject: (key: string) => ({
      load: () => undefined,
      isNullObject: !world.properties.has(key),
      value: world.properties.get(key),
      delete: () => world.properties.delete(key),
    }),
  });
  Object.assign(globalThis, { Word: mock, Office: { context: { document: { url } } } });
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
  return { inserted: [], properties: new Map(), saves: 0, controls: {} };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Word');
  Reflect.deleteProperty(globalThis, 'Office');
});

const STAMP = { number: '政第12号', date: '令和8年11月21日' };

describe('looking at the document', () => {
  it('reads title, first written paragraph, file name and record in one go', async () => {
    const world = emptyWorld();
    world.properties.set('KaigiRecordId', 'r-1');
    installWord(world, { title: ' 件名 ', paragraphs: ['(番号)', '(日付)', '  ', '本文の一行目', '二行目'] });
    expect(await new OfficeWordDocument().look()).toEqual({
      recordId: 'r-1',
      titleProperty: '件名',
      firstParagraph: '本文の一行目',
      fileName: '文書.docx',
      isEmpty: false,
    });
  });

  it('says that a document with only placeholders is empty, and that a new one has no name', async () => {
    installWord(emptyWorld(), { paragraphs: ['(番号)', '(日付)', ''], url: '' });
    expect(await new OfficeWordDocument().look()).toEqual({
      recordId: null,
      titleProperty: '',
      firstParagraph: '',
      fileName: null,
      isEmpty: true,
    });
  });
});

describe('the places for number and day', () => {
  it('puts number above day, and does not put them twice', async () => {
    const world = emptyWorld();
    installWord(world);
    await new OfficeWordDocument().prepare();
    await new OfficeWordDocument().prepare();
    expect(world.inserted).toEqual(['(番号)', '(日付)']);
    expect(Object.keys(world.controls).sort()).toEqual([DATE_TAG, NUMBER_TAG].sort());
  });

  it('fills and locks them, saves, and changes nothing the second time', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('(番号)')], [DATE_TAG]: [control('(日付)')] } };
    installWord(world);
    expect(await new OfficeWordDocument().stamp(STAMP)).toBe('stamped');
    expect(world.controls[NUMBER_TAG]?.[0]).toMatchObject({ text: '政第12号', cannotEdit: true, cannotDelete: true });
    expect(world.controls[DATE_TAG]?.[0]).toMatchObject({ text: '令和8年11月21日', cannotEdit: true });
    expect(await new OfficeWordDocument().stamp(STAMP)).toBe('alreadyThere');
    expect(world.saves).toBe(1);
  });

  it('says when the document has no place for the number', async () => {
    installWord(emptyWorld());
    expect(await new OfficeWordDocument().stamp(STAMP)).toBe('missing');
  });

  it('empties and unlocks them for a copy, and forgets the record', async () => {
    const world = { ...emptyWorld(), controls: { [NUMBER_TAG]: [control('政第12号', true)] } };
    world.properties.set('KaigiRecordId', 'r-1');
    installWord(world);
    await new OfficeWordDocument().startAnew();
    expect(world.controls[NUMBER_TAG]?.[0]).toMatchObject({ text: '(番号)', cannotEdit: false });
    expect(world.properties.size).toBe(0);
  });
});

describe('the note of the record', () => {
  it('is kept as a custom property, and the document is saved only where it has a place', async () => {
    const world = emptyWorld();
    installWord(world, { url: '' });
    await new OfficeWordDocument().rememberRecord('r-9');
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
