import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type { ASN1Obj } from '@sigstore/core';
import { sameBytes } from '../bytes.ts';

/** Why a time stamp is not believed. */
export const FAULT = {
  refused: 'ledger.stamp_refused',
  malformed: 'ledger.stamp_malformed',
  other_bytes: 'ledger.stamp_other_bytes',
  other_nonce: 'ledger.stamp_other_nonce',
  other_policy: 'ledger.stamp_other_policy',
  bad_signature: 'ledger.stamp_bad_signature',
  wrong_purpose: 'ledger.stamp_wrong_purpose',
  not_valid_then: 'ledger.stamp_not_valid_then',
  untrusted: 'ledger.stamp_untrusted',
} as const;
export type Fault = keyof typeof FAULT;

export class StampFault extends Error {
  override readonly name = 'StampFault';
  readonly code: string;

  constructor(fault: Fault) {
    super(fault);
    this.code = FAULT[fault];
  }
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const [CONTENT_TYPE, MESSAGE_DIGEST] = ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4'];
const [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2] = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'];
const PSS = '1.2.840.113549.1.1.10';

export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
// Those that name their hash; others sign with the hash of the message.
const SIGNED_WITH: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

export interface Signer {
  readonly certificate: X509Certificate;
  /** The certificate as its parts, for what the engine does not tell. */
  readonly parsed: ASN1Obj;
  readonly others: readonly X509Certificate[];
  readonly info: ASN1Obj;
}

const demand = (holds: boolean, fault: Fault): void => {
  if (!holds) throw new StampFault(fault);
};

function item(of: ASN1Obj | undefined, at: number): ASN1Obj {
  const found = of?.subs[at];
  if (!found) throw new StampFault('malformed');
  return found;
}

/** The fields of a certificate behind its version. */
const fieldsOf = (certificate: ASN1Obj): readonly ASN1Obj[] => {
  const fields = item(certificate, 0).subs;
  return fields[0]?.tag.isContextSpecific(0) ? fields.slice(1) : fields;
};

/** Who signed, found by issuer and serial number among the certificates that came along. */
export function signerOf(signedData: ASN1Obj): Signer {
  const certificates = signedData.subs.find((one) => one.tag.isContextSpecific(0))?.subs ?? [];
  const infos = signedData.subs.at(-1);
  demand(infos?.subs.length === 1, 'malformed');
  const info = item(infos, 0);
  const sid = item(info, 1);
  const parsed = certificates.find((one) => {
    const [serial, , issuer] = fieldsOf(one);
    return serial?.value.equals(item(sid, 1).value) && issuer?.toDER().equals(item(sid, 0).toDER());
  });
  if (!parsed) throw new StampFault('malformed');
  const others = certificates.filter((one) => one !== parsed).map((one) => new X509Certificate(one.toDER()));
  return { certificate: new X509Certificate(parsed.toDER()), parsed, others, info };
}

interface SignedThing {
  /** The bytes of what is said. */
  readonly told: Uint8Array;
  readonly contentType: string;
  readonly at: Date;
  readonly roots: readonly X509Certificate[] | null;
}

export function verifySigner(signer: Signer, { told, contentType, at, roots }: SignedThing): void {
  const { info, certificate } = signer;
  const digest = DIGESTS[item(item(info, 2), 0).toOID()];
  const attributes = info.subs.find((one) => one.tag.isContextSpecific(0));
  if (digest === undefined || !attributes) throw new StampFault('malformed');
  const attribute = (id: string) => attributes.subs.find((one) => item(one, 0).toOID() === id);
  const attributeValue = (id: string) => item(item(attribute(id), 1), 0);
  demand(attributeValue(CONTENT_TYPE).toOID() === contentType, 'malformed');
  demand(sameBytes(attributeValue(MESSAGE_DIGEST).value, createHash(digest).update(told).digest()), 'bad_signature');
  verifySignature(signer, attributes, digest);
  verifyNamed(certificate, attribute(SIGNING_CERTIFICATE_V2), attribute(SIGNING_CERTIFICATE));
  verifyPurpose(signer);
  demand(isValidAt(certificate, at), 'not_valid_then');
  if (roots) demand(leadsTo(roots, certificate, signer.others, at), 'untrusted');
}

function verifySignature({ info, certificate }: Signer, attributes: ASN1Obj, digest: string): void {
  // What is signed is the set, not the optional field that it is sent as (RFC 5652 section 5.4).
  const signed = Buffer.from(attributes.toDER());
  signed[0] = 0x31;
  const algorithm = item(item(info, 4), 0).toOID();
  const key = {
    key: certificate.publicKey,
    ...(algorithm === PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {}),
  };
  const isEdwards = certificate.publicKey.asymmetricKeyType?.startsWith('ed') === true;
  const hash = isEdwards ? null : (SIGNED_WITH[algorithm] ?? digest);
  demand(verify(hash, signed, key, item(info, 5).value), 'bad_signature');
}

/** The signature says which certificate it was made with, so that none can be put in its place (RFC 5816). */
function verifyNamed(certificate: X509Certificate, v2: ASN1Obj | undefined, v1: ASN1Obj | undefined): void {
  const named = v2 ?? v1;
  const id = item(item(item(item(named, 1), 0), 0), 0);
  const first = item(id, 0);
  const said = v2 && !first.tag.isOctetString() ? DIGESTS[item(first, 0).toOID()] : v2 ? 'sha256' : 'sha1';
  if (said === undefined) throw new StampFault('malformed');
  const hash = first.tag.isOctetString() ? first.value : item(id, 1).value;
  demand(sameBytes(hash, createHash(said).update(certificate.raw).digest()), 'bad_signature');
}

/** A certificate for time stamps and nothing else, and marked as such (RFC 3161 section 2.3). */
function verifyPurpose({ parsed, certificate }: Signer): void {
  const extensions = item(
    item(parsed, 0).subs.find((one) => one.tag.isContextSpecific(3)),
    0,
  ).subs;
  const purpose = extensions.find((one) => item(one, 0).toOID() === EXTENDED_KEY_USAGE);
  const isCritical = purpose?.subs[1]?.tag.isBoolean() === true && purpose.subs[1].toBoolean();
  const usages = certificate.keyUsage ?? [];
  demand(isCritical && usages.length === 1 && usages[0] === TIME_STAMPING, 'wrong_purpose');
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  new Date(validFrom) <= at && at <= new Date(validTo);

const LONGEST_CHAIN = 8;

function leadsTo(
  roots: readonly X509Certificate[],
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  at: Date,
): boolean {
  const issued = (by: X509Certificate, one: X509Certificate) =>
    isValidAt(by, at) && one.checkIssued(by) && one.verify(by.publicKey);
  let here = certificate;
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    const from = here;
    if (roots.some((root) => root.raw.equals(from.raw) || issued(root, from))) return true;
    const above = others.find((one) => one.ca && !one.raw.equals(from.raw) && issued(one, from));
    if (!above) return false;
    here = above;
  }
  return false;
}
