import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { ASN1Obj } from '@sigstore/core';
import { sameBytes } from '../bytes.ts';
import { sha256 } from '../sha256.ts';
import { integer, NULL, octets, oid, sequence, TRUE } from './der.ts';
import { DIGESTS, type Fault, StampFault, signerOf, verifySigner } from './signer.ts';

// RFC 3161 (time stamps), RFC 5652 (the signed message they come in), RFC 5816 (which certificate signed).

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export interface StampRequest {
  readonly der: Uint8Array;
  readonly nonce: Uint8Array;
}

/** Asks that these bytes existed; the authority sees their SHA-256 only. */
export function stampRequest(bytes: Uint8Array, policy: string | null = null): StampRequest {
  // Never zero in front, so that it is read back byte for byte.
  const nonce = Buffer.concat([Buffer.of(0x40 + ((randomBytes(1)[0] ?? 0) % 0x3f)), randomBytes(15)]);
  const imprint = sequence(sequence(oid(SHA256), NULL), octets(sha256(bytes)));
  const wanted = policy === null ? [] : [oid(policy)];
  return { der: sequence(integer(Buffer.of(1)), imprint, ...wanted, integer(nonce), TRUE), nonce };
}

/** What an authority has said of some bytes. */
export interface Stamp {
  /** They existed then. */
  readonly at: Date;
  readonly policy: string;
  /** The subject of the certificate that signed. */
  readonly authority: string;
}

export interface StampCheck {
  readonly bytes: Uint8Array;
  /** As it was asked; without it nothing is known of the request. */
  readonly nonce?: Uint8Array;
  readonly policy?: string | null;
  /** The certificates that are trusted; null where nobody has said, and the chain stays unchecked. */
  readonly roots: readonly X509Certificate[] | null;
}

/** The token in an authority's answer. @throws StampFault `refused`, `malformed` */
export function tokenOf(answer: Uint8Array): Buffer {
  return reading(() => {
    const response = parse(answer);
    const status = response.subs[0]?.subs[0]?.toInteger();
    if (status !== 0n && status !== 1n) throw new StampFault('refused');
    return Buffer.from(item(response, 1).toDER());
  });
}

/** @throws StampFault with what is wrong */
export function checkStamp(token: Uint8Array, check: StampCheck): Stamp {
  return reading(() => {
    const content = parse(token);
    demand(item(content, 0).toOID() === SIGNED_DATA, 'malformed');
    const signed = item(item(content, 1), 0);
    const encapsulated = item(signed, 2);
    demand(item(encapsulated, 0).toOID() === TST_INFO, 'malformed');
    const told = item(item(encapsulated, 1), 0).value;
    const info = readInfo(parse(told), check);
    const signer = signerOf(signed);
    verifySigner(signer, { told, contentType: TST_INFO, at: info.at, roots: check.roots });
    return { ...info, authority: signer.certificate.subject.replaceAll('\n', ', ') };
  });
}

function readInfo(info: ASN1Obj, { bytes, nonce, policy = null }: StampCheck): Omit<Stamp, 'authority'> {
  const imprint = item(info, 2);
  const algorithm = DIGESTS[item(item(imprint, 0), 0).toOID()];
  demand(item(info, 0).toInteger() === 1n && algorithm !== undefined, 'malformed');
  const digest = createHash(algorithm ?? '')
    .update(bytes)
    .digest();
  demand(sameBytes(item(imprint, 1).value, digest), 'other_bytes');
  const given = item(info, 1).toOID();
  demand(policy === null || policy === given, 'other_policy');
  // After genTime: accuracy (a sequence), ordering (a boolean), then the nonce, the only integer.
  const echoed = info.subs.slice(5).find((one) => one.tag.isInteger())?.value;
  if (nonce) demand(echoed !== undefined && sameBytes(echoed, nonce), 'other_nonce');
  return { at: item(info, 4).toDate(), policy: given };
}

const parse = (bytes: Uint8Array): ASN1Obj => ASN1Obj.parseBuffer(Buffer.from(bytes));

function item(of: ASN1Obj, at: number): ASN1Obj {
  const found = of.subs[at];
  if (!found) throw new StampFault('malformed');
  return found;
}

function demand(holds: boolean, fault: Fault): void {
  if (!holds) throw new StampFault(fault);
}

/** Whatever a parser says of bytes that are none of ours: malformed. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof StampFault ? error : new StampFault('malformed');
  }
}

/** The certificates of a PEM file. @throws where one is none */
export function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
