/** One deployment: the names and ids that differ from city to city. */
export interface Deployment {
  /** Host name of the service, with a port only when it is not 443. */
  readonly host: string;
  /** The Entra application: sign-in, API and bot are one. */
  readonly clientId: string;
  readonly appId: string;
  readonly addinId: string;
  readonly version: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Only for the link by which an administrator consents; null: any tenant. */
  readonly tenant: string | null;
}

export interface PackageOrder extends Deployment {
  readonly out: string;
}

export type ReadArguments =
  | { readonly kind: 'order'; readonly order: PackageOrder }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The same in every deployment: Teams and Word know the app and the add-in by these. */
export const APP_ID = '4b616967-6900-4000-8000-0000000000aa';
export const ADDIN_ID = '4b616967-6900-4000-8000-0000000000ad';

export const USAGE = `使い方: npm run package -- --host <ホスト名> --client-id <アプリケーションID> [選択肢]

  --host         サービスのホスト名。例: kaigi.example.jp
  --client-id    Entra に登録したアプリケーション（クライアント）の ID
  --tenant       テナントの ID かドメイン。管理者の同意のリンクに使う
  --out          書き出すフォルダー（既定: dist）
  --app-version  パッケージの版（既定: package.json の版）。差し替えるときは上げる
  --app-id       Teams アプリの ID（既定のままでよい）
  --addin-id     Word アドインの ID（既定のままでよい）
  --privacy-url  個人情報の取扱いのページ（既定: https://<ホスト名>/）
  --terms-url    利用条件のページ（既定: https://<ホスト名>/）`;

const NAMES = [
  'host',
  'client-id',
  'tenant',
  'out',
  'app-version',
  'app-id',
  'addin-id',
  'privacy-url',
  'terms-url',
] as const;
type Name = (typeof NAMES)[number];
type Values = Partial<Record<Name, string>>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?=.{4,253}(?::|$))(?:${LABEL}\\.)+${LABEL}(?::[0-9]{1,5})?$`, 'i');
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+${LABEL}$`, 'i');

const isHttps = (text: string): boolean => /^https:\/\/\S+$/.test(text) && URL.canParse(text);

interface Check {
  readonly ok: (value: string) => boolean;
  readonly sentence: (value: string) => string;
}

const guid = (name: Name): Check => ({
  ok: (value) => GUID.test(value) && !/^0{8}-/.test(value),
  sentence: (value) => `--${name} は UUID（8-4-4-4-12 桁の 16 進数）で書いてください: ${value}`,
});
const page = (name: Name): Check => ({
  ok: isHttps,
  sentence: (value) => `--${name} は https:// で始まるページの住所で書いてください: ${value}`,
});

const CHECKS: Partial<Record<Name, Check>> = {
  host: {
    ok: (value) => HOST.test(value) && Number(value.split(':')[1] ?? 443) <= 65_535,
    sentence: (value) => `--host は https:// も / も付けないホスト名で書いてください（例: kaigi.example.jp）: ${value}`,
  },
  'client-id': guid('client-id'),
  'app-id': guid('app-id'),
  'addin-id': guid('addin-id'),
  'privacy-url': page('privacy-url'),
  'terms-url': page('terms-url'),
  'app-version': {
    ok: (value) => VERSION.test(value),
    sentence: (value) => `--app-version は 1.2.3 のように書いてください: ${value}`,
  },
  tenant: {
    ok: (value) => GUID.test(value) || DOMAIN.test(value),
    sentence: (value) => `--tenant はテナントの UUID かドメイン名で書いてください: ${value}`,
  },
};

interface Tokens {
  readonly values: Values;
  readonly help: boolean;
  readonly problems: string[];
}

const isName = (name: string): name is Name => (NAMES as readonly string[]).includes(name);

/** `--name value` or `--name=value`; a value never begins with `--`. */
function tokensOf(args: readonly string[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [, name, inline] = /^--([^=]*)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    const next = args[i + 1];
    if (name === undefined) tokens.push({ name: null, value: args[i] ?? '' });
    else if (inline !== undefined || name === 'help' || next === undefined || next.startsWith('--')) {
      tokens.push({ name, value: inline ?? '' });
    } else {
      tokens.push({ name, value: next });
      i += 1;
    }
  }
  return tokens;
}

interface Token {
  readonly name: string | null;
  readonly value: string;
}

function readTokens(args: readonly string[]): Tokens {
  const values: Values = {};
  const problems: string[] = [];
  let help = false;
  for (const { name, value } of tokensOf(args)) {
    if (name === null)
      problems.push(`「${value}」が何のことか分かりません。値の前に --host などの名前を付けてください。`);
    else if (name === 'help') help = true;
    else if (!isName(name)) problems.push(`--${name} という選択肢はありません。`);
    else if (values[name] !== undefined) problems.push(`--${name} が二度書かれています。`);
    else {
      if (value === '') problems.push(`--${name} の値がありません。`);
      values[name] = value;
    }
  }
  return { values, help, problems };
}

function problemsOf(values: Values): string[] {
  const missing = (['host', 'client-id'] as const)
    .filter((name) => values[name] === undefined)
    .map((name) => `--${name} がありません。`);
  const wrong = NAMES.flatMap((name) => {
    const value = values[name];
    const check = CHECKS[name];
    return value && check && !check.ok(value) ? [check.sentence(value)] : [];
  });
  return [...missing, ...wrong];
}

/** Reads the command line; lists every problem at once. */
export function readArguments(args: readonly string[], productVersion: string): ReadArguments {
  const { values, help, problems } = readTokens(args);
  if (help) return { kind: 'help' };
  const all = [...problems, ...problemsOf(values)];
  if (all.length > 0) return { kind: 'problems', problems: all };
  const host = (values.host ?? '').toLowerCase();
  const order: PackageOrder = {
    host,
    clientId: (values['client-id'] ?? '').toLowerCase(),
    appId: (values['app-id'] ?? APP_ID).toLowerCase(),
    addinId: (values['addin-id'] ?? ADDIN_ID).toLowerCase(),
    version: values['app-version'] ?? productVersion,
    privacyUrl: values['privacy-url'] ?? `https://${host}/`,
    termsUrl: values['terms-url'] ?? `https://${host}/`,
    tenant: values.tenant ?? null,
    out: values.out ?? 'dist',
  };
  return { kind: 'order', order };
}
