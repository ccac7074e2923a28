import { sha256Hex } from '../../platform/index.ts';
import { canonicalJson, type Json } from '../../shared/index.ts';

/** Stands in the history for what was asked: it says nothing, and nothing else fits it. */
export const sealOf = (salt: string, input: Readonly<Record<string, Json>>): string =>
  sha256Hex(Buffer.from(canonicalJson({ salt, input })));
