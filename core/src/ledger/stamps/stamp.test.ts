import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAuthority, POLICY, type Told } from './authority.fixture.ts';
import { certificatesIn, checkStamp, stampRequest, tokenOf } from './stamp.ts';

const BYTES = new TextEncoder().encode('kaigi.example/kaigi/minato\n300\nroot\n\n— signature\n');
const authority = makeAuthority();
const roots = certificatesIn(authority.rootPem);
const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;

let folder: string;
const at = (name: string) => path.join(folder, name);
const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaigi-stamp-'));
});
afterAll(() => rm(folder, { recursive: true }));

function stamped(told: Told = {}, from = authority, trusted = roots) {
  const request = stampRequest(BYTES, POLICY);
  const token = tokenOf(from.answer(request.der, told));
  return checkStamp(token, { bytes: BYTES, nonce: request.nonce, policy: POLICY, roots: trusted });
}
const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'believed';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('R-19: a time stamp (RFC 3161)', () => {
  it('is believed when all of it fits, and says who stamped and when', () => {
    const moment = new Date('2026-11-22T03:04:05.000Z');
    expect(stamped({ at: moment })).toEqual({ at: moment, policy: POLICY, authority: 'CN=みなと時刻認証' });
  });

  it.each<[string, Told, string]>([
    ['refused', { status: 2 }, 'refused'],
    ['of other bytes', { imprint: Buffer.alloc(32, 1) }, 'other_bytes'],
    ['with another nonce', { nonce: Buffer.from('other nonce') }, 'other_nonce'],
    ['under another policy', { policy: '1.2.3.4' }, 'other_policy'],
    ['with a forged signature', { forged: true }, 'bad_signature'],
    ['from after the certificate’s end', { at: new Date('2046-01-01T00:00:00Z') }, 'not_valid_then'],
  ])('is not believed when it is %s', (_, told, code) => {
    expect(codeOf(() => stamped(told))).toBe(`ledger.stamp_${code}`);
  });

  it('is not believed from a certificate for anything else, or from nobody who is trusted', () => {
    const [server, marked] = [makeAuthority({ usages: ['1.3.6.1.5.5.7.3.1'] }), makeAuthority({ critical: false })];
    const both = makeAuthority({ usages: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.1'] });
    for (const one of [server, marked, both])
      expect(codeOf(() => stamped({}, one, certificatesIn(one.rootPem)))).toBe('ledger.stamp_wrong_purpose');
    expect(codeOf(() => stamped({}, makeAuthority()))).toBe('ledger.stamp_untrusted');
  });

  it('says nothing else for a changed byte anywhere, and never breaks the reader', () => {
    const request = stampRequest(BYTES);
    const token = tokenOf(authority.answer(request.der));
    const check = { bytes: BYTES, nonce: request.nonce, roots };
    const said = JSON.stringify(checkStamp(token, check));
    let refused = 0;
    for (let place = 0; place < token.length; place += 3) {
      const changed = Buffer.from(token);
      changed.writeUInt8((changed.readUInt8(place) + 1) % 256, place);
      const code = codeOf(() => expect(JSON.stringify(checkStamp(changed, check))).toBe(said));
      if (code !== 'believed') expect(code).toMatch(/^ledger\.stamp_/);
      refused += code === 'believed' ? 0 : 1;
    }
    // A few bytes of the envelope say nothing, and nobody signs them.
    expect(refused).toBeGreaterThan((token.length / 3) * 0.9);
    for (const nonsense of ['', 'x', '0', '\x30\x80\x00\x00', '\x30\x84\xff\xff\xff\xff'])
      expect(codeOf(() => tokenOf(Buffer.from(nonsense, 'latin1')))).toBe('ledger.stamp_malformed');
  });

  it('reads the same for openssl ts, where there is one', async () => {
    const request = stampRequest(BYTES, POLICY);
    const answer = authority.answer(request.der);
    await writeFile(at('checkpoint'), BYTES);
    await writeFile(at('answer.tsr'), answer);
    await writeFile(at('token.der'), tokenOf(answer));
    await writeFile(at('root.pem'), authority.rootPem);
    const whole = openssl('ts', '-verify', '-data', 'checkpoint', '-in', 'answer.tsr', '-CAfile', 'root.pem');
    const kept = openssl(
      'ts',
      '-verify',
      '-data',
      'checkpoint',
      '-in',
      'token.der',
      '-token_in',
      '-CAfile',
      'root.pem',
    );
    await writeFile(at('checkpoint'), 'altered');
    const altered = openssl('ts', '-verify', '-data', 'checkpoint', '-in', 'answer.tsr', '-CAfile', 'root.pem');
    const expected = HAS_OPENSSL ? [0, 0, 1] : [null, null, null];
    expect([whole.status, kept.status, altered.status]).toEqual(expected);
  });

  it.each(['rsa:2048', 'ec'])(
    'of openssl’s own authority with a key %s is believed, where there is one',
    async (kind) => {
      await writeFile(
        at('req.cnf'),
        '[req]\ndistinguished_name=dn\n[dn]\n[tsa]\nextendedKeyUsage=critical,timeStamping\n',
      );
      const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'];
      const subject = [
        '-nodes',
        '-x509',
        '-days',
        '30',
        '-subj',
        '/CN=tsa',
        '-config',
        'req.cnf',
        '-extensions',
        'tsa',
      ];
      openssl('req', ...(kind === 'ec' ? ec : ['-newkey', kind]), ...subject, '-keyout', 'tsa.key', '-out', 'tsa.pem');
      await writeFile(at('serial'), '01\n');
      await writeFile(
        at('tsa.cnf'),
        '[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\nsigner_key=tsa.key\n' +
          'signer_digest=sha512\ndefault_policy=1.2.3.4.1\nother_policies=1.2.392.200091.100.1\ndigests=sha256\naccuracy=secs:1\n' +
          'ordering=yes\ntsa_name=yes\ness_cert_id_chain=no\n',
      );
      const request = stampRequest(BYTES, POLICY);
      await writeFile(at('request.tsq'), request.der);
      const made = openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'reply.tsr');
      expect(made.status).toBe(HAS_OPENSSL ? 0 : null);
      if (!HAS_OPENSSL) return;
      const trusted = certificatesIn(await readFile(at('tsa.pem'), 'utf8'));
      const token = tokenOf(await readFile(at('reply.tsr')));
      const stamp = checkStamp(token, { bytes: BYTES, nonce: request.nonce, policy: POLICY, roots: trusted });
      expect(stamp).toMatchObject({ policy: POLICY, authority: 'CN=tsa' });
      expect(Math.abs(stamp.at.getTime() - Date.now())).toBeLessThan(3_600_000);
    },
  );
});
