import { describe, expect, it } from '@jest/globals';
import { route } from '@kaigi/core/shared';
import { z } from 'zod';
import { answerCheck } from './answer-check.ts';

const rows = route({
  method: 'GET',
  path: '/rows',
  summary: { ja: '行', en: 'Rows' },
  answer: z.object({ items: z.array(z.string()) }),
  handle: async () => null,
});

function checking() {
  const broken: unknown[] = [];
  let time = 0;
  const check = answerCheck({ error: (event: object) => void broken.push(event) } as never, () => time);
  const answer = (items: readonly unknown[]) => check(rows, JSON.stringify({ items }));
  return { broken, answer, pass: (ms: number) => (time += ms) };
}

const long = (last: unknown) => [...Array.from({ length: 200 }, () => 'x'.repeat(1_000)), last];

describe('answers in the sandbox', () => {
  it('are held against their schema every time, and what does not fit is told by its place and not by its content', () => {
    const { broken, answer } = checking();
    answer(['a']);
    expect(broken).toEqual([]);
    answer([1]);
    answer([2]);
    const told = { event: 'contract-broken', route: 'GET /rows', fields: ['items[0] invalid_type'] };
    expect(broken).toEqual([told, told]);
  });

  it('that are long are held against it now and then, the first one always', () => {
    const { broken, answer, pass } = checking();
    answer(long(1));
    expect(broken).toHaveLength(1);
    pass(9_999);
    answer(long(2));
    expect(broken).toHaveLength(1);
    answer([3]);
    expect(broken).toHaveLength(2);
    pass(1);
    answer(long(4));
    expect(broken).toHaveLength(3);
  });
});
