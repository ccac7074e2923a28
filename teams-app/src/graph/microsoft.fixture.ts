import type { Transport } from '../transport/transport.ts';
import { createGraphClient, type GraphEditor } from './graph-client.ts';

type Answers = Readonly<Record<string, number | object>>;

/**
 * Microsoft as it answers where the sandbox does not: `GET /drives/…`, relative to v1.0, with a status or with what it
 * says; whatever is not named is not found. With all that was asked.
 */
export function microsoft(answers: Answers): {
  readonly graph: GraphEditor;
  readonly asked: readonly string[];
  readonly transport: Transport;
} {
  const asked: string[] = [];
  const transport: Transport = {
    async fetch(url, { method = 'GET' } = {}) {
      const one = `${method} ${decodeURIComponent(new URL(url).pathname.replace('/v1.0', ''))}`;
      asked.push(one);
      const answer = answers[one] ?? 404;
      if (answer === 204) return new Response(null, { status: 204 });
      if (typeof answer === 'object') return Response.json(answer);
      return Response.json({ error: { code: 'itemNotFound', message: 'x' } }, { status: answer });
    },
  };
  const tokens = { forGraph: async () => 'token' };
  const graph = createGraphClient({ municipalityId: '6d696e61-746f-4000-8000-000000000001', tokens, transport });
  return { graph, asked, transport };
}
