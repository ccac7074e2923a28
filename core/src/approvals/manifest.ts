import { sha256Hex } from '../platform/index.ts';
import { canonicalJson, type Json } from '../shared/index.ts';
import type { Content } from './case.ts';

/** What a mark is given for: one hash over everything that is put before the superiors. Hex. */
export function manifestHash(content: Omit<Content, 'manifestHash'>): string {
  const { title, proposalText, classification, retentionYears, document, attachments } = content;
  const { routeWish: _, ...details } = content.details;
  const manifest = {
    v: 2,
    title,
    proposalText,
    classification: [classification.code, classification.name],
    retentionYears,
    file: [document.file.sha256, document.file.fileName],
    details: details as unknown as Json,
    attachments: attachments.map((one) => [one.attachmentId, one.version, one.file.sha256, one.name]),
  };
  return sha256Hex(Buffer.from(canonicalJson(manifest)));
}
