import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import { newCase } from '../../fixtures/fake-case.ts';
import { ApiFailure } from '../api/failure.ts';
import { emptyForm } from '../filing/filing-form.ts';
import { PaneStore } from '../pane/pane-store.ts';
import { Standing } from '../pane/standing.ts';
import type { WordDocument } from '../word/word-document.ts';
import type { Unsent } from './unsent.ts';
import { UnsentDesk } from './unsent-desk.ts';
import type { UnsentStore } from './unsent-store.ts';

const DAY = 24 * 60 * 60 * 1000;
let machine: Map<string, Unsent>;
let sent: { key: string; title: string; bytes: number }[];
let answers: (() => CaseView)[];
let now: number;

/** This machine, as it stays when a pane is closed and another one opened. */
const kept: UnsentStore = {
  of: async (person) => [...machine.values()].filter((one) => one.person === person),
  put: async (one) => {
    machine.set(one.key, one);
    return true;
  },
  remove: async (key) => void machine.delete(key),
};

const lost = () => {
  throw new ApiFailure('unsure');
};

function pane(documentUrl: string, person = 'p', canKeepIds = true) {
  const store = new PaneStore();
  const word = {
    rememberRecord: async () => {
      if (!canKeepIds) throw new TypeError('protected');
    },
  } as unknown as WordDocument;
  const api = {
    draftCase: async ({ title }: { title: string }, file: { bytes: Uint8Array }, key: string) => {
      sent.push({ key, title, bytes: file.bytes.length });
      return (answers.shift() ?? (() => newCase(title)))();
    },
    fileRecord: () => Promise.reject(new TypeError('no record is filed here')),
  };
  const standing = new Standing(store, word);
  let keys = 0;
  const makeKey = () => {
    keys += 1;
    return `${documentUrl} ${keys}`;
  };
  return { store, desk: new UnsentDesk({ kept, api, store, standing, person, documentUrl, now: () => now, makeKey }) };
}

const press = (desk: UnsentDesk, title: string, words = 'w') => {
  const form = { ...emptyForm({ titleProperty: title, subjectLine: '', fileName: null }), classificationCode: 'A' };
  return desk.make({ form, file: { fileName: 'a.docx', bytes: new Uint8Array(7) }, words });
};

beforeEach(() => {
  [machine, sent, answers, now] = [new Map(), [], [], Date.UTC(2026, 3, 1)];
});

describe('R-30: what was pressed and did not arrive', () => {
  it('R-30: is sent again by the next pane under the same key, byte for byte, and goes once it has arrived', async () => {
    const first = pane('https://here/a.docx');
    const unsent = press(first.desk, '研修');
    await first.desk.keep(unsent);
    answers.push(lost);
    await expect(first.desk.send(unsent)).rejects.toThrow();

    const second = pane('https://here/b.docx');
    await second.desk.sendOthers();
    expect(sent).toEqual([
      { key: unsent.key, title: '研修', bytes: 7 },
      { key: unsent.key, title: '研修', bytes: 7 },
    ]);
    expect(second.store.waiting).toEqual([]);

    // The document itself learns of its record when it is opened the next time.
    const third = pane('https://here/a.docx');
    const mine = await third.desk.ofThisDocument({ words: 'w' });
    expect(mine?.recordId).toBe('record-1');
    if (mine) await third.desk.remember(mine, 'record-1');
    expect(machine.size).toBe(0);
  });

  it('R-30: stays and is shown while the line is down', async () => {
    const first = pane('https://here/a.docx');
    await first.desk.keep(press(first.desk, '研修'));
    const second = pane('https://here/b.docx');
    answers.push(lost);
    await second.desk.sendOthers();
    expect(second.store.waiting).toMatchObject([{ title: '研修', tooOld: false, refused: null }]);
    expect(machine.size).toBe(1);
  });

  it('R-30: is not sent by somebody else who signs in on this machine', async () => {
    const first = pane('https://here/a.docx');
    await first.desk.keep(press(first.desk, '研修'));
    await pane('https://here/b.docx', 'other').desk.sendOthers();
    expect(sent).toEqual([]);
  });

  it('R-30: is shown with the sentence of a refusal until the person removes it', async () => {
    const first = pane('https://here/a.docx');
    const unsent = press(first.desk, '研修');
    await first.desk.keep(unsent);
    const second = pane('https://here/b.docx');
    answers.push(() => {
      const problem = {
        type: 'about:blank',
        title: 't',
        status: 422,
        detail: '登録できません。',
        code: 'x',
        errorId: 'e',
      };
      throw new ApiFailure('refused', { problem });
    });
    await second.desk.sendOthers();
    expect(second.store.waiting).toMatchObject([{ refused: '登録できません。' }]);
    await second.desk.forget(unsent);
    expect([second.store.waiting, machine.size]).toEqual([[], 0]);
  });

  it('R-30: is not sent once the service may have forgotten the key, because it would be filed twice', async () => {
    const first = pane('https://here/a.docx');
    await first.desk.keep(press(first.desk, '研修'));
    now += 7 * DAY;
    const later = pane('https://here/a.docx');
    expect(await later.desk.ofThisDocument({ words: 'w' })).toBeUndefined();
    await later.desk.sendOthers();
    expect(sent).toEqual([]);
    expect(later.store.waiting).toMatchObject([{ title: '研修', tooOld: true }]);
  });

  it('R-30: leaves the record on this machine while the document cannot keep it', async () => {
    const first = pane('https://here/a.docx', 'p', false);
    const unsent = press(first.desk, '研修');
    await first.desk.keep(unsent);
    expect(await first.desk.remember(unsent, 'record-1')).toBe(false);
    expect([...machine.values()]).toMatchObject([{ recordId: 'record-1', bytes: new Uint8Array() }]);
  });

  it('R-30: knows the record of a document that is opened long after it arrived, unless it is to be a new one', async () => {
    const first = pane('https://here/a.docx');
    await first.desk.keep(press(first.desk, '研修'));
    await pane('https://here/b.docx').desk.sendOthers();
    now += 30 * DAY;
    const later = pane('https://here/a.docx');
    expect(await later.desk.ofThisDocument({ words: 'w' })).toMatchObject({ recordId: 'record-1' });
    await later.desk.forgetArrived({ words: 'w' });
    expect(await later.desk.ofThisDocument({ words: 'w' })).toBeUndefined();
  });
});
