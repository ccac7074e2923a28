import { hash } from 'node:crypto';
import { canonicalJson, type Json } from '../../shared/index.ts';
import type { MonthSheet } from './sheet.ts';

/** What was closed: the same sheet has the same one wherever and whenever it is made again, and no other sheet has it. */
export function fingerprintOf({ month, rows, totals }: MonthSheet): string {
  return hash('sha256', canonicalJson({ month, rows, totals } as unknown as Json), 'hex');
}
