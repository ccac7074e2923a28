import { describe, expect, it } from '@jest/globals';
import { ApiFailure } from '../api/failure.ts';
import { failureOf } from './failure-of.ts';

const refused = (detail: string, status = 400) =>
  failureOf(
    new ApiFailure('refused', {
      problem: { type: 'about:blank', title: 't', status, detail, code: 'x', errorId: '01-ab' },
    }),
    { changing: true },
  );

describe('what went wrong', () => {
  it("is told by the service's sentence, with the number to ask help by beside it", () => {
    expect(refused('登録できません。')).toMatchObject({ sentence: '登録できません。', errorId: '01-ab' });
  });

  it('names the number once where the sentence names it', () => {
    const sentence = '続くときは、番号 01-ab をシステム管理者に伝えてください。';
    expect(refused(sentence, 500)).toEqual({ code: 'failed.unexpected', unsure: false, sentence });
  });
});
