import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Suggestion } from '@kaigi/core/contract';
import { newCase } from '../../fixtures/fake-case.ts';
import { ApiFailure } from '../api/failure.ts';
import { PaneStore } from '../pane/pane-store.ts';
import { Standing } from '../pane/standing.ts';
import type { Unsent } from '../unsent/unsent.ts';
import { UnsentDesk } from '../unsent/unsent-desk.ts';
import type { DocumentLook, WordDocument } from '../word/word-document.ts';
import type { DocumentReader } from './document-reader.ts';
import { FilingDesk, type FilingParts } from './filing-desk.ts';
import type { FilingForm } from './filing-form.ts';
import { parseForm } from './form-store.ts';

const BLANK: DocumentLook = {
  ...{ recordId: null, template: null, titleProperty: '', subjectLine: '', headings: [], words: 'blank', places: [] },
  ...{ fileName: null, isEmpty: true },
};
const WRITTEN = { ...BLANK, subjectLine: '庁舎の改修について', words: 'written', isEmpty: false };
const CODES = ['A', 'B', 'C'];
const classes = CODES.map((code) => ({
  ...{ code, name: code, path: code, period: { ja: '', en: '' }, suggested: false, article: '' },
})) as unknown as Awaited<ReturnType<FilingParts['api']['classifications']>>;

/** The document, what is kept on this machine, and the service: as panes find them, one after the other. */
let look: DocumentLook;
let kept: Map<string, Unsent>;
let form: unknown;
let sent: { key: string; title: string }[];
let noted: { recordId: string; words: string }[];
let answer: () => ReturnType<typeof newCase>;
let suggest: (title: string) => Promise<Suggestion[]>;
let elsewhere: number;

beforeEach(() => {
  look = WRITTEN;
  kept = new Map();
  form = null;
  sent = [];
  noted = [];
  elsewhere = 0;
  answer = () => newCase('');
  suggest = async () => [];
});

const forms = {
  read: () => parseForm(form),
  write: (one: FilingForm) => {
    form = JSON.parse(JSON.stringify(one));
  },
  forget: () => {
    form = null;
  },
};

