import { expect, it } from '@jest/globals';
import { DisclosureActSchema } from './contract.ts';

const VERSION = { version: 3, on: '2026-11-24' };
const BY_CASE = { version: 3, registerId: '0192d5a0-0000-7000-8000-000000000631' };

it.each([
  [{ act: 'withdraw', ...VERSION }, true],
  [{ act: 'withdraw', version: 3 }, false],
  [{ act: 'withdraw', ...VERSION, note: 'あ'.repeat(501) }, false],
  [{ act: 'dismiss', ...BY_CASE, article: '第7条', reason: '補正がない' }, true],
  [{ act: 'dismiss', ...BY_CASE, article: '第7条', reason: ' ' }, false],
  [{ act: 'dismiss', ...BY_CASE, reason: '補正がない' }, false],
  [{ act: 'dismiss', ...VERSION, article: '第7条', reason: '補正がない' }, false],
  [{ act: 'dismiss', ...BY_CASE, on: '2026-11-24', article: '第7条', reason: '補正がない' }, false],
  [{ act: 'askCorrection', ...VERSION, wanted: '名称' }, true],
  [{ act: 'askCorrection', ...VERSION, wanted: '名称', until: '2026-12-08' }, true],
  [{ act: 'askCorrection', ...VERSION, wanted: '名称', until: '0000-01-01' }, false],
  [{ act: 'askCorrection', ...VERSION }, false],
  [{ act: 'refer', ...VERSION }, true],
  [{ act: 'refer', ...VERSION, number: '諮問第12号' }, true],
  [{ act: 'refer', ...VERSION, note: '' }, false],
  [{ act: 'advised', ...VERSION, number: '' }, true],
  [{ act: 'advised', ...VERSION, number: '答申\n第3号' }, false],
  [{ act: 'rule', ...VERSION, ruling: 'PARTLY_UPHELD', note: '第2号' }, true],
  [{ act: 'rule', ...VERSION, ruling: 'WITHDRAWN' }, true],
  [{ act: 'rule', ...VERSION, ruling: 'DISMISSED' }, false],
  [{ act: 'rule', ...VERSION }, false],
])('R-26: an act as it is sent: %j is taken: %s', (act, is) => {
  expect(DisclosureActSchema.safeParse(act).success).toBe(is);
});
