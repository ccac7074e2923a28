/** Where a deployment's files lie: `https://<account>.blob.core.windows.net/<container>/<prefix>`. */
export interface AzureAddress {
  /** Of the account, without a slash at its end. */
  readonly endpoint: string;
  readonly account: string;
  readonly container: string;
  /** Before every name, without slashes around it: deployments that share a container keep apart by it. */
  readonly prefix: string;
}

const CONTAINER = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const ACCOUNT = /^[a-z0-9]{3,24}$/;
const STEP = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const USUAL_PREFIX = 'kaigi';

/** An emulator has no host of its own for each account: the account is the first step of the path. */
const isBare = (host: string): boolean => host === 'localhost' || /^[\d.]+$/.test(host) || host.startsWith('[');

/** Null where it names no account, container and prefix. */
export function azureAddressOf(text: string): AzureAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || `${url.username}${url.search}${url.hash}` !== '') return null;
  const steps = url.pathname.split('/').filter((step) => step !== '');
  const bare = isBare(url.hostname);
  const account = (bare ? steps.shift() : url.hostname.split('.')[0]) ?? '';
  const [container = '', ...rest] = steps;
  const prefix = rest.length === 0 ? [USUAL_PREFIX] : rest;
  if (!ACCOUNT.test(account) || !CONTAINER.test(container) || !prefix.every((step) => STEP.test(step))) return null;
  return { endpoint: bare ? `${url.origin}/${account}` : url.origin, account, container, prefix: prefix.join('/') };
}
