import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of ASN.1 in DER. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const SEQUENCE = 0x30;
const text = (value: string) => der(0x0c, Buffer.from(value));
const time = (value: string) => der(0x18, Buffer.from(value));
/** sha256WithRSAEncryption */
const ALGORITHM = der(SEQUENCE, Buffer.from('06092a864886f70d01010b0500', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, text('kaigi'))));
const content = der(
  SEQUENCE,
  der(0x02, Buffer.from([1])),
  ALGORITHM,
  name,
  der(SEQUENCE, time('20260101000000Z'), time('20990101000000Z')),
  name,
  publicKey.export({ type: 'spki', format: 'der' }),
);
const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));

/** A certificate that its holder signed alone, base64 of its DER. */
export const CERTIFICATE = der(SEQUENCE, content, ALGORITHM, signature).toString('base64');
export const PRIVATE_KEY = privateKey;
