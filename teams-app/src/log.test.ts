import { describe, expect, it } from '@jest/globals';
import { notFound } from '@kaigi/core/shared';
import { createLog, describeError, logRequest, logWorkFailed } from './log.ts';

function lineOf(write: (log: ReturnType<typeof createLog>) => void): string {
  let written = '';
  write(createLog('info', { write: (text) => (written += text) }));
  return written;
}

describe('the log', () => {
  it('keeps from an error its kind, code and place, not what it quotes', () => {
    const error = Object.assign(
      new Error('duplicate key: Key (name)=(佐藤 花子) already exists for 「庁舎の件」 "値"'),
      { code: '23505' },
    );
    const line = lineOf((log) => log.error({ err: error }, 'failed'));
    expect(line).not.toMatch(/佐藤|庁舎|値/);
    expect(JSON.parse(line)).toMatchObject({ level: 'error', err: { type: 'Error', code: '23505' }, msg: 'failed' });
  });

  it('never shows tokens or passwords that an error carries', () => {
    const error = new Error('connect postgres://kaigi:hunter2@db:5432 with Bearer eyJhbGciOi.eyJvaWQ.sig failed');
    expect(JSON.stringify(describeError(error))).not.toMatch(/hunter2|eyJ/);
  });

  it('names a refusal by its code alone', () => {
    expect(describeError(notFound('records.missing', { title: '庁舎' }))).toEqual({
      type: 'KaigiError',
      code: 'records.missing',
      message: 'records.missing',
    });
  });

  it('A-26: never takes a title from a refusal, a database error or a job, nor from what was searched for', () => {
    const quoting = new Error('value "極秘の人事" of 「極秘の伺い」', {
      cause: new Error("Key (search_text)=(極秘) 'x'"),
    });
    const refused = notFound('approvals.not_found', { title: '極秘の人事' });
    const lines = [quoting, refused].map((error) => lineOf((log) => logWorkFailed(log, 'approvals/show-cases', error)));
    const asked = { requestId: 'r', method: 'GET', route: '/api/v1/cases', status: 200, ms: 3 };
    expect([...lines, lineOf((log) => logRequest(log, asked))].join()).not.toContain('極秘');
  });

  it('tells what work was about by ids, and municipalities apart without their tenant', () => {
    const about = { municipalityId: '6d696e61-746f-4000-8000-000000000001', treeSize: 7 };
    const line = lineOf((log) => logWorkFailed(log, 'ledger/stamp', new Error('x'), about));
    expect(JSON.parse(line)).toMatchObject({
      what: 'ledger/stamp',
      about: { treeSize: 7, municipality: expect.stringMatching(/^[0-9a-f]{8}$/) },
    });
    expect(line).not.toContain('6d696e61');
  });

  it('follows causes', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    expect(describeError(error)).toMatchObject({ cause: { type: 'TypeError', message: 'inner' } });
  });
});
