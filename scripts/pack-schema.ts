// Writes the published JSON Schema of regulation packs anew: `node scripts/pack-schema.ts`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packJsonSchema } from '../core/src/regulations/language/json-schema.ts';

const file = path.join(import.meta.dirname, '../core/src/regulations/pack.schema.json');
writeFileSync(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
console.log(`written: ${file}; then npx biome check --write ${path.relative(process.cwd(), file)}`);
