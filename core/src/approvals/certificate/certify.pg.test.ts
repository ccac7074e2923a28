import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { originOf } from '../../ledger/checkpoint.ts';
import { append } from '../../ledger/index.ts';
import { HOST, type LedgerFixture, ledgerFixture, MINATO } from '../../ledger/ledger-fixture.ts';
import { formatVkey, verifierOf } from '../../ledger/note.ts';
import { invariant } from '../../shared/index.ts';
import { input } from './certificate.fixture.ts';
import { certify } from './certify.ts';
import { checkCertificate } from './check.ts';
import { lineOfText } from './lines.ts';
import { entryText, history } from './log.fixture.ts';
import { renderCertificate } from './render.ts';

let fixture: LedgerFixture;
beforeAll(async () => {
  fixture = await ledgerFixture();
});
afterAll(() => fixture.close());

const leaves = history.map((line, at) => {
  const leaf = lineOfText(entryText(line, at + 1));
  invariant(leaf, 'a line of the history');
  return leaf;
});

const key = () => {
  const origin = originOf(HOST, MINATO);
  return { origin, vkey: formatVkey(verifierOf(origin, fixture.keys.signer.publicKey)), formerVkeys: [] };
};

const certified = () =>
  fixture.db.inMunicipality(MINATO, (tx) =>
    certify(tx, { input, leafIds: leaves.map(({ leafId }) => leafId), key: key() }),
  );

describe('A-38: a certificate out of the log', () => {
  it('waits until the sequencer has placed the decision, and then proves every line under one checkpoint', async () => {
    await fixture.write(MINATO, ['before', 'others']);
    await fixture.db.inMunicipality(MINATO, (tx) => append(tx, leaves));
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
    expect(check.tree).toMatchObject({ origin: key().origin, size: leaves.length + 3 });
  });

  it('is of one municipality: another one’s lines are not there', async () => {
    const elsewhere = fixture.db.inMunicipality('79616d61-746f-4000-8000-000000000002', (tx) =>
      certify(tx, { input, leafIds: leaves.map(({ leafId }) => leafId), key: key() }),
    );
    await expect(elsewhere).rejects.toMatchObject({ code: 'approvals.certificate_not_in_log' });
  });
});
