import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SavedDocuments } from '../graph/saved-document.ts';
import { HttpRefusal } from './problem.ts';
import { requireCaller } from './session.ts';

const BodySchema = z.strictObject({ url: z.string().min(1).max(4_000) });
const BEARER = /^Bearer\s+(.+)$/i;

/** `POST /api/v1/word/saved-document`: the task pane asks for its own document, when Word does not hand it out. */
export function registerSavedDocument(app: FastifyInstance, documents: SavedDocuments): void {
  app.post('/word/saved-document', async (request, reply) => {
    const { municipalityId } = requireCaller(request);
    const body = BodySchema.safeParse(request.body);
    if (!body.success) throw new HttpRefusal(400, 'graph.not_a_saved_document');
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const bytes = await documents.read({ municipalityId, token, url: body.data.url });
    return reply
      .headers({ 'cache-control': 'private, no-store', 'content-type': 'application/octet-stream' })
      .send(bytes);
  });
}
