import { constants, createCipheriv, createHmac, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import { type Encryption, invalid } from './subscription.ts';

const KEY_BYTES = 32;
const IV_BYTES = 16;

/** @throws GraphError 400 where it is no RSA certificate of 2,048 to 4,096 bits */
export function checkCertificate(base64: string): void {
  let bits = 0;
  try {
    const { publicKey } = new X509Certificate(Buffer.from(base64, 'base64'));
    bits = publicKey.asymmetricKeyType === 'rsa' ? (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  } catch {
    // Said below.
  }
  if (bits < 2_048 || bits > 4_096) throw invalid('The encryption certificate is not valid.');
}

/** Content for the holder of the certificate's key alone: AES-256-CBC under a key of its own, HMAC-SHA256. */
export function encrypted({ certificate, certificateId }: Encryption, content: object) {
  const holder = new X509Certificate(Buffer.from(certificate, 'base64'));
  const key = randomBytes(KEY_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES));
  const data = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt({ key: holder.publicKey, padding, oaepHash: 'sha1' }, key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: certificateId,
    encryptionCertificateThumbprint: holder.fingerprint.replaceAll(':', ''),
  };
}
