import { describe, expect, it } from '@jest/globals';
import { KaigiError } from '@kaigi/core/shared';
import type { Transport } from '../transport/transport.ts';
import { createAppTokens } from './app-tokens.ts';
import { createPersonTokens } from './person-tokens.ts';

const CITY = '6d696e61-746f-4000-8000-000000000001';
const APP = { clientId: '4b616967-6900-4000-8000-000000000001', clientSecret: 'secret' };

/** Entra as it answers each wish for a token. */
const entra = (answer: () => Response): Transport => ({ fetch: async () => answer() });
const faultOf = (transport: Transport) => {
  const theirs = { token: 'a.b.c', scope: 'Files.ReadWrite' };
  return Promise.all(
    [
      createAppTokens({ ...APP, transport }).forGraph(CITY),
      createPersonTokens({ ...APP, transport }).forGraph(CITY, theirs),
    ].map((wish) => wish.catch((error: KaigiError) => [error.kind, error.code])),
  );
};
const BUSY = ['unavailable', 'graph.busy'];

describe('a token that does not come', () => {
  it.each([
    ['invalid_client', 'AADSTS7000222: The provided client secret keys are expired.'],
    ['unauthorized_client', 'AADSTS700016: Application was not found in the directory.'],
  ])('was refused where Entra says so: %s', async (error, description) => {
    const body = { error, error_description: description, error_codes: [1] };
    expect(await faultOf(entra(() => Response.json(body, { status: 401 })))).toEqual([
      ['unavailable', 'sign_in.app_token_refused'],
      ['unavailable', 'sign_in.person_token_refused'],
    ]);
  });

  it.each<[string, () => Response]>([
    [
      'nobody answers',
      () => {
        throw new KaigiError('unavailable', 'transport.unreachable');
      },
    ],
    ['a gateway answers with a page', () => new Response('<html>Bad gateway</html>', { status: 502 })],
    ['a proxy answers with a page of its own', () => new Response('<html>Please sign in</html>', { status: 200 })],
    ['Entra is in trouble', () => Response.json({ error: 'temporarily_unavailable' }, { status: 503 })],
  ])('is asked for again where %s, and nobody is said to lack a permission', async (_what, answer) => {
    expect(await faultOf(entra(answer))).toEqual([BUSY, BUSY]);
  });
});
