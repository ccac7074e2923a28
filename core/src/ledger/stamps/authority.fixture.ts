// A time-stamping authority that really signs, made of nothing but node:crypto: for tests, also where there is no openssl.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ASN1Obj } from '@sigstore/core';
import { der, integer, octets, oid, sequence, TRUE } from './der.ts';

export const POLICY = '1.2.392.200091.100.1';
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
const ECDSA = sequence(oid('1.2.840.10045.4.3.2'));
const TST_INFO = oid('1.2.840.113549.1.9.16.1.4');
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface AuthorityOptions {
  readonly usages?: readonly string[];
  readonly critical?: boolean;
  readonly from?: Date;
  readonly to?: Date;
}

export interface Told {
  readonly at?: Date;
  readonly policy?: string;
  readonly status?: number;
  /** In place of what was asked. */
  readonly imprint?: Uint8Array;
  readonly nonce?: Uint8Array;
  /** Signed over something else. */
  readonly forged?: boolean;
}

export interface Authority {
  readonly rootPem: string;
  answer(request: Uint8Array, told?: Told): Buffer;
}

const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const set = (...items: readonly Uint8Array[]) => der(0x31, ...[...items].sort(Buffer.compare));
const nameOf = (name: string) => sequence(set(sequence(oid('2.5.4.3'), text(0x0c, name))));
const digits = (at: Date) => at.toISOString().replace(/[-:T]|\.\d+/g, '');
const utcTime = (at: Date) => text(0x17, digits(at).slice(2));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const pem = (bytes: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

interface Certified {
  readonly serial: number;
  readonly subject: string;
  readonly key: KeyObject;
  readonly extensions: readonly Uint8Array[];
  readonly from: Date;
  readonly to: Date;
}

function certificate({ serial, subject, key, extensions, from, to }: Certified, issuer: KeyObject): Buffer {
  const body = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(Buffer.of(serial)),
    ECDSA,
    nameOf('みなと試験認証局'),
    sequence(utcTime(from), utcTime(to)),
    nameOf(subject),
    key.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  return sequence(body, ECDSA, der(0x03, Buffer.of(0), sign('sha256', body, issuer)));
}

export function makeAuthority(options: AuthorityOptions = {}): Authority {
  const { usages = [TIME_STAMPING], critical = true } = options;
  const { from = new Date('2020-01-01T00:00:00Z'), to = new Date('2045-01-01T00:00:00Z') } = options;
  const [root, stamper] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (!root || !stamper) throw new TypeError('two keys');
  const isAuthority = sequence(oid('2.5.29.19'), TRUE, octets(sequence(TRUE)));
  const always = { from: new Date('2015-01-01T00:00:00Z'), to: new Date('2049-01-01T00:00:00Z') };
  const rootFacts = {
    serial: 1,
    subject: 'みなと試験認証局',
    key: root.publicKey,
    extensions: [isAuthority],
    ...always,
  };
  const rootDer = certificate(rootFacts, root.privateKey);
  const purpose = sequence(oid('2.5.29.37'), ...(critical ? [TRUE] : []), octets(sequence(...usages.map(oid))));
  const own = { serial: 7, subject: 'みなと時刻認証', key: stamper.publicKey, extensions: [purpose], from, to };
  const ownDer = certificate(own, root.privateKey);
  return {
    rootPem: pem(rootDer),
    answer: (request, told = {}) => answered(request, told, { ownDer, key: stamper.privateKey }),
  };
}

function answered(request: Uint8Array, told: Told, { ownDer, key }: { ownDer: Buffer; key: KeyObject }): Buffer {
  const { status = 0, at = new Date(), policy = POLICY } = told;
  if (status > 1) return sequence(sequence(integer(Buffer.of(status))));
  const asked = ASN1Obj.parseBuffer(Buffer.from(request));
  const imprint = told.imprint ? sequence(SHA256, octets(told.imprint)) : asked.subs[1]?.toDER();
  const nonce = told.nonce ?? asked.subs.slice(2).find((one) => one.tag.isInteger())?.value ?? Buffer.of(0);
  const time = text(0x18, digits(at));
  const info = sequence(
    integer(Buffer.of(1)),
    oid(policy),
    imprint ?? Buffer.of(),
    integer(Buffer.of(99)),
    time,
    integer(nonce),
  );
  const attributes = [
    sequence(oid('1.2.840.113549.1.9.3'), set(TST_INFO)),
    sequence(oid('1.2.840.113549.1.9.4'), set(octets(sha256(info)))),
    sequence(oid('1.2.840.113549.1.9.16.2.47'), set(sequence(sequence(sequence(octets(sha256(ownDer))))))),
  ].sort(Buffer.compare);
  const signed = sign('sha256', told.forged ? Buffer.from('other') : der(0x31, ...attributes), key);
  const sid = sequence(nameOf('みなと試験認証局'), integer(Buffer.of(7)));
  const signer = sequence(integer(Buffer.of(1)), sid, SHA256, der(0xa0, ...attributes), ECDSA, octets(signed));
  const content = sequence(TST_INFO, der(0xa0, octets(info)));
  const signedData = sequence(integer(Buffer.of(3)), set(SHA256), content, der(0xa0, ownDer), set(signer));
  return sequence(sequence(integer(Buffer.of(status))), sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, signedData)));
}
