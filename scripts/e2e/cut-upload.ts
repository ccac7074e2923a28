import { randomBytes } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ApiPerson } from './people.ts';
import type { Product } from './product.ts';

const BOUNDARY = 'cut';

/** A filing whose bytes the test sends as far as it likes. */
export interface Upload {
  readonly title: string;
  readonly body: Buffer;
  readonly call: ClientRequest;
  /** 0 where none came. */
  readonly answer: Promise<number>;
}

/** A text file of 4 MB with what is said of it, as it goes over the wire. */
export async function uploadOf(person: ApiPerson, title: string): Promise<Buffer> {
  const { body } = await person.call<{ items: { code: string }[] }>('GET', '/regulations/classifications');
  const metadata = { kind: 'REFERENCE', title, classificationCode: body.items[0]?.code };
  const part = (name: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`;
  const head = `${part('metadata')}${JSON.stringify(metadata)}\r\n${part('file"; filename="a.txt')}`;
  return Buffer.from(`${head}${title} ${randomBytes(2_000_000).toString('hex')}\r\n--${BOUNDARY}--\r\n`);
}

/** Announces all of it, under a key that is the same for the same title, and sends nothing yet. */
export function beginUpload({ serviceUrl }: Product, { token }: ApiPerson, title: string, body: Buffer): Upload {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': encodeURIComponent(title),
    'content-length': body.length,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  const call = request(`${serviceUrl}/api/v1/records`, { method: 'POST', headers });
  const answer = new Promise<number>((resolve) => {
    call.once('error', () => resolve(0));
    call.once('response', (response) => {
      void text(response).then(
        () => resolve(response.statusCode ?? 0),
        () => resolve(0),
      );
    });
  });
  return { title, body, call, answer };
}
