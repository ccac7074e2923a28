import { sha256Hex } from '../platform/index.ts';
import { canonicalJson } from '../shared/index.ts';
import type { Content } from './rules.ts';

/** What a mark is given for: one hash over everything that is put before the superiors. Hex. */
export function manifestHash(content: Omit<Content, 'manifestHash'>): string {
  const { title, proposalText, classification, retentionYears, document } = content;
  const manifest = {
    v: 1,
    title,
    proposalText,
    classification: [classification.code, classification.name],
    retentionYears,
    file: [document.file.sha256, document.file.fileName],
  };
  return sha256Hex(Buffer.from(canonicalJson(manifest)));
}
