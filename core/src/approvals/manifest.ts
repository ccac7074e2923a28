import { sha256Hex } from '../platform/index.ts';
import { canonicalJson, type Json } from '../shared/index.ts';
import type { Content } from './case.ts';

/** Everything that is put before the superiors, in the form that is hashed. */
export function manifestOf(content: Omit<Content, 'manifestHash'>): Json {
  const { title, proposalText, classification, retentionYears, document, attachments } = content;
  const { routeWish: _, ...details } = content.details;
  return {
    v: 2,
    title,
    proposalText,
    classification: [classification.code, classification.name],
    retentionYears,
    file: [document.file.sha256, document.file.fileName],
    details: details as unknown as Json,
    attachments: attachments.map((one) => [one.attachmentId, one.version, one.file.sha256, one.name]),
  };
}

/** What a mark is given for: one hash over it. Hex. */
export const manifestHash = (content: Omit<Content, 'manifestHash'>): string =>
  sha256Hex(Buffer.from(canonicalJson(manifestOf(content))));
