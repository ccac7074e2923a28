import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLIENT_ID, type Claims, type Entra, MINATO, SOMEBODY, seconds, startEntra, YAMATO } from '../testing/entra.ts';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

let entra: Entra;
let clock = { now: Date.now() };
let verifier: TokenVerifier;

beforeAll(async () => {
  entra = await startEntra();
});
afterAll(() => entra.close());
beforeEach(() => {
  entra.fail(false);
  clock = { now: Date.now() };
  verifier = newVerifier();
});

function newVerifier(): TokenVerifier {
  return createTokenVerifier({
    clientId: CLIENT_ID,
    municipalityIds: [MINATO],
    transport: entra.transport,
    now: () => clock.now,
  });
}

describe('a token', () => {
  it('of a person of a registered municipality is believed, by tenant and object id alone', async () => {
    const token = await entra.token({ preferred_username: 'mayor@minato.example', name: '市長' });
    expect(await verifier.verify(token)).toEqual({
      municipalityId: MINATO,
      entraObjectId: SOMEBODY,
      clientId: null,
      expiresAt: expect.any(Number),
    });
  });

  it('A-42: says which application it was issued to, so that no other takes the ids of its cases', async () => {
    const azp = '4b616967-6900-4000-8000-0000000000f1';
    expect(await verifier.verify(await entra.token({ azp }))).toMatchObject({ clientId: azp });
  });

  it.each<[string, Claims, string]>([
    ['for another app', { aud: '99999999-6900-4000-8000-000000000001' }, 'refused'],
    ['for Graph', { aud: 'https://graph.microsoft.com' }, 'refused'],
    ['of another issuer', { iss: 'https://evil.example/v2.0' }, 'refused'],
    ['of the issuer of another tenant', { iss: `https://login.microsoftonline.com/${YAMATO}/v2.0` }, 'refused'],
    ['of version 1', { iss: `https://sts.windows.net/${MINATO}/`, ver: '1.0' }, 'refused'],
    ['that says another version', { ver: '1.0' }, 'refused'],
    ['of a municipality that is not registered', { tid: YAMATO }, 'unknown_municipality'],
    ['without a tenant', { tid: undefined }, 'refused'],
    ['with a tenant that is no GUID', { tid: '../common' }, 'refused'],
    ['without a person', { oid: undefined }, 'refused'],
    ['with a person that is no GUID', { oid: "' or 1=1 --" }, 'refused'],
    ['that has expired', { exp: seconds() - 120 }, 'expired'],
    ['that is not yet valid', { nbf: seconds() + 600 }, 'refused'],
    ['without an end', { exp: undefined }, 'refused'],
    ['of an application', { scp: undefined, roles: ['access_as_user'] }, 'not_a_person'],
    ['of an application that claims a scope', { idtyp: 'app' }, 'not_a_person'],
    ['for another scope', { scp: 'access_as_user_readonly openid' }, 'not_a_person'],
  ])('%s is refused', async (_what, claims, code) => {
    const token = await entra.token(claims);
    await expect(verifier.verify(token)).rejects.toMatchObject({ kind: 'not-signed-in', code: `sign_in.${code}` });
  });

  it('without a signature is refused', async () => {
    await expect(verifier.verify(entra.unsigned())).rejects.toMatchObject({ code: 'sign_in.refused' });
  });

  it('signed with the public key as a shared secret is refused', async () => {
    await expect(verifier.verify(await entra.token({}, { alg: 'HS256' }))).rejects.toMatchObject({
      code: 'sign_in.refused',
    });
  });

  it('whose claims were changed after signing is refused', async () => {
    const [head, , signature] = (await entra.token()).split('.');
    const [, forged] = (await entra.token({ oid: '22222222-2222-4222-8222-222222222222' })).split('.');
    await expect(verifier.verify(`${head}.${forged}.${signature}`)).rejects.toMatchObject({ code: 'sign_in.refused' });
  });

  it.each(['', 'x', 'a.b.c', `${'a'.repeat(20_000)}.b.c`])('that is none (%#) is refused', async (text) => {
    await expect(verifier.verify(text)).rejects.toMatchObject({ code: 'sign_in.refused' });
  });

  it('is remembered, but not beyond its end', async () => {
    const token = await entra.token({ exp: seconds() + 100 });
    await verifier.verify(token);
    clock.now += 101_000 + 60_000;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'sign_in.expired' });
  });
});

describe('signing keys', () => {
  it('are asked for once for many tokens at the same moment', async () => {
    const before = entra.asked();
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => entra.token({ jti: String(index) })));
    await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(entra.asked() - before).toBe(1);
  });

  it('that were rotated are found without a restart', async () => {
    await verifier.verify(await entra.token());
    await entra.rotate();
    await expect(verifier.verify(await entra.token())).resolves.toMatchObject({ entraObjectId: SOMEBODY });
  });

  it('are not asked for again and again because of forged key ids', async () => {
    await verifier.verify(await entra.token());
    const before = entra.asked();
    for (let turn = 0; turn < 10; turn += 1) {
      const forged = await entra.token({}, { kid: `forged-${turn}` });
      await expect(verifier.verify(forged)).rejects.toMatchObject({ code: 'sign_in.refused' });
    }
    expect(entra.asked() - before).toBe(1);
    clock.now += 31_000;
    const later = await entra.token({}, { kid: 'forged-later' });
    await expect(verifier.verify(later)).rejects.toMatchObject({ code: 'sign_in.refused' });
    expect(entra.asked() - before).toBe(2);
  });

  it('that cannot be had make the sign-in unavailable, not refused', async () => {
    entra.fail(true);
    await expect(verifier.verify(await entra.token())).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'sign_in.keys_unavailable',
    });
  });

  it('stay good for a day and longer while Entra cannot be reached', async () => {
    await verifier.verify(await entra.token());
    entra.fail(true);
    clock.now += 25 * 3_600_000;
    const fresh = await entra.token({ exp: seconds() + 26 * 3_600, jti: 'fresh' });
    await expect(verifier.verify(fresh)).resolves.toMatchObject({ municipalityId: MINATO });
  });
});
