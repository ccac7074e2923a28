import { describe, expect, it } from '@jest/globals';
import { bytes, json } from './answers.ts';
import { UnreachableError } from './problem.ts';

/** The line breaks after the first bytes. */
const broken = async (): Promise<Response> => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body);
};

describe('an answer that breaks off in the middle', () => {
  it('is no answer: it may come whole the next time', async () => {
    await expect(json(broken())).rejects.toThrow(UnreachableError);
    await expect(bytes(broken())).rejects.toThrow(UnreachableError);
    await expect(json(Promise.resolve(new Response('<html>')))).rejects.toThrow(UnreachableError);
  });
});
