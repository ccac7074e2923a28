import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { packJsonSchema } from './json-schema.ts';

it('O-03: the published JSON Schema is what the loader checks (mend with node scripts/pack-schema.ts)', () => {
  const published = readFileSync(path.join(import.meta.dirname, '../pack.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
});
