import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWording, type WordingOptions } from './server.ts';

const PROMPT = { system: '守ること', user: '1　市長：秘密の発言' };

type Respond = (response: ServerResponse) => void;

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Respond =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const completion = (content: string | null) => ({
  ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_790_000_000, model: 'city-model' },
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
});

let server: Server;
let respond: Respond = answering(200, completion('{}'));
let asked: { url: string; headers: IncomingHttpHeaders; body: unknown };

beforeAll(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    asked = { url: request.url ?? '', headers: request.headers, body };
    respond(response);
  };
  server = createServer((request, response) => {
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      // On a busy machine somebody's time is over before all of the question was read.
      if (error.code !== 'ECONNRESET') throw error;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const wording = (more: Partial<WordingOptions> = {}) => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return createWording({ url, model: 'city-model', forClosed: false, key: 'the-key', ...more });
};
const codeOf = async (to: Respond, more: Partial<WordingOptions> = {}) => {
  respond = to;
  return (await wording(more).propose(PROMPT)).refusal?.code;
};

describe('a language model behind the interface of OpenAI', () => {
  it('is given the prompt and the key, and its answer comes back as it is', async () => {
    respond = answering(200, completion('{"sentences":[]}'));
    expect(await wording().propose(PROMPT)).toEqual({ text: '{"sentences":[]}' });
    expect(asked.url).toBe('/v1/chat/completions');
    expect(asked.headers.authorization).toBe('Bearer the-key');
    expect(asked.body).toMatchObject({
      ...{ model: 'city-model', temperature: 0, response_format: { type: 'json_object' } },
      messages: [
        { role: 'system', content: '守ること' },
        { role: 'user', content: '1　市長：秘密の発言' },
      ],
    });
    await wording({ key: null }).propose(PROMPT);
    expect(asked.headers.authorization).toBeUndefined();
  });

  const failing = (status: number, code = 'x') =>
    answering(status, { error: { message: 'About 「秘密の発言」.', type: 'invalid_request_error', code } });

  it.each([
    [failing(401), 'not_admitted'],
    [failing(403), 'not_admitted'],
    [failing(404), 'not_found'],
    [failing(429), 'busy'],
    [failing(429, 'insufficient_quota'), 'quota'],
    [failing(503), 'busy'],
    [failing(500), 'unreachable'],
    [failing(400, 'context_length_exceeded'), 'refused'],
    [answering(302, '', { location: 'http://elsewhere.example/' }), 'refused'],
    [answering(200, 'not json'), 'answer_unreadable'],
    [answering(200, completion(null)), 'answer_unreadable'],
    [answering(200, { choices: [] }), 'answer_unreadable'],
    [answering(200, 'x'.repeat(1_100_000)), 'unreachable'],
    [(response: ServerResponse) => response.destroy(), 'unreachable'],
  ] as const)('every failure has its sentence, and none quotes what was said: %#', async (to, code) => {
    respond = to;
    const { refusal } = await wording().propose(PROMPT);
    expect(refusal?.code).toBe(`minutes.wording_${code}`);
    expect(JSON.stringify(refusal)).not.toContain('秘密');
  });

  it('is not waited for without end, and whoever is not there is said to be so', async () => {
    expect(await codeOf(() => undefined, { deadlineSeconds: 0.2 })).toBe('minutes.wording_too_slow');
    const nobody = await codeOf(answering(200, ''), { url: 'http://127.0.0.1:9/v1/chat/completions' });
    expect(nobody).toBe('minutes.wording_unreachable');
  });
});
