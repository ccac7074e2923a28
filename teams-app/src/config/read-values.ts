import { isIP } from 'node:net';
import { isUuid } from '@kaigi/core/shared';
import type { Env, Variable } from './env.ts';

export interface ConfigProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Reads values and collects every problem, so that an administrator mends them all at once. */
export interface Values {
  readonly problems: ConfigProblem[];
  problem(code: string, params?: Readonly<Record<string, string>>): void;
  integer(name: Variable, range: { readonly from: number; readonly to: number; readonly code: string }): number | null;
  /** `on` or `off`. */
  flag(name: Variable): boolean | null;
  /** An origin: scheme, host and port, nothing behind. */
  origin(name: Variable, schemes: readonly string[]): string | null;
  url(name: Variable, schemes: readonly string[]): string | null;
  guid(name: Variable): string | null;
}

const isWhole = (text: string) => /^\d{1,9}$/.test(text);

function parseUrl(text: string, schemes: readonly string[]): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && schemes.includes(url.protocol) && !url.username && !url.password ? url : null;
}

const kindOf = (schemes: readonly string[]) => schemes.map((scheme) => `${scheme}//`).join(' / ');

export function readValues(env: Env): Values {
  const problems: ConfigProblem[] = [];
  const problem: Values['problem'] = (code, params = {}) => {
    problems.push({ code: `config.${code}`, params });
  };
  return {
    problems,
    problem,
    integer(name, { from, to, code }) {
      const value = env[name];
      if (value === undefined) return null;
      const number = isWhole(value) ? Number(value) : Number.NaN;
      if (number >= from && number <= to) return number;
      problem(code, { name, value, from: String(from), to: String(to) });
      return null;
    },
    flag(name) {
      const value = env[name]?.toLowerCase();
      if (value === undefined || value === 'on' || value === 'off') return value === undefined ? null : value === 'on';
      problem('not_on_or_off', { name, value });
      return null;
    },
    origin(name, schemes) {
      const value = env[name];
      if (value === undefined) return null;
      const url = parseUrl(value, schemes);
      if (!url) problem('not_a_url', { name, value, kind: kindOf(schemes) });
      else if (url.pathname !== '/' || url.search || url.hash) problem('url_with_path', { name, value });
      else return url.origin;
      return null;
    },
    url(name, schemes) {
      const value = env[name];
      if (value === undefined) return null;
      const url = parseUrl(value, schemes);
      if (url) return value;
      problem('not_a_url', { name, value, kind: kindOf(schemes) });
      return null;
    },
    guid(name) {
      const value = env[name]?.toLowerCase();
      if (value === undefined) return null;
      if (isUuid(value)) return value;
      problem('not_a_guid', { name, value });
      return null;
    },
  };
}

export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

export function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (isWhole(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
