import type { Tx } from '../../platform/index.ts';

/** Whether somebody's month (`2026-11`) is closed. */
export async function isClosed(_tx: Tx, _staffId: string, _month: string): Promise<boolean> {
  return false;
}
