import { z } from 'zod';
import { PackFileSchema } from './schema.ts';

/** The language of packs as JSON Schema, for editors and for whoever writes packs with other tools. */
export function packJsonSchema(): object {
  const schema = z.toJSONSchema(PackFileSchema, { io: 'input', reused: 'ref' });
  return { ...schema, title: 'Kaigi: 規程の版 / a version of a body’s decision regulations' };
}
