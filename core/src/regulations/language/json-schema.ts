import { z } from 'zod';
import { PackFileSchema } from './schema.ts';

/** The language of packs as JSON Schema, for editors and for whoever writes packs with other tools. */
export function packJsonSchema(): object {
  const schema = z.toJSONSchema(PackFileSchema, { io: 'input', reused: 'ref' });
  // What a pack takes over from another need not be said again.
  const own = ['version', 'effectiveFrom', 'title', 'body', 'examples'];
  const { required, ...rest } = schema;
  const alone = { required, not: { required: ['base'] } };
  return {
    ...rest,
    anyOf: [{ required: [...own, 'base'] }, alone],
    title: 'Kaigi: 規程の版 / a version of a body’s decision regulations',
  };
}
