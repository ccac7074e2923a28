import { describe, expect, it } from '@jest/globals';
import { createLibrary } from './library.ts';
import { microsoft } from './microsoft.fixture.ts';

const CITY = '6d696e61-746f-4000-8000-000000000001';
const DRIVE = '/drives/b!x';
const ITEM = `${DRIVE}/items/i`;
const LABEL = `${ITEM}/retentionLabel`;

async function removed(answers: Readonly<Record<string, number | object>>) {
  const { graph, asked, transport } = microsoft(answers);
  const library = createLibrary({ graphOf: () => graph, transport, drives: new Map([[CITY, 'b!x']]), label: '公文書' });
  return { answer: await library.remove(CITY, 'i'), asked };
}
const GONE = { kind: 'OK', value: 'GONE' };

describe('R-15: a copy in a library', () => {
  it('that carries no label is removed all the same, and not taken for gone because its label is not found', async () => {
    const { answer, asked } = await removed({ [`GET ${LABEL}`]: 404, [`POST ${ITEM}/permanentDelete`]: 204 });
    expect(answer).toEqual(GONE);
    expect(asked).toContain(`POST ${ITEM}/permanentDelete`);
  });

  it('goes into the recycle bin where it is the act that is not found, and not the copy', async () => {
    const there = { [`GET ${LABEL}`]: { name: '公文書' }, [`DELETE ${LABEL}`]: 204, [`GET ${ITEM}`]: { id: 'i' } };
    const { answer } = await removed({ ...there, [`DELETE ${ITEM}`]: 204 });
    expect(answer).toEqual({ kind: 'OK', value: 'RECYCLED' });
  });

  it('that is not found in a library that is there is not said to be gone from its recycle bin; of no other is even that said', async () => {
    const { answer } = await removed({ [`GET ${DRIVE}`]: { id: 'b!x' } });
    expect(answer).toEqual({ kind: 'OK', value: 'NOT_FOUND' });
    expect((await removed({})).answer).toEqual({ kind: 'REFUSED', code: 'records.mirror_library_gone' });
  });
});
