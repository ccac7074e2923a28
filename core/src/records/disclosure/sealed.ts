import { sha256Hex } from '../../platform/index.ts';
import { asJson, canonicalJson } from '../../shared/index.ts';
import { personFact } from '../rows.ts';
import type { RedactionRow } from './store.ts';

/** What its lines of history are about; each copy of a document has one, by its number. */
export const REDACTION = 'redaction';

/**
 * What is hidden where and by which ground, as the log knows it. Salted: whoever has the copy and the log could else try
 * names in the gaps until one fits.
 */
export const sealOfCopy = ({ salt, ...row }: RedactionRow): string => {
  const { itemId, nth, recordId, sourceSha256, textSha256, passages, sha256, size, pages, madeBy, madeAt } = row;
  const sealed = {
    ...{ itemId, nth, recordId, sourceSha256, textSha256, passages, sha256, size: Number(size), pages, salt },
    ...{ madeBy: personFact(madeBy), madeAt },
  };
  return sha256Hex(new TextEncoder().encode(canonicalJson(asJson(sealed))));
};
