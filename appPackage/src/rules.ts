import type { Deployment } from './arguments.ts';
import { fillJson, fillXml, type JsonValue, stringsOf, unfilled } from './fill.ts';
import { drawIcons } from './icons.ts';
import { readPng } from './png.ts';
import { breaksOf, newestVersion, readSchema, type Schema } from './schemas.ts';
import { ADDIN_XML, type Sources } from './sources.ts';

export interface Finding {
  readonly rule: string;
  readonly why: string;
  readonly fix: string;
}

const TEMPLATE = 'appPackage/manifest.template.json';
const ENGLISH = 'appPackage/en.json';
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

type Localization = Readonly<Record<string, string>>;

async function schemaFindings(manifest: JsonValue): Promise<Finding[]> {
  const { manifestVersion } = manifest as { readonly manifestVersion: string };
  const newest = await newestVersion();
  const schema = await readSchema(manifestVersion, 'MicrosoftTeams');
  const newestSchema = await readSchema(newest, 'MicrosoftTeams');
  const asNewest = { ...(manifest as object), manifestVersion: newest } as JsonValue;
  const fix = `${TEMPLATE} のその箇所を、スキーマに合うように直す。`;
  const own = (await breaksOf(manifest, schema)).map((why) => ({
    rule: `manifest-schema-${manifestVersion}`,
    why,
    fix,
  }));
  const next = (await breaksOf(asNewest, newestSchema)).map((why) => ({ rule: `manifest-schema-${newest}`, why, fix }));
  return [...own, ...next];
}

/** Strings that a reader sees, by the published list of what may be translated; addresses are not among them. */
function visibleStrings(manifest: JsonValue, schema: Schema): Localization {
  const patterns = Object.keys(schema.patternProperties ?? {}).map((pattern) => new RegExp(pattern));
  const fixed = ['name.short', 'name.full', 'description.short', 'description.full'];
  const visible = ([path]: readonly [string, string]) =>
    fixed.includes(path) || (patterns.some((pattern) => pattern.test(path)) && !/\.(url|page|script)$|Url$/.test(path));
  return Object.fromEntries(stringsOf(manifest).filter(visible));
}

async function languageFindings(manifest: JsonValue, english: JsonValue): Promise<Finding[]> {
  const { manifestVersion } = manifest as { readonly manifestVersion: string };
  const schema = await readSchema(manifestVersion, 'MicrosoftTeams.Localization');
  const ja = visibleStrings(manifest, schema);
  const en: Localization = Object.fromEntries(stringsOf(english).filter(([key]) => key === '$schema'));
  const given = Object.fromEntries(Object.entries(english as Localization).filter(([key]) => !(key in en)));
  const breaks = (await breaksOf(english, schema)).map((why) => ({
    rule: 'localization-schema',
    why,
    fix: `${ENGLISH} のその鍵を、スキーマに合うように直す。`,
  }));
  const missing = Object.keys(ja).filter((key) => !(key in given));
  const stray = Object.keys(given).filter((key) => !(key in ja));
  return [
    ...breaks,
    ...missing.map((key) => ({
      rule: 'localization-complete',
      why: `${key} に英語がない。`,
      fix: `${ENGLISH} に「${key}」を足す。`,
    })),
    ...stray.map((key) => ({
      rule: 'localization-complete',
      why: `${ENGLISH} の「${key}」は manifest のどの文も指していない。`,
      fix: '鍵の番号を確かめるか、消す。',
    })),
    ...tongueFindings(ja, given),
  ];
}

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();

function tongueFindings(ja: Localization, en: Localization): Finding[] {
  const rule = 'localization-language';
  return Object.entries(ja).flatMap(([key, text]) => {
    const other = en[key];
    const found: Finding[] = [];
    if (!JAPANESE.test(text))
      found.push({ rule, why: `${key} が日本語でない: ${text}`, fix: `${TEMPLATE} に日本語で書く。` });
    if (other === undefined) return found;
    if (JAPANESE.test(other))
      found.push({ rule, why: `${key} の英語に日本語が残る。`, fix: `${ENGLISH} に英語で書く。` });
    if (placeholders(text) !== placeholders(other)) {
      found.push({ rule, why: `${key} の {…} が日本語と英語で違う。`, fix: '同じ名前をそろえる。' });
    }
    return found;
  });
}

/** Shown in a narrow menu: clients cut longer ones off, whatever the schema allows. */
const SHORT: readonly (readonly [RegExp, number])[] = [
  [/commands\[\d+\]\.title$/, 32],
  [/commands\[\d+\]\.description$/, 128],
  [/^staticTabs\[\d+\]\.name$/, 16],
];

function lengthFindings(manifest: JsonValue, english: JsonValue): Finding[] {
  const all = [...stringsOf(manifest), ...Object.entries(english as Localization)];
  return all.flatMap(([key, text]) => {
    const most = SHORT.find(([pattern]) => pattern.test(key))?.[1];
    return most === undefined || text.length <= most
      ? []
      : [{ rule: 'length', why: `${key} が ${text.length} 字ある（${most} 字まで）。`, fix: '短く書き直す。' }];
  });
}

