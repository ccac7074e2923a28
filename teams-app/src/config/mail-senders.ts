import { isUuid } from '@kaigi/core/shared';
import type { Municipality } from './config.ts';
import type { Env } from './env.ts';
import type { Values } from './read-values.ts';

const isAddress = (text: string) => text.length <= 254 && /^[^\s@<>,=/]+@[^\s@<>,=/]+\.[^\s@<>,=/]+$/.test(text);

/**
 * The shared mailbox that each municipality's mail comes from: one address where there is one municipality, else
 * `tenantId=address`, separated by commas. A mailbox belongs to one tenant.
 */
export function readMailSenders(
  env: Env,
  values: Values,
  municipalities: readonly Municipality[],
): Map<string, string> | null {
  if (env.KAIGI_MAIL_SENDER === undefined) return null;
  const senders = new Map<string, string>();
  for (const part of env.KAIGI_MAIL_SENDER.split(',').map((text) => text.trim())) {
    const at = part.indexOf('=');
    const [only] = municipalities.length === 1 ? municipalities : [];
    const id = at < 0 ? (only?.id ?? '') : part.slice(0, at).trim().toLowerCase();
    const address = part.slice(at + 1).trim();
    const known = isUuid(id) && municipalities.some((one) => one.id === id);
    if (!known || !isAddress(address) || senders.has(id)) values.problem('not_mail_senders', { value: part });
    else senders.set(id, address);
  }
  return senders;
}