/** Once more at the beginning: what a pane asks of what answers at once has been answered. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function pane(documentUrl = 'https://x/a.docx') {
  const store = new PaneStore();
  const word = { look: async () => look, rememberRecord: async () => undefined } as unknown as WordDocument;
  const standing = new Standing(store, word);
  const machine = {
    of: async () => [...kept.values()],
    put: async (one: Unsent) => kept.set(one.key, one) !== undefined,
    remove: async (key: string) => void kept.delete(key),
  };
  const draftCase = async ({ title }: { title: string }, _file: unknown, key: string) => {
    sent.push({ key, title });
    return answer();
  };
  const service = { draftCase, fileRecord: () => Promise.reject(new TypeError('no record is filed here')) };
  const unsent = new UnsentDesk({ kept: machine, api: service, store, standing, person: 'p', documentUrl });
  const api: FilingParts['api'] = {
    classifications: async () => classes,
    suggestions: ({ title }) => suggest(title),
    need: () => Promise.reject(new TypeError('not asked')),
    placing: () => Promise.reject(new TypeError('not asked')),
  };
  const reader = { read: async () => new Uint8Array(3) } as unknown as DocumentReader;
  const desk = new FilingDesk({
    ...{ store, standing, word, reader, api, forms, unsent },
    onFiled: async (recordId, words) => void noted.push({ recordId, words }),
    onFiledElsewhere: async () => {
      elsewhere += 1;
    },
  });
  await desk.begin(look);
  return { store, desk, unsent };
}

type Pane = Awaited<ReturnType<typeof pane>>;

async function toDetails({ desk }: Pane, code = 'A'): Promise<void> {
  desk.change({ step: 'classification' });
  await settled();
  desk.change({ classificationCode: code });
  desk.change({ step: 'details' });
}

const because = (code: string): Suggestion[] => [{ code, by: 'TITLE', reason: '件名から' }];
const lost = () => {
  throw new ApiFailure('unsure');
};

describe('what a filing suggests', () => {
  it('leaves the class alone that a person had chosen when the pane was closed', async () => {
    suggest = async () => because('B');
    const { desk } = await pane();
    desk.change({ step: 'classification' });
    await settled();
    desk.change({ classificationCode: 'C' });
    const { store } = await pane();
    expect(store.filing?.form).toMatchObject({ step: 'classification', classificationCode: 'C' });
  });

  it('is of the document as it is now: it was blank when the pane was opened', async () => {
    look = BLANK;
    suggest = async (title) => (title === '' ? [] : because('B'));
    const { store, desk } = await pane();
    expect(store.filing?.form).toMatchObject({ title: '', classificationCode: '' });
    look = WRITTEN;
    desk.change({ step: 'classification' });
    await settled();
    expect(store.filing?.form).toMatchObject({ title: '庁舎の改修について', classificationCode: 'B' });
    expect(store.filing?.look.isEmpty).toBe(false);
  });

  it('never takes the place of a title that a person typed', async () => {
    const { store, desk } = await pane();
    desk.change({ title: '自分の件名' });
    look = { ...WRITTEN, subjectLine: '別の題', words: 'other' };
    desk.change({ step: 'classification' });
    await settled();
    expect(store.filing?.form.title).toBe('自分の件名');
  });

  it('comes too late once the person has gone on with what stood there', async () => {
    let come: (found: Suggestion[]) => void = () => undefined;
    const first = await pane();
    suggest = () => new Promise((resolve) => (come = resolve));
    first.desk.change({ title: '件名', kind: 'REFERENCE', step: 'classification' });
    await settled();
    first.store.patchFiling((state) => ({ form: { ...state.form, classificationCode: 'A' } }));
    first.desk.change({ step: 'details' });
    come(because('B'));
    await settled();
    expect(first.store.filing?.form.classificationCode).toBe('A');
  });
});

describe('a document is filed once', () => {
  it('when another pane has filed it meanwhile', async () => {
    const late = await pane();
    await toDetails(late);
    look = { ...WRITTEN, recordId: 'record-1' };
    await late.desk.file();
    expect({ sent, elsewhere }).toEqual({ sent: [], elsewhere: 1 });
  });

  it('when another pane has sent it and has not heard of it', async () => {
    const [first, second] = [await pane(), await pane()];
    await toDetails(first);
    answer = lost;
    await first.desk.file();
    answer = () => newCase('');
    await toDetails(second);
    await second.desk.file();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(second.store.case?.justFiled).toBe(true);
  });

  it('when it has no name yet and was written while the pane was open', async () => {
    look = BLANK;
    const first = await pane('');
    look = WRITTEN;
    await toDetails(first);
    answer = lost;
    await first.desk.file();
    const { unsent } = await pane('');
    expect(await unsent.ofThisDocument(WRITTEN)).toMatchObject({ key: sent[0]?.key });
  });
});

describe('what was pressed', () => {
  it('stays as it was while a sign-in is waited for, and is sent under the same key', async () => {
    const { store, desk } = await pane();
    await toDetails({ store, desk } as Pane);
    answer = () => {
      throw new ApiFailure('signedOut');
    };
    await desk.file();
    expect(store.filing?.failure).toEqual({ code: 'unsure.signedOut', unsure: true });
    desk.change({ title: '打ち直した件名' });
    expect(store.filing?.form.title).toBe('庁舎の改修について');
    answer = () => newCase('');
    await desk.file();
    expect(sent[1]).toEqual(sent[0]);
    expect(store.state.stage).toBe('case');
  });

  it('is what is filed, and a document that was written on since says so', async () => {
    const { store, desk } = await pane();
    await toDetails({ store, desk } as Pane);
    answer = lost;
    await desk.file();
    look = { ...WRITTEN, words: 'written on' };
    answer = () => newCase('');
    await desk.file();
    expect(store.case).toMatchObject({ writtenOn: true });
    expect(noted).toEqual([{ recordId: expect.any(String), words: 'written' }]);
  });

  it('says nothing of the kind where it is the document as it stands', async () => {
    const first = await pane();
    await toDetails(first);
    await first.desk.file();
    expect(first.store.case).toMatchObject({ writtenOn: false });
  });
});
