import { z } from 'zod';

const InstallationSchema = z.object({ action: z.enum(['add', 'add-upgrade', 'remove', 'remove-upgrade']) });

/** `null` when the activity does not say what happened to the app. */
export function parseInstallation(activity: unknown): 'added' | 'upgraded' | 'removed' | null {
  const read = InstallationSchema.safeParse(activity);
  if (!read.success) return null;
  if (read.data.action === 'add') return 'added';
  return read.data.action === 'remove' ? 'removed' : 'upgraded';
}
