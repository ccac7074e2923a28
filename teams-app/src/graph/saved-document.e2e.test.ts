import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createPersonTokens } from '../sign-in/person-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createSavedDocuments, type SavedDocuments } from './saved-document.ts';

jest.setTimeout(60_000);

const WHERE = 'https://minato.sharepoint.example/sites/seisaku/Shared%20Documents/%E6%96%87%E6%9B%B8.docx';
let sandbox: SandboxProcess;
let documents: SavedDocuments;
beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createPersonTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  documents = createSavedDocuments({ transport, tokens });
  const query = new URLSearchParams({ as: 'drafter@minato.example', url: WHERE });
  await fetch(`${sandbox.url}/sandbox/word-documents?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'PK saved',
  });
});
afterAll(() => sandbox.stop());

async function tokenOf(person: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/sandbox/host-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: person }),
  });
  return ((await response.json()) as { token: string }).token;
}

const readAs = async (person: string, url = WHERE) =>
  documents.read({ municipalityId: MINATO, token: await tokenOf(person), url });

describe('R-30: the document as it is saved', () => {
  it('R-30: is read from where it stands, in the name of the person who has it open', async () => {
    expect((await readAs('drafter@minato.example')).toString()).toBe('PK saved');
  });

  it('R-30: is not given to somebody who may not open it, and nothing is read from elsewhere', async () => {
    await expect(readAs('section-head@minato.example')).rejects.toMatchObject({ code: 'graph.document_not_found' });
    await expect(readAs('drafter@minato.example', `${WHERE}x`)).rejects.toMatchObject({
      code: 'graph.document_not_found',
    });
    await expect(readAs('drafter@minato.example', 'file:///etc/passwd')).rejects.toMatchObject({
      code: 'graph.not_a_saved_document',
    });
    await expect(documents.read({ municipalityId: MINATO, token: 'a.b.c', url: WHERE })).rejects.toMatchObject({
      code: 'sign_in.person_token_refused',
    });
  });
});
