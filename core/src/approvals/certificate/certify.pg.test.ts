import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { originOf } from '../../ledger/checkpoint.ts';
import { append } from '../../ledger/index.ts';
import { HOST, type LedgerFixture, ledgerFixture, MINATO, YAMATO } from '../../ledger/ledger-fixture.ts';
import { formatVkey, verifierOf } from '../../ledger/note.ts';
import { entryOf } from '../witness.ts';
import { decided, issue, rows } from './certificate.fixture.ts';
import { certify } from './certify.ts';
import { checkCertificate } from './check.ts';
import { renderCertificate } from './render.ts';

let fixture: LedgerFixture;
beforeAll(async () => {
  fixture = await ledgerFixture();
});
afterAll(() => fixture.close());

const key = () => {
  const origin = originOf(HOST, MINATO);
  return { origin, vkey: formatVkey(verifierOf(origin, fixture.keys.signer.publicKey)), formerVkeys: [] };
};

const certified = (municipalityId = MINATO) =>
  fixture.db.inMunicipality(municipalityId, (tx) => certify(tx, { decided, history: rows, issue, key: key() }));

describe('A-38: a certificate out of the log', () => {
  it('waits until the sequencer has placed the decision, and then proves every line under one checkpoint', async () => {
    await fixture.write(MINATO, ['before', 'others']);
    await fixture.db.inMunicipality(MINATO, (tx) => append(tx, rows.map(entryOf)));
    await expect(certified()).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'approvals.certificate_not_in_log',
    });
    await fixture.sequenceAll(MINATO);
    await fixture.write(MINATO, ['after']);
    await fixture.sequenceAll(MINATO);

    const pdf = await renderCertificate(await certified());
    const check = await checkCertificate(pdf, { vkeys: [key().vkey] });
    expect(check.findings).toEqual([]);
    expect(check.tree).toMatchObject({ origin: key().origin, size: rows.length + 3 });
  });

  it('is of one municipality: another one’s lines are not there', async () => {
    await expect(certified(YAMATO)).rejects.toMatchObject({ code: 'approvals.certificate_not_in_log' });
  });
});
