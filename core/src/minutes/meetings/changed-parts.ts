import { asJson, canonicalJson } from '../../shared/index.ts';
import type { Meeting } from './meeting.ts';

const partsOf = ({ heldOn, isOpen, content }: Meeting): Record<string, unknown> => ({ heldOn, isOpen, ...content });

/** A form sends every part: the history names those that are not what they were. */
export function changedParts(before: Meeting, after: Meeting): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const written = (value: unknown): string => canonicalJson(asJson({ value }));
  return Object.keys(now).filter((name) => written(now[name]) !== written(old[name]));
}