function iconFindings({ color, outline }: Sources): Finding[] {
  const fix = 'node appPackage/src/icons.ts で描き直す。';
  const drawn = drawIcons();
  const stale = (
    [
      ['color', color],
      ['outline', outline],
    ] as const
  )
    .filter(([name, file]) => !drawn.get(`appPackage/icons/${name}.png`)?.equals(file))
    .map(([name]) => ({ rule: 'icon-drawn', why: `icons/${name}.png が src/mark.ts の描くものと違う。`, fix }));
  return [...stale, ...pixelFindings('color', color, 192), ...pixelFindings('outline', outline, 32)];
}

function pixelFindings(name: 'color' | 'outline', file: Uint8Array, size: number): Finding[] {
  const fix = 'node appPackage/src/icons.ts で描き直す。';
  const image = readPng(file);
  if (!image) return [{ rule: 'icon-png', why: `icons/${name}.png を PNG として読めない。`, fix }];
  if (image.width !== size || image.height !== size) {
    return [
      {
        rule: 'icon-size',
        why: `icons/${name}.png が ${size}×${size} でない（${image.width}×${image.height}）。`,
        fix,
      },
    ];
  }
  const pixels = Array.from({ length: size * size }, (_, i) => image.pixels.subarray(i * 4, i * 4 + 4));
  const wrong =
    name === 'color'
      ? pixels.some((pixel) => pixel[3] !== 255)
      : pixels.some((pixel) => (pixel[3] ?? 0) > 0 && (pixel[0] !== 255 || pixel[1] !== 255 || pixel[2] !== 255));
  const why = name === 'color' ? 'color.png に透けるところがある。' : 'outline.png に白でないところがある。';
  return wrong ? [{ rule: 'icon-colour', why, fix }] : [];
}

interface Shape {
  readonly bots: readonly { readonly botId: string }[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
  readonly validDomains: readonly string[];
  readonly staticTabs: readonly { readonly entityId: string }[];
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly unknown[] } };
}

function consistencyFindings(manifest: JsonValue, deployment: Deployment): Finding[] {
  const { bots, webApplicationInfo, validDomains, staticTabs, authorization } = manifest as unknown as Shape;
  const { host, clientId } = deployment;
  const strings = stringsOf(manifest);
  const values = (pattern: RegExp) => strings.filter(([key]) => pattern.test(key)).map(([, text]) => text);
  const actions = values(/\.actions\[\d+\]\.id$/);
  const orphans = values(/\.actionId$/).filter((id) => !actions.includes(id));
  const foreign = values(/(\.url|\.page|contentUrl)$/).filter((url) => !url.startsWith(`https://${host}/`));
  const expected: readonly (readonly [boolean, string])[] = [
    [bots[0]?.botId === clientId, 'bots[0].botId がアプリケーションの ID でない。'],
    [webApplicationInfo.id === clientId, 'webApplicationInfo.id がアプリケーションの ID でない。'],
    [
      webApplicationInfo.resource === `api://${host}/${clientId}`,
      'webApplicationInfo.resource が api://ホスト/ID でない。',
    ],
    [validDomains.includes(host), 'validDomains にサービスのホストがない。'],
    [staticTabs.some((tab) => tab.entityId === 'inbox'), 'カードのリンクが指すタブ inbox がない。'],
    [authorization.permissions.resourceSpecific.length <= 16, 'resourceSpecific が 16 を超える。'],
    [orphans.length === 0, `リボンのボタンの動作がない: ${orphans.join('、')}`],
    [foreign.length === 0, `サービスのホストにない住所がある: ${foreign.join('、')}`],
    [
      unfilled(JSON.stringify(manifest)).length === 0,
      `埋まらない印がある: ${unfilled(JSON.stringify(manifest)).join('、')}`,
    ],
  ];
  return expected
    .filter(([ok]) => !ok)
    .map(([, why]) => ({ rule: 'manifest-consistent', why, fix: `${TEMPLATE} を直す。` }));
}

function addinFindings(xml: string | null, deployment: Deployment): Finding[] {
  const rule = 'addin-manifest';
  if (xml === null) {
    return [
      {
        rule,
        why: `${ADDIN_XML} がない。古い Office に配る作業ウィンドウの定義を作れない。`,
        fix: 'このファイルを戻す。',
      },
    ];
  }
  const filled = fillXml(xml, deployment);
  const left = unfilled(filled);
  const expected: readonly (readonly [boolean, string])[] = [
    [left.length === 0, `埋まらない印がある: ${left.join('、')}`],
    [
      filled.includes(`<Id>${deployment.addinId}</Id>`),
      'Id が {{ADDIN_ID}} でない。manifest.template.json の alternates がこれを隠せない。',
    ],
    [
      filled.includes(`https://${deployment.host}/office-addin/taskpane.html`),
      '作業ウィンドウのページがサービスのホストにない。',
    ],
  ];
  return expected.filter(([ok]) => !ok).map(([, why]) => ({ rule, why, fix: `${ADDIN_XML} を直す。` }));
}

/** Everything that can be known about a package without a tenant to upload it to. */
export async function findingsOf(sources: Sources, deployment: Deployment): Promise<Finding[]> {
  const manifest = fillJson(sources.manifest, deployment);
  return [
    ...(await schemaFindings(manifest)),
    ...(await languageFindings(manifest, sources.english)),
    ...lengthFindings(manifest, sources.english),
    ...iconFindings(sources),
    ...consistencyFindings(manifest, deployment),
    ...addinFindings(sources.addinXml, deployment),
  ];
}
