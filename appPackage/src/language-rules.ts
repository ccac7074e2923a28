import { type JsonValue, stringsOf } from './fill.ts';
import { ENGLISH, type Finding, TEMPLATE } from './finding.ts';
import type { Schema } from './schemas.ts';

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

type Localization = Readonly<Record<string, string>>;

/** Strings that a reader sees, by the published list of what may be translated; addresses are not among them. */
function visibleStrings(manifest: JsonValue, schema: Schema): Localization {
  const patterns = Object.keys(schema.patternProperties ?? {}).map((pattern) => new RegExp(pattern));
  const fixed = ['name.short', 'name.full', 'description.short', 'description.full'];
  const visible = ([path]: readonly [string, string]) =>
    fixed.includes(path) || (patterns.some((pattern) => pattern.test(path)) && !/\.(url|page|script)$|Url$/.test(path));
  return Object.fromEntries(stringsOf(manifest).filter(visible));
}

/** Every string that a reader sees, in Japanese in the manifest and in English in its own file. */
export function languageFindings(manifest: JsonValue, english: JsonValue, localizationSchema: Schema): Finding[] {
  const ja = visibleStrings(manifest, localizationSchema);
  const { $schema: _schema, ...en } = english as Localization;
  const missing = Object.keys(ja).filter((key) => !(key in en));
  const stray = Object.keys(en).filter((key) => !(key in ja));
  const rule = 'localization-complete';
  return [
    ...missing.map((key) => ({ rule, why: `${key} に英語がない。`, fix: `${ENGLISH} に「${key}」を足す。` })),
    ...stray.map((key) => ({
      rule,
      why: `${ENGLISH} の「${key}」は manifest のどの文も指していない。`,
      fix: '鍵の番号を確かめるか、消す。',
    })),
    ...tongueFindings(ja, en),
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

export function lengthFindings(manifest: JsonValue, english: JsonValue): Finding[] {
  const all = [...stringsOf(manifest), ...Object.entries(english as Localization)];
  return all.flatMap(([key, text]) => {
    const most = SHORT.find(([pattern]) => pattern.test(key))?.[1];
    return most === undefined || text.length <= most
      ? []
      : [{ rule: 'length', why: `${key} が ${text.length} 字ある（${most} 字まで）。`, fix: '短く書き直す。' }];
  });
}
