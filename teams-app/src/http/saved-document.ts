import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SavedDocuments } from '../graph/saved-document.ts';
import type { Described } from './openapi.ts';
import { HttpRefusal } from './problem.ts';
import { requireCaller } from './session.ts';

const BodySchema = z.strictObject({ url: z.string().min(1).max(4_000) });
/** As it is described. */
export const SAVED_DOCUMENT: Described = {
  ...{ method: 'POST', path: '/word/saved-document', body: BodySchema, answer: 'download', headers: {} },
  summary: {
    ja: 'Word で開いている文書を、保存されている場所（SharePoint・OneDrive）から本人の権限で読む',
    en: 'The document open in Word, read from where it is saved, with the rights of whoever asks',
  },
};

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
